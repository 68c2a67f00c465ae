using System.Text.Json;

namespace Bookonce.Teamleader;

/// <summary>What an answer that is no success means for the request.</summary>
internal static class Failure
{
    public static TeamleaderException Of(
        HttpResponseMessage response,
        ReadOnlySpan<byte> body,
        DateTimeOffset? resumesAt
    )
    {
        var status = (int)response.StatusCode;
        var answer = Body.Object(body);
        var errors = Body.Errors(answer);
        var refused = status is 401 or 429 || (status is >= 400 and < 500 and not 408 && !Body.IsPage(response, body));
        return new TeamleaderException(
            Body.Titles(answer) ?? $"Teamleader answered {status} without a readable message.",
            refused ? Outcome.Refused : Outcome.Unknown
        )
        {
            Status = status,
            VendorCode = errors.Select(error => Body.Text(error, "code")).FirstOrDefault(code => code is not null),
            RequestId = RequestId(response),
            IsTransient = status == 429 || !refused,
            IsGone = refused && (status == 404 || (status == 400 && errors.Any(NamesId))),
            ResumesAt = resumesAt,
        };
    }

    public static TeamleaderException NoAnswer(Exception cause)
    {
        // Where no connection came about, nothing was sent: even a write is certain not to have happened.
        var neverSent =
            cause is HttpRequestException
            {
                HttpRequestError: HttpRequestError.ConnectionError
                    or HttpRequestError.NameResolutionError
                    or HttpRequestError.SecureConnectionError
            };
        return new TeamleaderException(
            neverSent ? "Teamleader cannot be reached." : "Teamleader did not answer.",
            neverSent ? Outcome.Refused : Outcome.Unknown,
            cause
        )
        {
            IsTransient = true,
        };
    }

    public static TeamleaderException Unreadable(int? status, string? requestId, Exception? cause = null) =>
        new("Teamleader gave an answer that cannot be read.", Outcome.Unknown, cause)
        {
            Status = status,
            RequestId = requestId,
            IsTransient = true,
        };

    public static string? RequestId(HttpResponseMessage response) =>
        response.Headers.TryGetValues("X-Request-Id", out var values) ? values.First() : null;

    private static bool NamesId(JsonElement error) =>
        error.TryGetProperty("meta", out var meta) && Body.Text(meta, "field") == "id";
}
