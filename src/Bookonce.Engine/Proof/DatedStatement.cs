using Bookonce.Domain.Connections;
using Bookonce.Domain.Proof;
using Bookonce.Engine.Store;

namespace Bookonce.Engine.Proof;

/// <summary>What was proved of a connection, by what was known when. All instants are UTC.</summary>
public sealed record DatedStatement
{
    /// <summary>Of which connection.</summary>
    public required Connection Connection { get; init; }

    /// <inheritdoc cref="Domain.Proof.Statement"/>
    public required Statement Statement { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>When Teamleader was last followed.</summary>
    public required DateTimeOffset DocumentsReadAt { get; init; }

    /// <summary>When Exact was last followed; totals and VAT of the entries were read later, for the statement.</summary>
    public required DateTimeOffset EntriesReadAt { get; init; }

    /// <summary>The last line of the decision log that it rests on.</summary>
    public required LogEnd Log { get; init; }

    /// <summary>Calls to Exact that its making took, those of a run before it not counted.</summary>
    public required int ExactCalls { get; init; }

    /// <summary>Whether both sides agree, but for differences that a person accepted.</summary>
    public bool IsProved => Statement.Outcome is ProofOutcome.Agrees or ProofOutcome.AgreesExcept;
}

/// <summary>How far the reading of VAT is.</summary>
/// <param name="Done">Entries read.</param>
/// <param name="Total">Entries to read.</param>
/// <param name="ResumesAt">Until when it waits for the allowance, UTC; null while it does not wait.</param>
public readonly record struct ProofProgress(int Done, int Total, DateTimeOffset? ResumesAt = null);
