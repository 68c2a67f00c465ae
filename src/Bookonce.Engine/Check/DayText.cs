using System.Text.RegularExpressions;

namespace Bookonce.Engine.Check;

/// <summary>A date as it was written.</summary>
/// <param name="Value">The date, the day before the month where both are possible.</param>
/// <param name="Otherwise">The date if the month comes first; null when there is no doubt.</param>
/// <param name="Separator">What stands between day and month; a file may write each separator in another order.</param>
/// <param name="IsMonthFirst">Whether the month surely comes first, or surely does not; null when this date does not tell.</param>
readonly record struct Day(DateOnly Value, DateOnly? Otherwise, char Separator, bool? IsMonthFirst);

/// <summary>Reads dates in three orders, with or without a time, months as figures or names.</summary>
static partial class DayText
{
    const int FirstYear = 1980,
        LastYear = 2100;

    static readonly string[][] Months =
    [
        ["january", "januari", "janvier"],
        ["february", "februari", "fevrier"],
        ["march", "maart", "mars", "mrt"],
        ["april", "avril", "avr"],
        ["may", "mei", "mai"],
        ["june", "juni", "juin"],
        ["july", "juli", "juillet"],
        ["august", "augustus", "aout"],
        ["september", "septembre", "sept"],
        ["october", "oktober", "octobre"],
        ["november", "novembre"],
        ["december", "decembre"],
    ];

    /// <summary>The date; null when the text is none.</summary>
    public static Day? Read(string text)
    {
        if (YearFirst().Match(text) is { Success: true } iso)
            return Date(Number(iso, "y"), Number(iso, "m"), Number(iso, "d")) is { } date
                ? new Day(date, null, '-', null)
                : null;
        if (Named().Match(text) is { Success: true } named)
            return Date(Year(named), Month(named.Groups["name"].Value), Number(named, "d")) is { } date
                ? new Day(date, null, ' ', null)
                : null;
        if (YearLast().Match(text) is not { Success: true } match)
            return null;

        var (one, two, separator) = (Number(match, "a"), Number(match, "b"), match.Groups["s"].Value[0]);
        return (Date(Year(match), two, one), Date(Year(match), one, two)) switch
        {
            ({ } dayFirst, { } monthFirst) when dayFirst != monthFirst => new Day(
                dayFirst,
                monthFirst,
                separator,
                null
            ),
            ({ } either, { }) => new Day(either, null, separator, null),
            ({ } dayFirst, null) => new Day(dayFirst, null, separator, false),
            (null, { } monthFirst) => new Day(monthFirst, null, separator, true),
            _ => null,
        };
    }

    static DateOnly? Date(int year, int month, int day) =>
        year is >= FirstYear and <= LastYear
        && month is >= 1 and <= 12
        && day >= 1
        && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    static int Month(string name) =>
        HeaderText.Fold(name) is { Length: >= 3 } folded
            ? 1 + Array.FindIndex(Months, names => names.Any(full => full.StartsWith(folded, StringComparison.Ordinal)))
            : 0;

    static int Year(Match match) => Number(match, "y") is var year && year < 100 ? 2000 + year : year;

    static int Number(Match match, string group) => int.Parse(match.Groups[group].Value);

    [GeneratedRegex(
        @"^(?<y>\d{4})(?<s>[-/. ]?)(?<m>\d{1,2})\k<s>(?<d>\d{1,2})([T ]+\d{1,2}:\d{2}.*)?$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex YearFirst();

    [GeneratedRegex(
        @"^(?<a>\d{1,2})(?<s>[-/. ])(?<b>\d{1,2})\k<s>(?<y>\d{4}|\d{2})([T ]+\d{1,2}:\d{2}.*)?$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex YearLast();

    [GeneratedRegex(
        @"^(\p{L}+\.?,? )?(?<d>\d{1,2})(er|st|nd|rd|th)?[-/. ]+(?<name>\p{L}{3,})[-/., ]+(?<y>\d{4}|\d{2})$|^(?<name>\p{L}{3,})\.? +(?<d>\d{1,2})(st|nd|rd|th)?,? +(?<y>\d{4})$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex Named();
}
