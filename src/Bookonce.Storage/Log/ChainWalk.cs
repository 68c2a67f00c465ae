using Bookonce.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Bookonce.Storage.Log;

/// <summary>Walks one chain from its first line to the first one that does not hold.</summary>
internal static class ChainWalk
{
    public static async Task<LogVerdict> Verify(
        BookonceContext context,
        Guid administration,
        long? until,
        CancellationToken stop
    )
    {
        var (sequence, hash, at) = (0L, "", (DateTimeOffset?)null);
        var replay = new LinkReplay();
        var rows = context
            .Log.Where(row => row.AdministrationId == administration && (until == null || row.Sequence <= until))
            .OrderBy(row => row.Sequence)
            .AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(stop))
        {
            if (!LogChain.Holds(row, sequence + 1, hash))
                return Verdict(new BrokenLine(sequence + 1, row.Sequence == sequence + 1 ? row.At : null, at));

            if (!TryApply(replay, row))
                return Verdict(new BrokenLine(row.Sequence, row.At, at));
            (sequence, hash, at) = (row.Sequence, row.Hash, row.At);
        }

        if (until is { } last)
            return Verdict(sequence == last ? null : new BrokenLine(sequence + 1, null, at));

        var head = await context
            .Administrations.Where(row => row.Id == administration)
            .Select(row => new { row.LogSequence, row.LogHash })
            .SingleOrDefaultAsync(stop);
        if ((head?.LogSequence, head?.LogHash) != (sequence, hash))
            return Verdict(new BrokenLine(FirstBeside(head?.LogSequence ?? 0, sequence), null, at));

        var links = await context
            .Links.Where(row => row.AdministrationId == administration)
            .OrderBy(row => row.DocumentId)
            .ToListAsync(stop);
        return Verdict(null) with { Differences = replay.Compare(links.Select(row => row.ToLink())) };

        LogVerdict Verdict(BrokenLine? broken) =>
            new(administration, sequence, hash, at, replay.Links.Count, Differences: null, broken);
    }

    /// <summary>Lines are missing after the last one, or are there that the head knows nothing of, or the head itself was changed.</summary>
    static long FirstBeside(long head, long last) => head == last ? last : Math.Min(head, last) + 1;

    /// <summary>A line whose hash fits but whose facts nobody can read was not written by this program.</summary>
    static bool TryApply(LinkReplay replay, LogRow row)
    {
        try
        {
            replay.Apply(row.ToLine());
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
