using Bookonce.ExactOnline;
using static Bookonce.Clients.Tests.ExactOnline.ExactBench;

namespace Bookonce.Clients.Tests.ExactOnline;

public sealed class ExactBudgetBookTests
{
    private readonly LeapingClock clock = new(At("10:00:30"));
    private readonly List<KeptBudget> kept = [new(new DivisionBudget(Unknown, Unknown), [])];

    private static Budget Unknown => new(null, null, null);

    [Fact]
    public async Task A_service_that_never_answers_is_asked_no_more_than_sixty_times_a_minute()
    {
        await using var bench = await Remembering();
        bench.Server.Script(Reply.Dropped);

        for (var i = 0; i < 130; i++)
            await Assert.ThrowsAsync<ExactOnlineException>(() => bench.Write());

        Assert.Equal([At("10:01:01"), At("10:02:01")], bench.Waits);
    }

    [Fact]
    public async Task What_is_written_down_is_never_more_than_what_is_left()
    {
        await using var bench = await Remembering();
        var left = 60;
        bench.Server.On = _ =>
        {
            left--;
            Assert.InRange(kept[^1].Calls.Minute.Left!.Value, 0, left);
            return Task.FromResult(Minute(Rows(""), left));
        };

        for (var i = 0; i < 60; i++)
            await bench.Read();

        Assert.Equal(0, kept[^1].Calls.Minute.Left);
        Assert.InRange(kept.Count, 3, 15);
    }

    [Fact]
    public async Task What_another_process_left_is_not_asked_for_again()
    {
        await using var bench = await Remembering();
        kept.Add(new(new DivisionBudget(new Budget(60, 0, At("10:01:00")), Unknown), []));
        bench.Server.Script(Minute(Rows(""), left: 59));

        await bench.Read();

        Assert.Equal([At("10:01:01")], bench.Waits);
    }

    [Fact]
    public async Task Five_errors_within_an_hour_close_an_endpoint_whatever_the_verb_and_no_other()
    {
        await using var bench = await Remembering();
        bench.Server.On = request =>
            Task.FromResult(
                request.Path.EndsWith("/SalesEntries", StringComparison.Ordinal) ? Error(400, "No.") : Rows("")
            );
        for (var i = 0; i < 5; i++)
        {
            await Assert.ThrowsAsync<ExactOnlineException>(() => bench.Write());
            clock.Now += TimeSpan.FromMinutes(1);
        }

        var spent = await Assert.ThrowsAsync<ExactOnlineException>(async () =>
            await bench.Books.SalesEntries.Read().ToListAsync()
        );

        Assert.Equal(
            ("salesentry/SalesEntries", At("11:00:31"), true, Outcome.Refused, (int?)null),
            (spent.SpentEndpoint, spent.ResumesAt!.Value, spent.IsTransient, spent.Outcome, spent.Status)
        );
        Assert.Equal(5, bench.ApiRequests.Count());
        await bench.Read();

        clock.Now = At("11:00:31");
        bench.Stored = Pair("later", clock.Now);
        Assert.Null((await Assert.ThrowsAsync<ExactOnlineException>(() => bench.Write())).SpentEndpoint);
    }

    [Fact]
    public async Task A_request_that_was_never_sent_costs_no_error()
    {
        await using var bench = await Remembering();
        bench.Server.Script(Error(400, "No."));
        await Assert.ThrowsAsync<ExactOnlineException>(() => bench.Write());
        await bench.Server.DisposeAsync();

        for (var i = 0; i < 10; i++)
            await Assert.ThrowsAsync<ExactOnlineException>(() => bench.Write());

        Assert.Single(kept[^1].Errors);
    }

    [Fact]
    public async Task Refused_tokens_are_counted_too_and_the_token_endpoint_is_left_alone_after_five()
    {
        await using var bench = await Remembering();
        clock.Now += TimeSpan.FromMinutes(20);
        bench.Server.Script(Reply.Json("""{"error":"invalid_client"}""", 401));

        for (var i = 0; i < 8; i++)
            await Assert.ThrowsAsync<ExactOnlineException>(() => bench.Write());

        Assert.Equal(5, bench.TokenRequests.Count());
    }

    private async Task<ExactBench> Remembering()
    {
        var bench = await StartAsync(clock);
        bench.Rebuild(
            new BudgetBook(
                clock,
                new BudgetMemory(
                    (_, _) => Task.FromResult(kept[^1]),
                    (_, calls) => Keep(kept[^1] with { Calls = calls }),
                    async (_, error) =>
                    {
                        await Keep(kept[^1] with { Errors = [.. kept[^1].Errors, error] });
                        return [.. kept[^1].Errors.Where(other => other.Endpoint == error.Endpoint)];
                    },
                    (_, error) =>
                    {
                        var left = kept[^1].Errors.ToList();
                        left.Remove(error);
                        return Keep(kept[^1] with { Errors = left });
                    }
                )
            )
        );
        return bench;
    }

    private Task Keep(KeptBudget budget)
    {
        kept.Add(budget);
        return Task.CompletedTask;
    }

    private static Reply Minute(Reply reply, int left) =>
        reply
            .With("X-RateLimit-Minutely-Limit", 60)
            .With("X-RateLimit-Minutely-Remaining", left)
            .With("X-RateLimit-Minutely-Reset", At("10:01:00").ToUnixTimeMilliseconds());
}
