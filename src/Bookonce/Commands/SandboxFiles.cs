using System.CommandLine;
using Bookonce.Output;
using Bookonce.Sandbox.ExactOnline;
using Bookonce.Sandbox.Faults;
using Bookonce.Sandbox.Host;
using Bookonce.Sandbox.Teamleader;

namespace Bookonce.Commands;

/// <summary>Files that say how the sandboxes behave.</summary>
static class SandboxFiles
{
    public static Option<FileInfo?> State() =>
        new("--state")
        {
            Description = "Keep what the sandboxes hold in this file, and go on with it at the next start.",
            HelpName = "FILE",
        };

    public static Option<FileInfo?> Switches() =>
        new("--switches")
        {
            Description = "Set switches as in this JSON file; 'bookonce sandbox switches' lists them.",
            HelpName = "FILE",
        };

    public static Option<FileInfo?> Faults() =>
        new("--faults") { Description = "Let go wrong what this JSON file plans.", HelpName = "FILE" };

    /// <summary>The switches of a file, or the defaults without one.</summary>
    public static (ExactOnlineSwitches Exact, TeamleaderSwitches Teamleader) Read(FileInfo? file)
    {
        var defaults = new SandboxSwitches(new ExactOnlineSwitches(), new TeamleaderSwitches());
        var set = file is null ? defaults : Parse(file, defaults.With);
        return (set.Exact, set.Teamleader);
    }

    /// <summary>The fault plan of a file, or none without one.</summary>
    public static FaultPlan ReadFaults(FileInfo? file) => file is null ? FaultPlan.None : Parse(file, FaultPlan.Parse);

    static T Parse<T>(FileInfo file, Func<string, T> parse)
    {
        try
        {
            return parse(File.ReadAllText(file.FullName));
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new CommandException(
                ExitCode.UsedWrongly,
                "fileUnreadable",
                $"{file}: {wrong.Message}",
                "Correct the file."
            );
        }
    }
}
