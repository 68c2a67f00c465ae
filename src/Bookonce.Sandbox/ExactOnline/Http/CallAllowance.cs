using System.Globalization;

namespace Bookonce.Sandbox.ExactOnline.Http;

/// <summary>Calls per app and administration, by fixed clock minute and by day of UTC.</summary>
internal sealed class CallAllowance
{
    private readonly Dictionary<(string ClientId, int Division), Use> uses = [];

    /// <summary>Counts a call if it is allowed.</summary>
    /// <returns>Null when it is; else the empty answer with the headers of the limit that was hit.</returns>
    public Answer? Take(string clientId, int division, DateTimeOffset now, ExactOnlineSandboxOptions options)
    {
        var use = Current(clientId, division, now);
        if (use.OfDay >= options.CallsPerDay)
            return Daily(new Answer(429), use, options);
        if (use.OfMinute >= options.CallsPerMinute)
            return Minutely(new Answer(429), use, options);
        use.OfDay++;
        use.OfMinute++;
        return null;
    }

    /// <summary>Adds the six headers that stand on every answer to an address with an administration.</summary>
    public Answer WithHeaders(
        Answer answer,
        string clientId,
        int division,
        DateTimeOffset now,
        ExactOnlineSandboxOptions options
    )
    {
        var use = Current(clientId, division, now);
        return Daily(Minutely(answer, use, options), use, options);
    }

    private Use Current(string clientId, int division, DateTimeOffset now)
    {
        if (!uses.TryGetValue((clientId, division), out var use))
            uses.Add((clientId, division), use = new Use());
        var minute = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero);
        if (use.Minute != minute)
            (use.Minute, use.OfMinute) = (minute, 0);
        var day = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        if (use.Day != day)
            (use.Day, use.OfDay) = (day, 0);
        return use;
    }

    private static Answer Minutely(Answer answer, Use use, ExactOnlineSandboxOptions options) =>
        answer
            .With("X-RateLimit-Minutely-Limit", Number(options.CallsPerMinute))
            .With("X-RateLimit-Minutely-Remaining", Number(options.CallsPerMinute - use.OfMinute))
            .With("X-RateLimit-Minutely-Reset", Number(use.Minute.AddMinutes(1).ToUnixTimeMilliseconds()));

    private static Answer Daily(Answer answer, Use use, ExactOnlineSandboxOptions options) =>
        answer
            .With("X-RateLimit-Limit", Number(options.CallsPerDay))
            .With("X-RateLimit-Remaining", Number(options.CallsPerDay - use.OfDay))
            .With("X-RateLimit-Reset", Number(use.Day.AddDays(1).ToUnixTimeMilliseconds()));

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed class Use
    {
        public DateTimeOffset Minute { get; set; }
        public int OfMinute { get; set; }
        public DateTimeOffset Day { get; set; }
        public int OfDay { get; set; }
    }
}
