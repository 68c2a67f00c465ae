using Bookonce.Simulation.Wire;

namespace Bookonce.Simulation.Audit;

/// <summary>A request of an engine to a service, as the auditor remembers it while it is on its way.</summary>
/// <param name="SentAt">The event at which it was sent.</param>
/// <param name="LookedAt">The event up to which the engine had seen the books.</param>
/// <param name="KnewSince">The event at which the run began that sent these bytes first.</param>
sealed record Request(Message Message, long SentAt, long LookedAt, long KnewSince)
{
    /// <summary>The step of a repair that it is part of; null for a request of a run.</summary>
    public Warrant? Warrant { get; init; }

    /// <summary>The event at which the engine had last read the entry that the step names.</summary>
    public long ReadAt { get; init; }

    /// <summary>The event at which it had last read whether that is matched, and with it which periods are closed.</summary>
    public long MatchingReadAt { get; init; }

    /// <summary>The document or customer that it is about: the id in the address that it carries.</summary>
    public Guid? Subject =>
        Message.Text(Message.IsEntry ? "ExternalLinkReference" : "Remarks") is { } mark
        && mark.IndexOf("id=", StringComparison.Ordinal) is >= 0 and var at
        && Guid.TryParse(mark.AsSpan(at + 3), out var id)
            ? id
            : null;

    public int? Number => Message.Text("EntryNumber") is { } text ? int.Parse(text) : null;
}
