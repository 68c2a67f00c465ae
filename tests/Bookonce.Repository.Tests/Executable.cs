using System.Diagnostics;

namespace Bookonce.Repository.Tests;

/// <summary>The built program, as a process of its own.</summary>
static class Executable
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>What a command printed and how it ended.</summary>
    public sealed record Ended(int Code, string Output, string Complaints);

    /// <summary>Runs a command to its end.</summary>
    public static async Task<Ended> Run(params string[] arguments)
    {
        using var process = Start(arguments);
        var (output, complaints) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
        return new Ended(process.ExitCode, await output, await complaints);
    }

    /// <summary>Starts a command that goes on until it is stopped.</summary>
    public static Process Start(params string[] arguments) =>
        Process.Start(
            new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "bookonce.dll"), .. arguments])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            }
        )!;
}
