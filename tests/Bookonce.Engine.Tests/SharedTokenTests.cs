using Bookonce.Domain.Problems;
using Bookonce.Engine.Store;
using Bookonce.Engine.Synchronise;
using Bookonce.ExactOnline;
using Bookonce.Sandbox.ExactOnline;
using Bookonce.Sandbox.Host;
using Bookonce.Sandbox.World;

namespace Bookonce.Engine.Tests;

/// <summary>Several processes, one database, one chain of tokens.</summary>
public sealed class SharedTokenTests
{
    static readonly TimeSpan Due = TimeSpan.FromSeconds(570);

    [Fact]
    public async Task While_one_process_refreshes_the_other_waits_and_takes_its_pair()
    {
        await using var street = await Open();
        var access = await street.ConsentExact(street.Process());
        var (first, second) = (street.Exact(street.Process(), access), street.Exact(street.Process(), access));
        street.Clock.Advance(Due);
        using var asked = new SemaphoreSlim(0);
        using var answer = new SemaphoreSlim(0);
        street.Wire.OnAnswer = async request =>
        {
            if (!IsToken(request))
                return;
            asked.Release();
            await answer.WaitAsync();
        };
        var before = street.Wire.TokenCalls.Count;

        var early = first.Me();
        await asked.WaitAsync();
        var late = second.Me();
        street.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.False(late.IsCompleted);
        answer.Release();
        await early;
        street.Clock.Run();
        await late;

        Assert.Equal(1, street.Wire.TokenCalls.Count - before);
        Assert.DoesNotContain(street.Wire.Calls, call => call.Status >= 400);
    }

    [Fact]
    public async Task A_process_that_dies_while_refreshing_holds_the_others_up_only_until_its_turn_ends()
    {
        await using var street = await Open();
        var access = await street.ConsentExact(street.Process());
        street.Clock.Advance(Due);
        var now = street.Clock.GetUtcNow();
        await street.Store.BeginRefresh(access.Id, now, now.AddMinutes(2));

        street.Clock.Run();
        await street.Exact(street.Process(), access).Me();

        Assert.InRange(street.Clock.GetUtcNow(), now.AddMinutes(2), now.AddMinutes(3));
    }

    [Theory]
    [InlineData(OldRefreshToken.RefusedAtOnce, "reconnect", 1)]
    [InlineData(OldRefreshToken.GoodUntilSuccessorIsUsed, null, 1)]
    public async Task A_pair_lost_between_answer_and_save_ends_in_a_working_connection_or_in_one_clear_problem(
        OldRefreshToken old,
        string? problem,
        int calls
    )
    {
        await using var street = await Open(new ExactOnlineSwitches { OldRefreshToken = old });
        var access = await street.ConsentExact(street.Process());
        street.Clock.Advance(Due);
        await Die(street, access);
        street.Clock.Advance(TimeSpan.FromMinutes(30));
        var before = street.Wire.TokenCalls.Count;

        // Every start is a process of its own that knows only the database.
        for (var start = 0; start < 5; start++)
        {
            Assert.Equal(problem, (await Try(() => street.Exact(street.Process(), access).Me()))?.Code);
            street.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(calls, street.Wire.TokenCalls.Count - before);
    }

    [Fact]
    public async Task A_consent_after_the_end_brings_every_process_back()
    {
        await using var street = await Open();
        var process = street.Process();
        var access = await street.ConsentExact(process);
        street.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal("reconnect", (await Try(() => street.Exact(process, access).Me()))?.Code);

        var again = await street.ConsentExact(process);

        Assert.Equal(access.Id, again.Id);
        Assert.Null(await Try(() => street.Exact(process, again).Me()));
        Assert.Null(await Try(() => street.Exact(street.Process(), again).Me()));
    }

    [Fact]
    public async Task A_second_installation_that_takes_the_chain_over_leaves_one_clear_problem()
    {
        await using var street = await Open();
        var access = await street.ConsentExact(street.Process());
        await using (var other = await Open())
            await Town.Consent(
                other.Connecting(other.Process(street.Wire)),
                Vendor.ExactOnline,
                street.Sandboxes.ExactUrl
            );

        // Until a refresh is allowed nobody can know whether the refusal is for good.
        Assert.Equal("tokenRefused", (await Try(() => street.Exact(street.Process(), access).Me()))?.Code);
        street.Clock.Advance(Due);
        var before = street.Wire.Calls.Count;
        for (var start = 0; start < 5; start++)
            Assert.Equal("reconnect", (await Try(() => street.Exact(street.Process(), access).Me()))?.Code);

        Assert.Equal(1, street.Wire.Calls.Count - before);
    }

    [Theory]
    [InlineData(EarlyRefreshAnswer.BadRequest, true)]
    [InlineData(EarlyRefreshAnswer.BadRequest, false)]
    [InlineData(EarlyRefreshAnswer.Unauthorized, true)]
    public async Task A_refresh_that_came_too_early_leaves_the_connection_working(EarlyRefreshAnswer how, bool rotates)
    {
        await using var street = await Open(
            new ExactOnlineSwitches { EarlyRefreshAnswer = how, EarlyRefreshRotates = rotates }
        );
        var access = await street.ConsentExact(street.Process());
        var tokens = (await street.Store.FindAccess(access.Id))!.Tokens!;
        // As a clock that was turned on by ten minutes would see it.
        await street.Store.SaveTokens(access.Id, tokens with { ReceivedAt = tokens.ReceivedAt.AddMinutes(-10) });
        var before = street.Wire.TokenCalls.Count;

        for (var i = 0; i < 12; i++)
        {
            await street.Exact(street.Process(), access).Me();
            street.Clock.Advance(TimeSpan.FromSeconds(60));
        }

        Assert.Equal(2, street.Wire.TokenCalls.Count - before);
        Assert.All(
            street.Wire.Calls,
            call => Assert.True(call.Status == 200 || call.Path.EndsWith("oauth2/token", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task A_clock_that_was_turned_back_does_not_keep_a_token_that_is_too_old()
    {
        await using var street = await Open();
        var access = await street.ConsentExact(street.Process());
        var tokens = (await street.Store.FindAccess(access.Id))!.Tokens!;
        await street.Store.SaveTokens(access.Id, tokens with { ReceivedAt = tokens.ReceivedAt.AddHours(3) });
        street.Clock.Advance(TimeSpan.FromMinutes(11));

        await street.Exact(street.Process(), access).Me();

        Assert.DoesNotContain(street.Wire.Calls, call => call.Status == 401);
    }

    [Fact]
    public async Task Teamleader_ends_in_one_clear_problem_too_when_a_pair_is_lost()
    {
        await using var street = await Open();
        var access = await street.ConsentTeamleader(street.Process());
        street.Clock.Advance(TimeSpan.FromHours(1));
        street.Wire.OnAnswer = request =>
            IsToken(request) ? throw new HttpRequestException("Lost.") : Task.CompletedTask;
        Assert.Equal("unreachable", (await Try(() => street.Teamleader(street.Process(), access).Users.Me()))?.Code);
        street.Wire.OnAnswer = _ => Task.CompletedTask;
        var before = street.Wire.Calls.Count;

        for (var start = 0; start < 5; start++)
            Assert.Equal("reconnect", (await Try(() => street.Teamleader(street.Process(), access).Users.Me()))?.Code);

        Assert.Equal(1, street.Wire.Calls.Count - before);
    }

    /// <summary>Refreshes, and dies with the answer in hand: nothing is saved, and the turn is never given back.</summary>
    static async Task Die(Street street, Access access)
    {
        var now = street.Clock.GetUtcNow();
        await street.Store.BeginRefresh(access.Id, now, now.AddMinutes(2));
        var chain = new TokenChain(
            new ExactOnlineSettings
            {
                BaseUrl = access.ApiUrl,
                ClientId = access.ClientId,
                ClientSecret = access.ClientSecret,
                RedirectUri = access.ApiUrl,
            },
            street.Wire,
            street.Clock,
            _ =>
                Task.FromResult<Tokens?>(
                    new Tokens(access.Tokens!.AccessToken, access.Tokens.RefreshToken, default, default)
                ),
            (_, _) => throw new IOException("The process is dead.")
        );
        await Assert.ThrowsAsync<IOException>(() => chain.AccessToken());
    }

    static async Task<Problem?> Try<T>(Func<Task<T>> act)
    {
        try
        {
            await act();
            return null;
        }
        catch (Exception exception) when (Failures.Explain(exception) is { } problem)
        {
            return problem;
        }
    }

    static bool IsToken(HttpRequestMessage request) =>
        request.RequestUri!.AbsolutePath.Contains("/oauth2/", StringComparison.Ordinal);

    static Task<Street> Open(ExactOnlineSwitches? switches = null) =>
        Street.Open(
            new SandboxOptions { World = WorldSize.Empty, ExactSwitches = switches ?? new ExactOnlineSwitches() }
        );
}
