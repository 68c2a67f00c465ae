using Bookonce.Domain.Budgets;

namespace Bookonce.Domain.Tests.Budgets;

public sealed class ErrorAllowanceTests
{
    static readonly DateTimeOffset Now = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Errors_are_counted_per_endpoint_and_forgotten_after_an_hour() =>
        Assert.Equal(
            [new ErrorAllowance("a", 2, 3, null), new ErrorAllowance("b", 1, 4, null)],
            ErrorAllowance.Of([Error("b", 59), Error("a", 60), Error("a", 30), Error("a", 1)], Now)
        );

    [Fact]
    public void With_five_spent_calls_go_on_when_the_oldest_leaves_the_hour() =>
        Assert.Equal(
            [new ErrorAllowance("a", 5, 0, Now.AddMinutes(10))],
            ErrorAllowance.Of([.. new[] { 5, 50, 20, 40, 30 }.Select(minutes => Error("a", minutes))], Now)
        );

    [Fact]
    public void With_more_than_five_spent_one_must_make_room() =>
        Assert.Equal(
            [new ErrorAllowance("a", 6, 0, Now.AddMinutes(20))],
            ErrorAllowance.Of([.. new[] { 5, 50, 20, 40, 30, 10 }.Select(minutes => Error("a", minutes))], Now)
        );

    static SpentError Error(string endpoint, int minutesAgo) => new(endpoint, Now.AddMinutes(-minutesAgo));
}
