using Bookonce.Teamleader;
using static Bookonce.Clients.Tests.Teamleader.TeamleaderBench;

namespace Bookonce.Clients.Tests.Teamleader;

public sealed class TeamleaderBudgetTests
{
    private readonly List<Budget> kept = [new(null, null, null)];

    [Fact]
    public async Task A_service_that_never_answers_is_asked_no_more_than_a_hundred_times_a_minute()
    {
        await using var bench = await StartAsync();
        bench.Server.Script(Reply.Dropped);

        for (var i = 0; i < 102; i++)
            await Assert.ThrowsAsync<TeamleaderException>(() => bench.Client.Call("invoices.book"));

        Assert.Equal([At("09:01:01"), At("09:02:02")], bench.Waits);
    }

    [Fact]
    public async Task What_is_written_down_is_never_more_than_what_is_left()
    {
        await using var bench = await Remembering();
        kept.Add(new Budget(60, 60, At("09:00:50")));
        var left = 60;
        bench.Serve(_ =>
        {
            left--;
            Assert.InRange(kept[^1].Left!.Value, 0, left);
            return Stating(left);
        });

        for (var i = 0; i < 60; i++)
            await bench.Client.Call("invoices.book");

        Assert.Equal(0, kept[^1].Left);
        Assert.InRange(kept.Count, 3, 15);
    }

    [Fact]
    public async Task What_another_process_left_is_not_asked_for_again()
    {
        await using var bench = await Remembering();
        kept.Add(new Budget(200, 0, At("09:00:40")));
        bench.Serve(_ => Stating(10));

        await bench.Client.Call("invoices.book");

        Assert.Equal([At("09:00:41")], bench.Waits);
    }

    private async Task<TeamleaderBench> Remembering()
    {
        var bench = await StartAsync();
        bench.Rebuild(
            new BudgetBook(
                bench.Clock,
                new BudgetMemory(
                    _ => Task.FromResult(kept[^1]),
                    budget =>
                    {
                        kept.Add(budget);
                        return Task.CompletedTask;
                    }
                )
            )
        );
        return bench;
    }

    private static Reply Stating(int left) =>
        Data("null")
            .With("X-RateLimit-Limit", 60)
            .With("X-RateLimit-Remaining", left)
            .With("X-RateLimit-Reset", "2026-03-02T09:00:50+00:00");
}
