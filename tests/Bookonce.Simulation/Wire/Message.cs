using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bookonce.Sandbox;
using Bookonce.Simulation.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Bookonce.Simulation.Wire;

/// <summary>A request as it goes over the wire: kept whole, so that it can arrive now, later, or never.</summary>
sealed partial record Message(
    Service Service,
    string Method,
    string Path,
    string Query,
    ReadOnlyMemory<byte> Body,
    IReadOnlyList<KeyValuePair<string, string>> Headers
)
{
    public static async Task<Message> Of(HttpRequestMessage request)
    {
        var url = request.RequestUri!;
        var headers = request.Headers.Concat(request.Content?.Headers.ToArray() ?? []);
        return new Message(
            url.Host == Services.UrlOf(Service.Exact).Host ? Service.Exact : Service.Teamleader,
            request.Method.Method,
            url.AbsolutePath,
            url.Query,
            request.Content is null ? default : await request.Content.ReadAsByteArrayAsync(),
            [.. headers.Select(header => KeyValuePair.Create(header.Key, string.Join(", ", header.Value)))]
        );
    }

    /// <summary>For example <c>POST SalesEntries</c> or <c>invoices.list</c>.</summary>
    public string Name =>
        Service == Service.Exact ? $"{Method} {Path[(Path.LastIndexOf('/') + 1)..]}" : Path.TrimStart('/');

    /// <summary>What is asked for or written, without its key: for example <c>SalesEntries</c>.</summary>
    public string Resource => Path[(Path.LastIndexOf('/') + 1)..].Split('(')[0];

    /// <summary>Whether it deletes an entry.</summary>
    public bool IsRemoval => Service == Service.Exact && Method == "DELETE" && Resource == "SalesEntries";

    /// <summary>Ids that a filter names.</summary>
    public IEnumerable<Guid> IdsAskedFor => Ids().Matches(Query).Select(found => Guid.Parse(found.Value));

    public bool IsToken =>
        Path.EndsWith("/token", StringComparison.Ordinal) || Path.EndsWith("/access_token", StringComparison.Ordinal);

    public bool IsRead => Service == Service.Exact ? Method == "GET" : !IsToken;

    public bool IsEntry => Is("SalesEntries");

    public bool IsAccount => Is("Accounts");

    /// <summary>What an entry says, whatever its keys: another try may carry another number.</summary>
    public string Content => ContentOf(Body);

    /// <inheritdoc cref="Content"/>
    public static string ContentOf(ReadOnlyMemory<byte> entry)
    {
        var body = JsonNode.Parse(entry.Span)!.AsObject();
        body.Remove("EntryID");
        body.Remove("EntryNumber");
        return body.ToJsonString();
    }

    /// <summary>A text of the JSON that was sent; null when there is none of that name.</summary>
    public string? Text(string member)
    {
        using var json = JsonDocument.Parse(Body);
        return json.RootElement.TryGetProperty(member, out var value) && value.ValueKind != JsonValueKind.Null
            ? value.ToString()
            : null;
    }

    /// <summary>Lets the service deal with it, here and now.</summary>
    /// <param name="arrived">When it came in, where that is not now.</param>
    public Answer CarryOut(Services services, DateTimeOffset? arrived = null)
    {
        var http = new DefaultHttpContext();
        var line = new Line();
        http.Features.Set<IHttpRequestLifetimeFeature>(line);
        if (arrived is { } moment)
            Arrival.Set(http, moment);
        var request = http.Request;
        (request.Method, request.Scheme, request.Host) = (
            Method,
            "https",
            new HostString(Services.UrlOf(Service).Host)
        );
        (request.Path, request.QueryString) = (PathString.FromUriComponent(Path), new QueryString(Query));
        foreach (var (name, value) in Headers)
            request.Headers[name] = value;
        request.Body = new MemoryStream(Body.ToArray(), writable: false);
        request.ContentLength = Body.Length;
        using var body = new MemoryStream();
        http.Response.Body = body;
        services.Of(Service)(http).Done();
        return new Answer(
            http.Response.StatusCode,
            [.. http.Response.Headers.Select(header => KeyValuePair.Create(header.Key, header.Value.ToString()))],
            body.ToArray(),
            line.IsCut
        );
    }

    [GeneratedRegex(
        "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Ids();

    bool Is(string resource) =>
        Service == Service.Exact && Method == "POST" && Path.EndsWith($"/{resource}", StringComparison.Ordinal);

    /// <summary>The connection, which the service may cut.</summary>
    sealed class Line : IHttpRequestLifetimeFeature
    {
        public bool IsCut { get; private set; }

        public CancellationToken RequestAborted { get; set; }

        public void Abort() => IsCut = true;
    }
}
