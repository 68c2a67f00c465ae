using Bookonce.Domain.Connections;
using Bookonce.Domain.Proof;

namespace Bookonce.Domain.Tests.Proof;

public sealed class ProofPeriodTests
{
    static readonly DateOnly Today = new(2026, 11, 23);

    /// <summary>A financial year from July to June.</summary>
    static readonly Masters Broken = new()
    {
        Currency = "EUR",
        Periods =
        [
            new Period(2026, 1, new DateOnly(2026, 7, 1), new DateOnly(2026, 12, 31)),
            new Period(2026, 2, new DateOnly(2027, 1, 1), new DateOnly(2027, 6, 30)),
        ],
    };

    [Theory]
    [InlineData(null, null, "2026-03-01", "2026-07-01", "2026-11-23")]
    [InlineData(null, null, "2026-09-15", "2026-09-15", "2026-11-23")]
    [InlineData(null, null, "2027-01-01", "2027-01-01", "2027-01-01")]
    [InlineData(null, "2026-05-31", "2025-03-01", "2026-01-01", "2026-05-31")]
    [InlineData("2026-08-01", null, "2026-03-01", "2026-08-01", "2026-11-23")]
    [InlineData("2026-04-01", "2026-04-30", "2026-03-01", "2026-04-01", "2026-04-30")]
    public void The_financial_year_so_far_from_the_start_date_on_unless_days_are_given(
        string? from,
        string? to,
        string startDate,
        string expectedFrom,
        string expectedTo
    )
    {
        var period = ProofPeriod.Of(Day(from), Day(to), DateOnly.Parse(startDate), Broken, Today);

        Assert.Equal(new ProofPeriod(DateOnly.Parse(expectedFrom), DateOnly.Parse(expectedTo)), period);
        Assert.Null(period.Refusal(DateOnly.Parse(startDate)));
    }

    [Theory]
    [InlineData("2026-02-28", "2026-03-31", "periodNotRead")]
    [InlineData("2026-03-02", "2026-03-01", "periodBackwards")]
    [InlineData("2026-03-01", "2026-03-01", null)]
    public void Days_of_which_nothing_can_be_said_are_refused(string from, string to, string? code) =>
        Assert.Equal(
            code,
            new ProofPeriod(DateOnly.Parse(from), DateOnly.Parse(to)).Refusal(new DateOnly(2026, 3, 1))?.Code
        );

    static DateOnly? Day(string? day) => day is null ? null : DateOnly.Parse(day);
}
