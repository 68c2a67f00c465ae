using Bookonce.Sandbox.Host;

namespace Bookonce.Output;

/// <summary>What a person should know about the sandboxes.</summary>
static class SandboxOutput
{
    /// <summary>Files that were left out, each with its reason.</summary>
    public static void Unreadable(SandboxHost sandboxes)
    {
        foreach (var file in sandboxes.Unreadable)
            Screen.Note($"Left out {file.File}: {file.Reason}");
    }
}
