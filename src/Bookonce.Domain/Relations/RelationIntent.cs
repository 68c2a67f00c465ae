using Bookonce.Domain.Booking;
using Bookonce.Domain.Documents;

namespace Bookonce.Domain.Relations;

/// <summary>The durable record, made before the request, that a relation is about to be created for a customer.</summary>
public sealed record RelationIntent
{
    /// <summary>The intent's own id.</summary>
    public required Guid Id { get; init; }

    /// <summary>For whom.</summary>
    public required CustomerKey Customer { get; init; }

    /// <summary>The name it gets.</summary>
    public required string Name { get; init; }

    /// <summary>What the relation will carry for good, in its remarks.</summary>
    public required string Mark { get; init; }

    /// <summary>The exact bytes of every try.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <inheritdoc cref="IntentState"/>
    public IntentState State { get; init; }

    /// <summary>Tries that were never answered.</summary>
    public int Unanswered { get; init; } = 1;

    /// <summary>When the last try began, UTC.</summary>
    public required DateTimeOffset LastTry { get; init; }
}
