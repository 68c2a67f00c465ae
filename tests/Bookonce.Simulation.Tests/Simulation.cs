using System.Diagnostics;
using System.Text.Json;

namespace Bookonce.Simulation.Tests;

/// <summary>The built program, in a process of its own.</summary>
static class Simulation
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>What it printed, and how it ended.</summary>
    public sealed record Ended(int Code, JsonElement Report)
    {
        public int Count(string counter) => Report.GetProperty(counter).GetInt32();

        public string Text(string member) => Report.GetProperty(member).GetString()!;
    }

    public static async Task<Ended> Run(params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Bookonce.Simulation.dll");
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", [program, .. arguments, "--json"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            }
        )!;
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
        var text = await output;
        Assert.True(text.Length > 0, await complaints);
        return new Ended(process.ExitCode, JsonElement.Parse(text));
    }
}
