using Bookonce.ExactOnline;
using Bookonce.Sandbox.ExactOnline;

namespace Bookonce.Clients.Tests.Sandboxes;

public sealed class ExactSandboxTokenTests
{
    [Fact]
    public async Task Consent_gives_a_code_the_code_gives_tokens_and_the_tokens_tell_the_user()
    {
        await using var books = await ExactBooks.Open(connected: false);

        await books.Chain.Exchange(await books.Consent("a b&c"));

        Assert.Equal(ExactBooks.Code, (await books.Client.Me()).CurrentDivision);
        Assert.Equal(books.Clock.GetUtcNow().AddSeconds(600), books.Stored!.ExpiresAt);
    }

    [Fact]
    public async Task The_chain_lives_through_a_day_of_reading_without_a_refusal()
    {
        await using var books = await ExactBooks.Open();
        for (var i = 0; i < 24 * 60; i++)
        {
            books.Clock.Advance(TimeSpan.FromSeconds(59));
            await books.Client.Me();
        }

        Assert.All(books.Calls, call => Assert.Equal(200, call.Status));
        Assert.InRange(books.Calls.Count(call => call.Path.EndsWith("token", StringComparison.Ordinal)), 100, 150);
    }

    [Theory]
    [InlineData(569, 1)]
    [InlineData(570, 2)]
    public async Task A_refresh_comes_from_570_seconds_on(int age, int tokenCalls)
    {
        await using var books = await ExactBooks.Open();

        books.Clock.Advance(TimeSpan.FromSeconds(age));
        await books.Client.Me();

        Assert.Equal(tokenCalls, books.Calls.Count(call => call.Path == "api/oauth2/token"));
        Assert.All(books.Calls, call => Assert.Equal(200, call.Status));
    }

    [Fact]
    public async Task Callers_at_the_same_time_refresh_once()
    {
        await using var books = await ExactBooks.Open();
        books.Clock.Advance(TimeSpan.FromMinutes(20));

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => books.Client.Me())));

        Assert.Equal(2, books.Calls.Count(call => call.Path == "api/oauth2/token"));
        Assert.All(books.Calls, call => Assert.Equal(200, call.Status));
    }

    [Fact]
    public async Task Two_processes_share_a_chain_through_the_store()
    {
        await using var books = await ExactBooks.Open();
        var (_, other) = books.Another();
        for (var i = 0; i < 5; i++)
        {
            books.Clock.Advance(TimeSpan.FromSeconds(580));
            await books.Client.Me();
            await other.Me();
        }

        Assert.Equal(1 + 5, books.Calls.Count(call => call.Path == "api/oauth2/token"));
    }

    [Fact]
    public async Task A_chain_that_a_second_consent_ended_is_told_as_soon_as_a_refresh_is_allowed()
    {
        await using var books = await ExactBooks.Open();
        var earlier = books.Stored;
        await books.Chain.Exchange(await books.Consent("again"));
        books.Stored = earlier;
        var (_, stale) = books.Another();

        books.Clock.Advance(TimeSpan.FromSeconds(600));

        var failure = await Assert.ThrowsAsync<ExactOnlineException>(() => stale.Me());
        Assert.Equal((true, Outcome.Refused), (failure.IsReconnectNeeded, failure.Outcome));
    }

    [Fact]
    public async Task A_chain_unused_for_more_than_thirty_days_needs_consent()
    {
        await using var books = await ExactBooks.Open();
        books.Clock.Advance(TimeSpan.FromDays(31));

        Assert.True((await Assert.ThrowsAsync<ExactOnlineException>(() => books.Client.Me())).IsReconnectNeeded);
    }

    [Fact]
    public async Task The_allowance_of_the_minute_is_never_exceeded()
    {
        await using var books = await ExactBooks.Open(new ExactOnlineSandboxOptions { CallsPerMinute = 5 });

        for (var i = 0; i < 23; i++)
            await books.Books.Journals.Read().ToListAsync();

        Assert.DoesNotContain(books.Calls, call => call.Status == 429);
        Assert.Equal(4, books.Waits.Count);
        Assert.Equal(5, books.Client.Budget(ExactBooks.Code).Minute.Limit);
    }

    [Fact]
    public async Task A_read_waits_when_somebody_else_used_the_minute()
    {
        await using var books = await ExactBooks.Open(new ExactOnlineSandboxOptions { CallsPerMinute = 3 });
        var (_, other) = books.Another();
        await books.Books.Journals.Read().ToListAsync();
        for (var i = 0; i < 2; i++)
            await other.Division(ExactBooks.Code).Journals.Read().ToListAsync();

        Assert.NotEmpty(await books.Books.Journals.Read().ToListAsync());

        Assert.Single(books.Calls, call => call.Status == 429);
    }

    [Fact]
    public async Task With_the_day_used_up_nothing_is_sent_until_tomorrow()
    {
        await using var books = await ExactBooks.Open(new ExactOnlineSandboxOptions { CallsPerDay = 3 });
        for (var i = 0; i < 3; i++)
            await books.Books.Journals.Read().ToListAsync();
        var before = books.Client.CallsMade;

        var failure = await Assert.ThrowsAsync<ExactOnlineException>(() =>
            books.Books.SalesEntries.Create(ExactJson.Bytes(books.Invoice(1)))
        );
        Assert.Equal((true, before), (failure.IsBudgetSpent, books.Client.CallsMade));

        books.Clock.Advance(failure.ResumesAt!.Value - books.Clock.GetUtcNow());
        Assert.NotEmpty(await books.Books.Journals.Read().ToListAsync());
    }
}
