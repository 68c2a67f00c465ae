using Microsoft.EntityFrameworkCore;

namespace Bookonce.Storage.Log;

/// <summary>Checks that nobody changed, removed or slipped in a line of the decision log.</summary>
public sealed class LogVerifier
{
    readonly Transactions transactions;

    internal LogVerifier(Transactions transactions) => this.transactions = transactions;

    /// <summary>
    /// The sequence of the first line of an administration's log that is not what was written there, also when it is
    /// missing; null when the whole chain holds.
    /// </summary>
    public Task<long?> FirstBroken(Guid administration, CancellationToken stop = default) =>
        transactions.Read<long?>(
            async context =>
            {
                var (sequence, hash) = (0L, "");
                var lines = context
                    .Log.Where(row => row.AdministrationId == administration)
                    .OrderBy(row => row.Sequence)
                    .AsAsyncEnumerable();
                await foreach (var line in lines.WithCancellation(stop))
                {
                    sequence++;
                    if (!LogChain.Holds(line, sequence, hash))
                        return sequence;
                    hash = line.Hash;
                }

                var head = await context
                    .Administrations.Where(row => row.Id == administration)
                    .Select(row => new { row.LogSequence, row.LogHash })
                    .SingleAsync(stop);
                return (head.LogSequence, head.LogHash) == (sequence, hash) ? null
                    : head.LogSequence > sequence ? sequence + 1
                    : head.LogSequence < sequence ? head.LogSequence + 1
                    : sequence;
            },
            stop
        );
}
