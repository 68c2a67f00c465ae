using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Bookonce.Sandbox.Teamleader.Http;

/// <summary>Writes what the budget is into every answer of the API.</summary>
internal static class RateLimitHeaders
{
    static readonly TimeSpan DocumentedOffset = TimeSpan.FromHours(1);

    public static void Write(
        this SlidingMinute.Standing standing,
        IHeaderDictionary headers,
        TeamleaderSwitches switches,
        DateTimeOffset now
    )
    {
        headers["X-RateLimit-Limit"] = standing.Limit.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Remaining"] = standing.Remaining.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Reset"] = Moment(standing.Reset, switches.ResetHeader);
        if (!standing.Allowed && switches.RetryAfter == RetryAfterHeader.Seconds)
            headers.RetryAfter = Math.Ceiling((standing.Reset - now).TotalSeconds)
                .ToString(CultureInfo.InvariantCulture);
    }

    static string Moment(DateTimeOffset reset, ResetHeaderStyle style) =>
        style switch
        {
            ResetHeaderStyle.OffsetWithoutColon => UpTo(reset, TimeSpan.TicksPerMillisecond)
                .ToOffset(DocumentedOffset)
                .ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0100'", CultureInfo.InvariantCulture),
            ResetHeaderStyle.OffsetWithColon => Wire.Moment(UpTo(reset, TimeSpan.TicksPerSecond)),
            ResetHeaderStyle.UnixSeconds => UpTo(reset, TimeSpan.TicksPerSecond)
                .ToUnixTimeSeconds()
                .ToString(CultureInfo.InvariantCulture),
        };

    // Rounded down, the header would promise a call that is still refused.
    static DateTimeOffset UpTo(DateTimeOffset moment, long ticks) =>
        moment.AddTicks((ticks - moment.UtcTicks % ticks) % ticks);
}
