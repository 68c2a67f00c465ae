using System.Globalization;
using System.Text.Json;

namespace Bookonce.ExactOnline;

/// <summary>What an answer that is no success means for the request.</summary>
internal static class Failure
{
    /// <summary>
    /// Beginnings of the texts with which Exact refuses a booking; such a refusal arrives with status 500, so only a text that is
    /// known turns a 500 into a refusal.
    /// </summary>
    private static readonly string[] BusinessTexts =
    [
        "Already exists",
        "Bestaat reeds",
        "Data already exists",
        "De boeking is niet in evenwicht",
        "Gegeven bestaat reeds",
        "In gebruik",
        "In use",
        "Invalid",
        "Mandatory",
        "Not allowed",
        "Niet toegestaan",
        "Onbekend:",
        "Ongeldig",
        "Period is closed",
        "Periode is afgesloten",
        "Property '",
        "Reeds verwerkt",
        "Unknown:",
        "Verplicht",
        "Wrong Division",
    ];

    public static ExactOnlineException Of(
        HttpResponseMessage response,
        ReadOnlySpan<byte> body,
        DateTimeOffset? resumesAt,
        bool daySpent
    )
    {
        var status = (int)response.StatusCode;
        var error = Error(body);
        var text = Body.Clean(Text(error))?.Replace("\r\n", "\n", StringComparison.Ordinal);
        var refused = IsRefused(status, text, Body.IsPage(response, body));
        return new ExactOnlineException(
            text ?? $"Exact Online answered {status} without a readable message.",
            refused ? Outcome.Refused : Outcome.Unknown
        )
        {
            Status = status,
            IsAnswered = refused || (status == 500 && error is not null),
            VendorCode = Body.Text(error, "code") ?? Header(response, "Reason"),
            RequestId = RequestId(response),
            IsTransient = status == 429 || !refused,
            IsBudgetSpent = daySpent,
            ResumesAt = resumesAt,
        };
    }

    public static ExactOnlineException NoAnswer(Exception cause)
    {
        // Where no connection came about, nothing was sent: even a write is certain not to have happened.
        var neverSent =
            cause is HttpRequestException
            {
                HttpRequestError: HttpRequestError.ConnectionError
                    or HttpRequestError.NameResolutionError
                    or HttpRequestError.SecureConnectionError
            };
        return new ExactOnlineException(
            neverSent ? "Exact Online cannot be reached." : "Exact Online did not answer.",
            neverSent ? Outcome.Refused : Outcome.Unknown,
            cause
        )
        {
            IsTransient = true,
        };
    }

    public static ExactOnlineException Unreadable(int? status, string? requestId, Exception? cause = null) =>
        new("Exact Online gave an answer that cannot be read.", Outcome.Unknown, cause)
        {
            Status = status,
            RequestId = requestId,
            IsTransient = true,
        };

    public static string? RequestId(HttpResponseMessage response) =>
        Header(response, "X-Request-Id") ?? Header(response, "Request-Id") ?? Header(response, "X-Correlation-Id");

    private static bool IsRefused(int status, string? text, bool page) =>
        status switch
        {
            401 or 429 => true,
            408 => false,
            >= 400 and < 500 => !page,
            >= 500 => text?.Split('\n')
                .Any(line => BusinessTexts.Any(known => line.StartsWith(known, StringComparison.OrdinalIgnoreCase)))
                ?? false,
            _ => false,
        };

    private static JsonElement? Error(ReadOnlySpan<byte> body) =>
        Body.Object(body) is { } answer
        && answer.TryGetProperty("error", out var error)
        && error.ValueKind == JsonValueKind.Object
            ? error
            : null;

    private static string? Text(JsonElement? error) =>
        error is { } found && found.TryGetProperty("message", out var message)
            ? message.ValueKind == JsonValueKind.String
                ? message.GetString()
                : Body.Text(message, "value")
            : null;

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values)
            ? Body.Clean(values.First())?.ToString(CultureInfo.InvariantCulture)
            : null;
}
