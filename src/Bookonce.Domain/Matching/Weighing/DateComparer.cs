namespace Bookonce.Domain.Matching.Weighing;

/// <summary>Compares day numbers.</summary>
static class DateComparer
{
    /// <summary>Beyond this, an equal amount alone is no question any more.</summary>
    public const int Weeks = 35;

    const int Near = 3,
        Year = 400;

    public static DateLevel Compare(int document, int entry, bool isOpenItem)
    {
        var days = entry - document;
        if (days == 0)
            return DateLevel.Equal;
        if (Math.Abs(days) <= Near)
            return DateLevel.Near;
        if (Math.Abs(days) > Year)
            return DateLevel.VeryFar;
        if (isOpenItem && days > Weeks)
            return DateLevel.OpenItem;

        var (one, other) = (DateOnly.FromDayNumber(document), DateOnly.FromDayNumber(entry));
        var monthEnd = new DateOnly(one.Year, one.Month, DateTime.DaysInMonth(one.Year, one.Month)).DayNumber;
        return entry == monthEnd || entry == monthEnd + 1 ? DateLevel.MonthEnd
            : one.Day == other.Month && one.Month == other.Day && one.Year == other.Year ? DateLevel.Swapped
            : days is > 0 and <= Weeks ? DateLevel.Later
            : days is < 0 and >= -Weeks ? DateLevel.Earlier
            : one.Day == other.Day && one.Month == other.Month ? DateLevel.OtherYear
            : DateLevel.Far;
    }

    /// <summary>The days that would get a level: first, last, and how many of them count.</summary>
    public static (int From, int To, double Share) Window(DateLevel level, int document, int entry) =>
        level switch
        {
            DateLevel.Equal => (document, document, 1),
            DateLevel.Near => (document - Near, document + Near, 6.0 / 7),
            DateLevel.MonthEnd => (entry - 1, entry + 1, 2.0 / 3),
            DateLevel.Swapped => (entry, entry, 1),
            DateLevel.Later => (document + Near + 1, document + Weeks, 1),
            DateLevel.Earlier => (document - Weeks, document - Near - 1, 1),
            DateLevel.OtherYear => (entry, entry, 1),
            DateLevel.OpenItem => (document, document + Year, 1),
            _ => (document - Year, document + Year, 1),
        };
}
