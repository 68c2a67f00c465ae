using System.Net;

namespace Bookonce.Simulation.Wire;

/// <summary>What a service answers.</summary>
/// <param name="IsCut">The service itself broke the connection.</param>
sealed record Answer(int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body, bool IsCut = false)
{
    public static Answer Page(int status) =>
        new(
            status,
            [KeyValuePair.Create("Content-Type", "text/html; charset=utf-8")],
            System.Text.Encoding.UTF8.GetBytes($"<html><body><h1>{status}</h1></body></html>")
        );

    /// <summary>Too many calls, as each service words it.</summary>
    public static Answer TooMany(Service service, DateTimeOffset reset) =>
        service == Service.Exact
            ? new(
                429,
                [
                    KeyValuePair.Create("X-RateLimit-Minutely-Limit", "60"),
                    KeyValuePair.Create("X-RateLimit-Minutely-Remaining", "0"),
                    KeyValuePair.Create("X-RateLimit-Minutely-Reset", $"{reset.ToUnixTimeMilliseconds()}"),
                ],
                []
            )
            : new(
                429,
                [
                    KeyValuePair.Create("X-RateLimit-Limit", "200"),
                    KeyValuePair.Create("X-RateLimit-Remaining", "0"),
                    KeyValuePair.Create("X-RateLimit-Reset", $"{reset:yyyy-MM-dd'T'HH:mm:ss.fff}+0000"),
                    KeyValuePair.Create("Content-Type", "application/json"),
                ],
                """{"errors":[{"code":0,"title":"Rate limit exceeded","status":429}]}"""u8.ToArray()
            );

    /// <param name="isBroken">The body breaks off in the middle.</param>
    public HttpResponseMessage ToResponse(bool isBroken = false)
    {
        HttpContent content = isBroken ? new BrokenContent() : new ByteArrayContent(Body);
        var response = new HttpResponseMessage((HttpStatusCode)Status) { Content = content };
        foreach (var (name, value) in Headers)
            if (!response.Headers.TryAddWithoutValidation(name, value))
                content.Headers.TryAddWithoutValidation(name, value);
        return response;
    }

    sealed class BrokenContent : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            throw new IOException("The connection was reset.");

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
