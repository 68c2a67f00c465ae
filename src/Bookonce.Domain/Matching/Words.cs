using Bookonce.Domain.Entries;
using Bookonce.Domain.Problems;

namespace Bookonce.Domain.Matching;

/// <summary>Verdicts that a person must see, in words.</summary>
public static class Words
{
    /// <summary>More candidates than this are counted, not named.</summary>
    const int Named = 3;

    /// <summary>The question whether entries are the document.</summary>
    public static Problem MayBe(IReadOnlyList<Candidate> candidates)
    {
        var named = string.Join(
            "; ",
            candidates.Take(Named).Select(candidate => $"{Name(candidate.Entry)} ({candidate.Because})")
        );
        var more = candidates.Count > Named ? $" and {candidates.Count - Named} more" : "";
        return new Problem(
            "mayBeThere",
            $"It may already be in the books: {named}{more}.",
            "Open the document and say whether it is."
        );
    }

    /// <summary>The finding that a document stands in the books more than once.</summary>
    /// <param name="twins">The entries that certainly are it.</param>
    /// <param name="link">The entry that it is linked to already, if any.</param>
    public static Problem StandsTwice(IReadOnlyList<Candidate> twins, Link? link)
    {
        var names = twins.Select(twin => Name(twin.Entry));
        if (link is not null)
            names = names.Prepend($"{link.Series.Journal} {link.BookingNumber}, which it is linked to,");
        return new Problem(
            "twice",
            $"It stands in the books {(link is null ? twins.Count : twins.Count + 1)} times: {string.Join(" and ", names)}.",
            "Nothing is booked or deleted; the surplus entry must go."
        );
    }

    /// <summary>The finding that a document's entry is deleted in Exact.</summary>
    public static Problem EntryGone(Link link) =>
        new(
            "entryGone",
            $"Its entry {link.Series.Journal} {link.BookingNumber} is gone from Exact; the booking number shown is the old one.",
            "Nothing is booked again by itself. Type it in Exact with the document number as its reference if it was deleted by mistake."
        );

    /// <summary>The finding that a document's entry is deleted in Exact and stands there anew.</summary>
    public static Problem EntryReplaced(Link link, IReadOnlyList<Candidate> replacements) =>
        new(
            "entryReplaced",
            $"Its entry {link.Series.Journal} {link.BookingNumber} is gone from Exact, and it stands there now as {string.Join(" and ", replacements.Select(entry => Name(entry.Entry)))}.",
            "Leave that entry where it is, and repair this: the document is linked to it."
        );

    /// <summary>The finding that an entry was made beside the one that Bookonce booked.</summary>
    public static Problem MayBeTwice(Link link, Candidate twin) =>
        new(
            "mayBeTwice",
            $"It is {link.Series.Journal} {link.BookingNumber}, and may have been typed as {Name(twin.Entry)} too: {twin.Because}.",
            "Delete the surplus entry in Exact, or open the document and say that it is another."
        );

    /// <summary>The finding that document and entry are both deleted.</summary>
    public static Problem BothGone(Link link) =>
        new(
            "documentGone",
            $"It is deleted in Teamleader, and its entry {link.Series.Journal} {link.BookingNumber} in Exact.",
            "Nothing is left to do."
        );

    /// <summary>The finding that a document is deleted in Teamleader before it was booked.</summary>
    public static Problem DocumentGone { get; } =
        new("documentGone", "It is gone from Teamleader.", "Nothing is booked for it.");

    static string Name(Entry entry) => $"{entry.Series.Journal} {entry.Number} of {entry.Date:yyyy-MM-dd}";
}
