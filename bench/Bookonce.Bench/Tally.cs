using System.Text.RegularExpressions;

namespace Bookonce.Bench;

/// <summary>Counts requests by what they ask for, and keeps the bodies of sales entries while it is told to.</summary>
sealed partial class Tally(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    readonly Dictionary<string, int> exact = new(StringComparer.Ordinal);
    readonly List<byte[]> entries = [];

    /// <summary>Whether bodies of sales entries are kept.</summary>
    public bool KeepsEntries { get; set; }

    /// <summary>The bodies of the sales entries that were kept, in order.</summary>
    public IReadOnlyList<byte[]> Entries => entries;

    /// <summary>How often each resource of Exact was asked since this was last called, by name; consent and tokens are no resources.</summary>
    public IReadOnlyDictionary<string, int> TakeExact()
    {
        lock (exact)
        {
            var taken = new SortedDictionary<string, int>(exact, StringComparer.Ordinal);
            exact.Clear();
            return taken;
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        if (Resource().Match(request.RequestUri!.AbsolutePath) is { Success: true } match)
        {
            var name = $"{request.Method} {match.Groups["name"].Value}";
            lock (exact)
                exact[name] = exact.GetValueOrDefault(name) + 1;
            if (KeepsEntries && name == "POST salesentry/SalesEntries")
                entries.Add(await request.Content!.ReadAsByteArrayAsync(cancellationToken));
        }
        return await base.SendAsync(request, cancellationToken);
    }

    /// <summary>Both services have an API below other paths; only Exact's begins like this.</summary>
    [GeneratedRegex(@"^/api/v1/(beta/)?([0-9]+/)?(?<name>[^(]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Resource();
}
