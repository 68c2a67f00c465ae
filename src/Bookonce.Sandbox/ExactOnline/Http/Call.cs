using Microsoft.AspNetCore.Http;

namespace Bookonce.Sandbox.ExactOnline.Http;

/// <summary>A request that was read completely, so that it can be answered in one go.</summary>
/// <param name="Path">Without doubled or trailing slashes.</param>
/// <param name="ArrivedAfter">The last entry that was there when the request began to come in.</param>
/// <param name="Host">Scheme and host as the caller wrote them.</param>
internal sealed record Call(
    string Method,
    string Path,
    string QueryString,
    string Host,
    IHeaderDictionary Headers,
    ReadOnlyMemory<byte> Body,
    int ArrivedAfter
)
{
    /// <summary>When it came in, if that is not now.</summary>
    public DateTimeOffset? Arrived { get; init; }

    public bool IsRead => Method is "GET" or "HEAD";

    public bool WantsRepresentation =>
        Headers["Prefer"].ToString().Contains("return=representation", StringComparison.OrdinalIgnoreCase);

    /// <summary>Callers that ask for XML or HTML alone are refused; who asks for nothing gets JSON here and Atom at the service.</summary>
    public bool AcceptsJson =>
        Headers.Accept.ToString() is var accept
        && (
            accept is ""
            || accept.Contains("json", StringComparison.OrdinalIgnoreCase)
            || accept.Contains("*/*", StringComparison.Ordinal)
        );

    public string? BearerToken =>
        Headers.Authorization.ToString() is var value && value.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? value["Bearer ".Length..].Trim()
            : null;

    public static async Task<Call> Read(HttpContext context, int arrivedAfter)
    {
        var request = context.Request;
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, context.RequestAborted);
        var segments = (request.Path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        return new Call(
            request.Method,
            string.Join('/', segments),
            request.QueryString.Value ?? "",
            $"{request.Scheme}://{request.Host}",
            request.Headers,
            body.ToArray(),
            arrivedAfter
        )
        {
            Arrived = Arrival.Of(context),
        };
    }
}
