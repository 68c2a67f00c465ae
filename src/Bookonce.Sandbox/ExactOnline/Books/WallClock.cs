namespace Bookonce.Sandbox.ExactOnline;

/// <summary>The service writes moments as Central European wall-clock time; whether with summer time is unknown.</summary>
internal static class WallClock
{
    // By rule instead of by the machine's time zone data, which a small container may lack.
    public static DateTime Of(DateTimeOffset instant, SummerTime summerTime)
    {
        var utc = instant.UtcDateTime;
        var summer =
            summerTime == SummerTime.Followed && utc >= LastSunday(utc.Year, 3) && utc < LastSunday(utc.Year, 10);
        return DateTime.SpecifyKind(utc.AddHours(summer ? 2 : 1), DateTimeKind.Unspecified);
    }

    private static DateTime LastSunday(int year, int month)
    {
        var last = new DateTime(year, month, DateTime.DaysInMonth(year, month), 1, 0, 0, DateTimeKind.Utc);
        return last.AddDays(-(int)last.DayOfWeek);
    }
}
