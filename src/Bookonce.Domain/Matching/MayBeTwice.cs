using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;

namespace Bookonce.Domain.Matching;

/// <summary>
/// Finds what a person may have typed at the moment when Bookonce booked: an entry of the same amount without the number,
/// or of the same number with another amount, entered since, that nothing else explains.
/// </summary>
public static class MayBeTwice
{
    /// <summary>Between a look and the booking lies a run at most; Exact's wall clock may be off by some hours.</summary>
    static readonly TimeSpan Slack = TimeSpan.FromHours(12);

    /// <summary>How far apart document and entry may lie before an equal amount alone stops being a question.</summary>
    const int NearbyDays = 45;

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
        var index = new EntryIndex(
            TakingBack
                .Apart(entries, linked, denials)
                .Where(entry =>
                    entry is { Mark: null, EnteredAt: not null }
                    && !linked.IsLinked(entry)
                    && !claimed.Contains(entry.LineId)
                )
        );
        var found = new Dictionary<Guid, Candidate>();
        foreach (var document in documents)
            if (
                linked.LinkOf(document.Id) is { Origin: LinkOrigin.Booked, At: { } at }
                && Twin(document, at) is { } twin
            )
                found[document.Id] = twin;
        return found;

        Candidate? Twin(SalesDocument document, DateTimeOffset booked) =>
            index
                .WithNumber(document)
                .Concat(index.WithReference(document))
                .Select(entry => new Candidate(entry, "same number, entered when the document was booked or later"))
                .Concat(
                    index
                        .WithAmount(document)
                        .Select(entry => new Candidate(
                            entry,
                            "same amount, entered when the document was booked or later"
                        ))
                )
                .FirstOrDefault(candidate =>
                    candidate.Entry.EnteredAt >= booked - Slack
                    && Math.Abs(candidate.Entry.Date.DayNumber - document.Date.DayNumber) <= NearbyDays
                    && !denials.Contains(new Denial(document.Id, candidate.Entry.LineId))
                );
    }

    static IEnumerable<Guid> Claimed(Verdict verdict) =>
        verdict switch
        {
            Verdict.Adopt(var candidate) => [candidate.Entry.LineId],
            Verdict.Twice(var twins) => twins.Select(twin => twin.Entry.LineId),
            _ => [],
        };
}
