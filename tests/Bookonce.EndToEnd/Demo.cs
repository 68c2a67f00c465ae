using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Bookonce.EndToEnd;

/// <summary>The demo as a newcomer starts it: a process of its own with pages and both sandboxes on free ports.</summary>
sealed partial class Demo : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    readonly Process process;

    Demo(Process process, Uri signInLink) => (this.process, SignInLink) = (process, signInLink);

    /// <summary>Signs in whoever opens it first.</summary>
    public Uri SignInLink { get; }

    /// <summary>The address of a page.</summary>
    public Uri Page(string path) => new(SignInLink, path);

    /// <summary>Starts it and waits for its sign-in link.</summary>
    public static async Task<Demo> Start()
    {
        var program = typeof(Demo)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == "Bookonce")
            .Value!;
        var started = Process.Start(
            new ProcessStartInfo("dotnet", [program, "demo", "--port", "0"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            }
        )!;
        // Nobody reads the rest, but a full pipe would stop the process.
        var complaints = started.StandardError.ReadToEndAsync(CancellationToken.None);
        using var patience = new CancellationTokenSource(Patience);
        var said = new List<string>();
        while (await started.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            said.Add(line);
            if (Link().Match(line) is { Success: true } match)
            {
                _ = started.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return new Demo(started, new Uri(match.Value));
            }
        }
        throw new InvalidOperationException(
            $"The demo ended before it was ready: {string.Join('\n', said)}\n{await complaints}"
        );
    }

    /// <summary>Stops it as Ctrl-C does, so that it clears its folder away.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!OperatingSystem.IsWindows())
        {
            using var signal = Process.Start("kill", ["-INT", process.Id.ToString()]);
            await signal.WaitForExitAsync();
        }
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        try
        {
            if (OperatingSystem.IsWindows())
                process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }
        process.Dispose();
    }

    [GeneratedRegex(@"http://\S+/sign-in/\S+", RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}
