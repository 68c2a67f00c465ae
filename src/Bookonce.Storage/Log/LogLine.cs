namespace Bookonce.Storage.Log;

/// <summary>One line of the decision log: ids, numbers, amounts and hashes, never a name.</summary>
/// <param name="Administration">Whose chain it belongs to.</param>
/// <param name="Sequence">1, 2, 3 … without a gap.</param>
/// <param name="At">When it was written, UTC.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Subject">The document, customer, connection or run that it is about.</param>
/// <param name="Data">The facts: JSON with its members in order and no white space.</param>
/// <param name="Hash">SHA-256 over the hash of the line before it and everything above.</param>
public sealed record LogLine(
    Guid Administration,
    long Sequence,
    DateTimeOffset At,
    string Kind,
    Guid? Subject,
    string Data,
    string Hash
);
