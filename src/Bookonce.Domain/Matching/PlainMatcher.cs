using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;

namespace Bookonce.Domain.Matching;

/// <summary>
/// Looks before booking, by plain rules: the same mark, or the same number or payment reference with the same amount,
/// certainly is the document; the same amount nearby, or the same number with another amount, may be it.
/// </summary>
public static class PlainMatcher
{
    /// <summary>How far apart document and entry may lie before an equal amount alone stops being a question.</summary>
    public const int NearbyDays = 45;

    /// <summary>An opening balance repeats what was open, so it may be dated long after the document.</summary>
    public const int OpeningBalanceDays = 400;

    /// <summary>Gives every document its verdict.</summary>
    /// <param name="documents">All living documents of the connection, linked ones too: they claim their own entries.</param>
    /// <param name="entries">Every entry of the administration that stands for a receivable.</param>
    /// <param name="links">Links of every connection that shares the administration.</param>
    /// <param name="denials">What people said is not the same.</param>
    public static IReadOnlyDictionary<Guid, Verdict> Look(
        IReadOnlyCollection<SalesDocument> documents,
        IReadOnlyCollection<Entry> entries,
        IReadOnlyCollection<Link> links,
        IReadOnlySet<Denial> denials
    )
    {
        var linked = links.Select(link => link.DocumentId).ToHashSet();
        var taken = links.Select(link => link.EntryId).ToHashSet();
        var free = entries.Where(entry => !IsTaken(entry, taken, links)).ToArray();
        var index = new EntryIndex(free);

        var claims = documents.ToDictionary(
            document => document.Id,
            document => Without(denials, document, Certain(document, index))
        );
        var claimants = claims
            .SelectMany(claim => claim.Value)
            .GroupBy(candidate => candidate.Entry.LineId)
            .ToDictionary(group => group.Key, group => group.Count());

        return documents.ToDictionary(
            document => document.Id,
            document =>
                Decide(
                    claims[document.Id],
                    linked.Contains(document.Id),
                    claimants,
                    () => Without(denials, document, Doubtful(document, claimants, index))
                )
        );
    }

    static Candidate[] Without(IReadOnlySet<Denial> denials, SalesDocument document, Candidate[] candidates) =>
        [
            .. candidates.Where(candidate =>
                !denials.Contains(new Denial(document.Id, candidate.Entry.LineId))
                && !DocumentMark.IsOfAnother(document, candidate.Entry.Mark)
            ),
        ];

    static Verdict Decide(
        Candidate[] certain,
        bool isLinked,
        Dictionary<Guid, int> claimants,
        Func<Candidate[]> doubtful
    )
    {
        var own = certain.Where(candidate => claimants[candidate.Entry.LineId] == 1).ToArray();
        return (isLinked, own, certain) switch
        {
            (true, [], _) => new Verdict.Linked(),
            (true, _, _) => new Verdict.Twice(own),
            (_, [_, _, ..], _) => new Verdict.Twice(own),
            (_, [var only], [_]) => new Verdict.Adopt(only),
            // An entry that is certainly two documents is a question to a person, for both of them.
            (_, _, [_, ..]) => new Verdict.Ask(certain),
            _ => doubtful() is [_, ..] candidates ? new Verdict.Ask(candidates) : new Verdict.Book(),
        };
    }

    static Candidate[] Certain(SalesDocument document, EntryIndex index)
    {
        var marked = index.WithMark(document).Select(entry => new Candidate(entry, "carries this document's address"));
        var numbered = index
            .WithNumber(document)
            .Where(entry => SameAmount(document, entry))
            .Select(entry => new Candidate(entry, "same document number and amount"));
        var referenced = index
            .WithReference(document)
            .Where(entry => SameAmount(document, entry))
            .Select(entry => new Candidate(entry, "same payment reference and amount"));
        return [.. marked.Concat(numbered).Concat(referenced).DistinctBy(candidate => candidate.Entry.LineId)];
    }

    static Candidate[] Doubtful(SalesDocument document, Dictionary<Guid, int> claimants, EntryIndex index)
    {
        var equal = index
            .WithAmount(document)
            .Where(entry => IsNear(document, entry))
            .Select(entry => new Candidate(entry, AmountInWords(document, entry)));
        var numbered = index
            .WithNumber(document)
            .Concat(index.WithReference(document))
            .Where(entry => IsNear(document, entry))
            .Select(entry => new Candidate(entry, $"same number, but the entry says {entry.Amount} {entry.Currency}"));
        return
        [
            .. equal
                .Concat(numbered)
                .Where(candidate => !claimants.ContainsKey(candidate.Entry.LineId))
                .DistinctBy(candidate => candidate.Entry.LineId)
                .OrderBy(candidate => Days(document, candidate.Entry))
                .ThenBy(candidate => candidate.Entry.LineId),
        ];
    }

    static string AmountInWords(SalesDocument document, Entry entry)
    {
        var side = entry.Amount == document.SignedGross ? "same amount" : "same amount with the other sign";
        var days = Days(document, entry);
        return days == 0 ? $"{side} on the same day" : $"{side}, {days} {(days == 1 ? "day" : "days")} apart";
    }

    static bool SameAmount(SalesDocument document, Entry entry) =>
        entry.Currency == document.Currency && entry.Amount == document.SignedGross;

    static bool IsNear(SalesDocument document, Entry entry) =>
        Days(document, entry) <= NearbyDays
        || (
            !entry.IsSales
            && entry.Date > document.Date
            && entry.Date.DayNumber - document.Date.DayNumber <= OpeningBalanceDays
        );

    static int Days(SalesDocument document, Entry entry) => Math.Abs(entry.Date.DayNumber - document.Date.DayNumber);

    /// <summary>A link holds a whole sales entry, but only one receivable line of another journal.</summary>
    static bool IsTaken(Entry entry, HashSet<Guid> taken, IReadOnlyCollection<Link> links) =>
        taken.Contains(entry.EntryId)
        && (entry.IsSales || links.Any(link => link.EntryId == entry.EntryId && link.LineId == entry.LineId));
}
