using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;

namespace Bookonce.Domain.Matching;

/// <summary>
/// Finds what a person may have typed at the moment when Bookonce booked: an entry of the same amount without the number,
/// entered since, that nothing else explains.
/// </summary>
public static class MayBeTwice
{
    /// <summary>Between a look and the booking lies a run at most; Exact's wall clock may be off by some hours.</summary>
    static readonly TimeSpan Slack = TimeSpan.FromHours(12);

    /// <summary>Linked documents, each with the entry that may be it a second time.</summary>
    /// <param name="documents">Living documents of every connection that shares the administration.</param>
    /// <param name="verdicts">What the look said of each.</param>
    /// <param name="entries">Every entry of the administration that stands for a receivable.</param>
    /// <param name="linked">The links.</param>
    /// <param name="denials">What people said is not the same.</param>
    public static IReadOnlyDictionary<Guid, Candidate> Among(
        IReadOnlyCollection<SalesDocument> documents,
        IReadOnlyDictionary<Guid, Verdict> verdicts,
        IReadOnlyCollection<Entry> entries,
        LinkedEntries linked,
        IReadOnlySet<Denial> denials
    )
    {
        ArgumentNullException.ThrowIfNull(verdicts);
        ArgumentNullException.ThrowIfNull(linked);
        ArgumentNullException.ThrowIfNull(denials);

        var claimed = verdicts.Values.SelectMany(Claimed).ToHashSet();
        var free = entries
            .Where(entry => entry is { Mark: null, EnteredAt: not null } && !linked.IsLinked(entry))
            .Where(entry => !claimed.Contains(entry.LineId))
            .ToLookup(entry => (entry.Currency, entry.Amount));

        var found = new Dictionary<Guid, Candidate>();
        foreach (var document in documents)
            if (
                linked.LinkOf(document.Id) is { Origin: LinkOrigin.Booked, At: { } at }
                && free[(document.Currency, document.SignedGross)].FirstOrDefault(entry => MayBe(document, entry, at))
                    is { } entry
                && !denials.Contains(new Denial(document.Id, entry.LineId))
            )
                found[document.Id] = new Candidate(entry, "same amount, entered when the document was booked or later");
        return found;
    }

    static bool MayBe(SalesDocument document, Entry entry, DateTimeOffset booked) =>
        entry.EnteredAt >= booked - Slack
        && Math.Abs(entry.Date.DayNumber - document.Date.DayNumber) <= PlainMatcher.NearbyDays;

    static IEnumerable<Guid> Claimed(Verdict verdict) =>
        verdict switch
        {
            Verdict.Adopt(var candidate) => [candidate.Entry.LineId],
            Verdict.Twice(var twins) => twins.Select(twin => twin.Entry.LineId),
            _ => [],
        };
}
