namespace Bookonce.Sandbox.Host;

/// <summary>A state file is there, but is no state that this program can take up. It is left as it is.</summary>
public sealed class UnreadableStateException(string message, Exception cause) : IOException(message, cause);
