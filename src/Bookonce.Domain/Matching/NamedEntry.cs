using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Problems;

namespace Bookonce.Domain.Matching;

/// <summary>What the mirror says of an entry that a person names by its booking number for a document. A closed family.</summary>
public abstract record NamedEntry
{
    NamedEntry() { }

    /// <summary>It can be linked.</summary>
    /// <param name="Entry">The entry.</param>
    public sealed record Free(Entry Entry) : NamedEntry;

    /// <summary>It cannot be linked.</summary>
    /// <param name="Problem">Why.</param>
    public sealed record Refused(Problem Problem) : NamedEntry;

    /// <summary>The mirror has nothing under the number; it may be older than the mirror.</summary>
    public sealed record NotMirrored : NamedEntry;

    /// <summary>Looks for the entry.</summary>
    /// <param name="document">The document that it shall be.</param>
    /// <param name="series">Journal and financial year that the person named.</param>
    /// <param name="number">The booking number.</param>
    /// <param name="entries">The mirror.</param>
    /// <param name="linked">Who holds which of them.</param>
    public static NamedEntry Of(
        SalesDocument document,
        SeriesKey series,
        int number,
        IEnumerable<Entry> entries,
        LinkedEntries linked
    )
    {
        Entry[] named = [.. entries.Where(entry => entry.Series == series && entry.Number == number)];
        Entry[] free = [.. named.Where(entry => !linked.IsLinked(entry))];
        return (named, free) switch
        {
            ([], _) => new NotMirrored(),
            (_, []) => new Refused(Taken(series, number)),
            (_, [var only]) => UnlessAnothers(only, document),
            // An opening balance holds many receivables under one number.
            _ => free.Where(entry => entry.Amount == document.SignedGross).ToArray() is [var same]
                ? UnlessAnothers(same, document)
                : new Refused(
                    new Problem(
                        "entryUnclear",
                        $"{series.Journal} {number} has {free.Length} receivables, and not just one has this amount.",
                        "Type the document number into the line that it is, and synchronise."
                    )
                ),
        };
    }

    /// <summary>The refusal of an entry that another document is linked to.</summary>
    public static Problem Taken(SeriesKey series, int number) =>
        new("entryTaken", $"{series.Journal} {number} is linked to another document.", "Check the number.");

    static NamedEntry UnlessAnothers(Entry entry, SalesDocument document) =>
        DocumentMark.IsOfAnother(document, entry.Mark)
            ? new Refused(
                new Problem(
                    "entryTaken",
                    $"{entry.Series.Journal} {entry.Number} carries the address of another document.",
                    "Check the number."
                )
            )
            : new Free(entry);
}
