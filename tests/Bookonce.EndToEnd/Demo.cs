using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Bookonce.EndToEnd;

/// <summary>The demo as a newcomer starts it: a process of its own with pages and both sandboxes on free ports.</summary>
sealed partial class Demo : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    readonly Process process;

    readonly Uri teamleader;
    readonly Uri exact;

    Demo(Process process, Uri signInLink, Uri teamleader, Uri exact) =>
        (this.process, SignInLink, this.teamleader, this.exact) = (process, signInLink, teamleader, exact);

    /// <summary>Signs in whoever opens it first.</summary>
    public Uri SignInLink { get; }

    /// <summary>The address of a page.</summary>
    public Uri Page(string path) => new(SignInLink, path);

    /// <summary>Lets people work in its sandboxes.</summary>
    public Sandboxes People() => new(teamleader, exact);

    /// <summary>Starts it and waits until it has said its sign-in link and where its sandboxes are.</summary>
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
            if (Services().Match(line) is not { Success: true } services)
                continue;
            _ = started.StandardOutput.ReadToEndAsync(CancellationToken.None);
            return new Demo(
                started,
                new Uri(said.Select(told => Link().Match(told)).First(link => link.Success).Value),
                new Uri(services.Groups["teamleader"].Value),
                new Uri(services.Groups["exact"].Value)
            );
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

    [GeneratedRegex(@"Teamleader (?<teamleader>http\S+) Exact Online (?<exact>http\S+)", RegexOptions.CultureInvariant)]
    private static partial Regex Services();
}
