using Bookonce.Domain.Budgets;
using CsCheck;

namespace Bookonce.Domain.Tests.Budgets;

public sealed class CallPlanTests
{
    static readonly DateTimeOffset Now = At("10:00:30");

    [Fact]
    public void What_fits_is_done_in_this_minute() =>
        Assert.Equal([new PlannedMinute(Now, 20)], CallPlan.Of(20, Budget(minuteLeft: 20, dayLeft: 500), Now));

    [Fact]
    public void The_rest_goes_into_the_minutes_after_it() =>
        Assert.Equal(
            [new PlannedMinute(Now, 5), new PlannedMinute(At("10:01:00"), 60), new PlannedMinute(At("10:02:00"), 35)],
            CallPlan.Of(100, Budget(minuteLeft: 5, dayLeft: 500), Now)
        );

    [Fact]
    public void With_the_minute_used_up_it_goes_on_with_the_next() =>
        Assert.Equal([new PlannedMinute(At("10:01:00"), 7)], CallPlan.Of(7, Budget(minuteLeft: 0, dayLeft: 500), Now));

    [Fact]
    public void With_the_day_used_up_it_goes_on_at_midnight() =>
        Assert.Equal(
            [new PlannedMinute(Now, 3), new PlannedMinute(At("00:00:00").AddDays(1), 7)],
            CallPlan.Of(10, Budget(minuteLeft: 60, dayLeft: 3), Now)
        );

    [Fact]
    public void A_minute_that_is_over_counts_as_a_new_one()
    {
        var budget = Budget(minuteLeft: 0, dayLeft: 500);

        Assert.Equal(
            [new PlannedMinute(At("10:01:05"), 60), new PlannedMinute(At("10:02:00"), 1)],
            CallPlan.Of(61, budget, At("10:01:05"))
        );
    }

    [Theory]
    [InlineData(0, "10:00:30")]
    [InlineData(30, "10:01:00")]
    [InlineData(60 + 30, "10:01:30")]
    [InlineData(60 + 120, "10:03:00")]
    public void The_end_lies_where_the_last_calls_fill_their_minute(int calls, string end) =>
        Assert.Equal(At(end), CallPlan.End(calls, Budget(minuteLeft: 60, dayLeft: 5000), Now));

    [Fact]
    public void Twelve_thousand_documents_take_three_days() =>
        Assert.Equal(
            Now.UtcDateTime.Date.AddDays(2),
            Estimate.Of(12_000, 0, 0, Budget(minuteLeft: 60, dayLeft: 5000), Now).EndsAt.UtcDateTime.Date
        );

    [Theory]
    [InlineData(0, 0, 110)]
    [InlineData(105, 100, 105)]
    [InlineData(3, 100, 100)]
    [InlineData(90_000, 100, 400)]
    public void The_calls_of_documents_to_come_are_learned_from_those_before(long calls, int documents, int expected) =>
        Assert.Equal(expected, Estimate.Of(100, calls, documents, Budget(minuteLeft: 60, dayLeft: 5000), Now).Calls);

    [Fact]
    public void No_plan_asks_more_of_a_minute_or_a_day_than_it_allows() =>
        (
            from calls in Gen.Int[0, 20_000]
            from perMinute in Gen.Int[1, 200]
            from perDay in Gen.Int[200, 6_000]
            from minuteLeft in Gen.Int[0, perMinute]
            from dayLeft in Gen.Int[0, perDay]
            from second in Gen.Int[0, 86_399]
            select (calls, perMinute, perDay, minuteLeft, dayLeft, second)
        ).Sample(drawn =>
        {
            var now = At("00:00:00").AddSeconds(drawn.second);
            var budget = Budget(drawn.minuteLeft, drawn.dayLeft, drawn.perMinute, drawn.perDay, now);

            var plan = CallPlan.Of(drawn.calls, budget, now).ToArray();

            Assert.Equal(drawn.calls, plan.Sum(minute => minute.Calls));
            var thisMinute = now.UtcTicks / TimeSpan.TicksPerMinute;
            foreach (var minute in plan.GroupBy(planned => planned.From.UtcTicks / TimeSpan.TicksPerMinute))
                Assert.InRange(
                    minute.Sum(planned => planned.Calls),
                    1,
                    minute.Key == thisMinute ? drawn.minuteLeft : drawn.perMinute
                );
            foreach (var day in plan.GroupBy(planned => planned.From.UtcDateTime.Date))
                Assert.InRange(
                    day.Sum(planned => planned.Calls),
                    1,
                    day.Key == now.UtcDateTime.Date ? drawn.dayLeft : drawn.perDay
                );
        });

    static Budget Budget(int minuteLeft, int dayLeft, int perMinute = 60, int perDay = 5000, DateTimeOffset? now = null)
    {
        var at = now ?? Now;
        var minute = at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMinute) + TimeSpan.TicksPerMinute;
        return new Budget(
            new Allowance(perMinute, minuteLeft, new DateTimeOffset(minute, TimeSpan.Zero)),
            new Allowance(perDay, dayLeft, new DateTimeOffset(at.UtcDateTime.Date.AddDays(1), TimeSpan.Zero)),
            []
        );
    }

    static DateTimeOffset At(string time) =>
        DateTimeOffset.Parse($"2026-03-02T{time}Z", System.Globalization.CultureInfo.InvariantCulture);
}
