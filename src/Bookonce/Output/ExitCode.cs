namespace Bookonce.Output;

/// <summary>What the shell is told.</summary>
static class ExitCode
{
    public const int Done = 0;
    public const int SomethingForAPerson = 1;
    public const int UsedWrongly = 2;
    public const int Unavailable = 3;
    public const int Stopped = 130;
}

/// <summary>A command cannot go on, and a person can mend it: one sentence what, one what to do.</summary>
sealed class CommandException(int exitCode, string code, string message, string remedy) : Exception(message)
{
    public int ExitCode { get; } = exitCode;

    public string Code { get; } = code;

    public string Remedy { get; } = remedy;
}
