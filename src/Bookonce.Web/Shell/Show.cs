using System.Globalization;

namespace Bookonce.Web.Shell;

/// <summary>Values as people read them, the same on every page and in every sentence of a Problem.</summary>
static class Show
{
    /// <summary>Stands where there is nothing to show.</summary>
    public const string Nothing = "–";

    /// <summary>For example <c>1,234.56</c>, and <c>1,234.56 USD</c> where the currency is not the euro.</summary>
    public static string Amount(decimal amount, Domain.Documents.Currency currency)
    {
        var digits = amount.ToString(currency.Scale == 0 ? "#,##0" : "#,##0.00", CultureInfo.InvariantCulture);
        return currency == Domain.Documents.Currency.Euro ? digits : $"{digits} {currency.Code}";
    }

    /// <summary>For example <c>2026-03-31</c>.</summary>
    public static string Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? Nothing;

    /// <summary>A count with thousands, for example <c>1,234</c>.</summary>
    public static string Count(int count) => count.ToString("#,##0", CultureInfo.InvariantCulture);

    /// <summary>One thing, or so many of them.</summary>
    public static string Count(int count, string one, string many) =>
        count == 1 ? $"1 {one}" : $"{Count(count)} {many}";

    /// <summary>The time of day on the clock's wall, for example <c>10:01:00</c>.</summary>
    public static string Time(DateTimeOffset instant, TimeProvider clock) =>
        Local(instant, clock).ToString("HH:mm:ss", CultureInfo.InvariantCulture) + Zone(clock);

    /// <summary>Date and time on the clock's wall, for example <c>2026-03-31 10:01</c>.</summary>
    public static string Moment(DateTimeOffset instant, TimeProvider clock) =>
        Local(instant, clock).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + Zone(clock);

    /// <summary>For example <c>0.8 s</c>, <c>12 s</c> or <c>3 min 5 s</c>.</summary>
    public static string Duration(TimeSpan duration) =>
        duration switch
        {
            { TotalSeconds: < 10 } => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0.0} s"),
            { TotalMinutes: < 1 } => $"{(int)duration.TotalSeconds} s",
            _ => $"{(int)duration.TotalMinutes} min {duration.Seconds} s",
        };

    /// <summary>A fraction as a percentage, for example <c>21 %</c>.</summary>
    public static string Percent(decimal fraction) =>
        string.Create(CultureInfo.InvariantCulture, $"{fraction * 100:0.##} %");

    static DateTimeOffset Local(DateTimeOffset instant, TimeProvider clock) =>
        TimeZoneInfo.ConvertTime(instant, clock.LocalTimeZone);

    // A server's wall clock is often not the reader's; only then does it need a name.
    static string Zone(TimeProvider clock) => clock.LocalTimeZone.BaseUtcOffset == TimeSpan.Zero ? " UTC" : "";
}
