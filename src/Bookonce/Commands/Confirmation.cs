using System.CommandLine;
using Bookonce.Output;

namespace Bookonce.Commands;

/// <summary>Whether a command does what it shows. Without <c>--yes</c> it only shows it.</summary>
sealed class Confirmation(string yes)
{
    /// <summary>Says the usual aloud.</summary>
    public Option<bool> DryRun { get; } =
        new("--dry-run") { Description = "Only show it. The same as leaving out --yes." };

    /// <summary>Does it.</summary>
    public Option<bool> Yes { get; } = new("--yes") { Description = yes };

    /// <summary>Whether it is to be done.</summary>
    /// <exception cref="CommandException">Both were given.</exception>
    public bool IsGiven(ParseResult parsed) =>
        parsed.GetValue(DryRun) && parsed.GetValue(Yes)
            ? throw new CommandException(
                ExitCode.UsedWrongly,
                "usage",
                "--dry-run and --yes say opposite things.",
                "Leave one of them out."
            )
            : parsed.GetValue(Yes);
}
