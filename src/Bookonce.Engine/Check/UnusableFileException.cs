namespace Bookonce.Engine.Check;

/// <summary>A list cannot be checked as it is, and a person can mend it.</summary>
public sealed class UnusableFileException(string code, string message, string remedy) : Exception(message)
{
    /// <summary>The kind of Problem.</summary>
    public string Code { get; } = code;

    /// <summary>What to do, in one sentence.</summary>
    public string Remedy { get; } = remedy;
}
