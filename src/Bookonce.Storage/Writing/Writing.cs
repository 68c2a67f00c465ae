using Bookonce.Storage.Log;
using Bookonce.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Bookonce.Storage;

/// <summary>A write that is going on: the tables, and the facts that go into the log with it.</summary>
internal sealed class Writing(BookonceContext context, Guid administration, DateTimeOffset at)
{
    readonly List<LogFact> facts = [];

    public BookonceContext Context => context;

    public Guid Administration => administration;

    /// <summary>Notes a fact; it is written at the end of the transaction.</summary>
    public void Note(LogKind kind, Guid? subject, params IEnumerable<(string Name, object? Value)> members) =>
        facts.Add(LogFact.Of(kind, subject, members));

    /// <summary>Appends the noted facts to the administration's chain and moves its head.</summary>
    public async Task WriteLog(CancellationToken stop)
    {
        if (facts.Count == 0)
            return;

        await context.SaveChangesAsync(stop);
        var head = await context
            .Administrations.Where(row => row.Id == administration)
            .Select(row => new { row.LogSequence, row.LogHash })
            .SingleAsync(stop);

        var (sequence, hash) = (head.LogSequence, head.LogHash);
        var lines = new List<LogRow>(facts.Count);
        foreach (var fact in facts)
        {
            var line = LogChain.Next(administration, ++sequence, hash, at, fact);
            hash = line.Hash;
            lines.Add(line);
        }

        Bulk.Insert(context, lines);
        await context
            .Administrations.Where(row => row.Id == administration)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.LogSequence, sequence).SetProperty(row => row.LogHash, hash),
                stop
            );
    }
}
