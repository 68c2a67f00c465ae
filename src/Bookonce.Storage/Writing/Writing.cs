using Bookonce.Storage.Log;
using Bookonce.Storage.Rows;

namespace Bookonce.Storage;

/// <summary>A write that is going on: the tables, and the facts that go into the log with it.</summary>
internal sealed class Writing(Writer writer, Guid administration, DateTimeOffset at)
{
    const string HoldOffice =
        "UPDATE administrations SET epoch = epoch WHERE id = @p0 AND epoch = @p1 RETURNING log_sequence, log_hash";
    const string ReadHead = "SELECT log_sequence, log_hash FROM administrations WHERE id = @p0";
    const string MoveHead = "UPDATE administrations SET log_sequence = @p0, log_hash = @p1 WHERE id = @p2";

    readonly List<LogFact> facts = [];
    Head? head;

    public BookonceContext Context => writer.Context;

    public Statements Statements => writer.Statements;

    public Guid Administration => administration;

    /// <summary>Whether that term of office lasts. An update, not a look: where writers do not queue up, it locks the row until the commit.</summary>
    public bool Hold(long epoch)
    {
        head = Statements.First(HoldOffice, Head.Read, administration, epoch);
        return head is not null;
    }

    /// <summary>Notes a fact; it is written at the end of the transaction.</summary>
    public void Note(LogKind kind, Guid? subject, params IEnumerable<(string Name, object? Value)> members) =>
        facts.Add(LogFact.Of(kind, subject, members));

    /// <summary>Appends the noted facts to the administration's chain and moves its head; returns where it is then, or null when nothing was noted.</summary>
    public long? WriteLog()
    {
        if (facts.Count == 0)
            return null;

        head ??=
            Statements.First(ReadHead, Head.Read, administration)
            ?? throw new InvalidOperationException($"There is no administration {administration}.");
        var (sequence, hash) = (head.Sequence, head.Hash);
        var lines = new List<LogRow>(facts.Count);
        foreach (var fact in facts)
        {
            var line = LogChain.Next(administration, ++sequence, hash, at, fact);
            hash = line.Hash;
            lines.Add(line);
        }

        Bulk.Insert(Statements, lines);
        Statements.Run(MoveHead, sequence, hash, administration);
        return sequence;
    }

    sealed record Head(long Sequence, string Hash)
    {
        public static Head Read(System.Data.Common.DbDataReader row) => new(row.GetInt64(0), row.GetString(1));
    }
}
