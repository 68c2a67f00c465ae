namespace Bookonce.Engine.Store;

/// <summary>A key that lets a program use the HTTP API. The key itself is kept nowhere.</summary>
/// <param name="Name">What people call it; once given, it names this key for good.</param>
/// <param name="CreatedAt">When it was made, UTC.</param>
/// <param name="LastUsedOn">The last day on which it was used, UTC; null when it never was.</param>
/// <param name="RevokedAt">Since when it opens nothing any more, UTC; null while it does.</param>
public sealed record ApiKey(string Name, DateTimeOffset CreatedAt, DateOnly? LastUsedOn, DateTimeOffset? RevokedAt);

/// <summary>Something that a program asked for, as the log keeps it.</summary>
/// <param name="Key">The name of its key.</param>
/// <param name="What">What it asked for, in one word of ours.</param>
/// <param name="Subject">The connection or repair that it is about.</param>
/// <param name="Seal">The plan or list that it had seen; null where there is none.</param>
public sealed record ApiRequest(string Key, string What, Guid Subject, string? Seal = null);
