using Bookonce.ExactOnline;
using static Bookonce.Clients.Tests.ExactOnline.ExactBench;

namespace Bookonce.Clients.Tests.ExactOnline;

public sealed class ExactTokenTests
{
    [Fact]
    public async Task The_consent_page_is_asked_for_with_client_redirect_and_state()
    {
        await using var bench = await StartAsync();

        Assert.Equal(
            $"{bench.Server.Url}api/oauth2/auth?client_id=app&redirect_uri=https%3A%2F%2Fbooks.example%2Fcallback%3Fx%3D1"
                + "&response_type=code&force_login=0&state=a%26b",
            bench.Chain.AuthorizeUrl("a&b").AbsoluteUri
        );
    }

    [Fact]
    public async Task A_code_becomes_a_saved_pair()
    {
        await using var bench = await StartAsync();
        bench.Stored = null;
        bench.Server.Script(Reply.Json(TokenAnswer("new")));

        await bench.Chain.Exchange("the!code");

        Assert.Equal(Pair("new", bench.Clock.GetUtcNow()), bench.Stored);
        Assert.Equal(
            "grant_type=authorization_code&code=the%21code&redirect_uri=https%3A%2F%2Fbooks.example%2Fcallback%3Fx%3D1&client_id=app&client_secret=hush",
            Assert.Single(bench.TokenRequests).Body
        );
    }

    [Theory]
    [InlineData(569, "Bearer access-first", 0)]
    [InlineData(570, "Bearer access-second", 1)]
    [InlineData(100_000, "Bearer access-second", 1)]
    public async Task A_token_is_replaced_from_570_seconds_after_its_receipt(int age, string expected, int refreshes)
    {
        var clock = new LeapingClock(At("10:00:30"));
        await using var bench = await StartAsync(clock);
        Serve(bench, _ => Rows(""));

        clock.Now += TimeSpan.FromSeconds(age);
        await bench.Read();

        Assert.Equal(expected, Assert.Single(bench.ApiRequests).Header("Authorization"));
        Assert.Equal(refreshes, bench.TokenRequests.Count());
    }

    [Fact]
    public async Task Callers_at_the_same_time_refresh_once()
    {
        await using var bench = await Aged();
        Serve(bench, _ => Rows(""));

        var tokens = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => bench.Chain.AccessToken())));

        Assert.All(tokens, token => Assert.Equal("access-second", token));
        Assert.Single(bench.TokenRequests);
    }

    [Fact]
    public async Task A_new_pair_is_saved_before_it_is_used()
    {
        await using var bench = await Aged();
        var order = new List<string>();
        bench.BeforeSave = tokens =>
        {
            order.Add($"saving {tokens.AccessToken}");
            return Task.CompletedTask;
        };
        Serve(
            bench,
            request =>
            {
                order.Add($"using {request.Header("Authorization")}");
                return Rows("");
            }
        );

        await bench.Read();

        Assert.Equal(["saving access-second", "using Bearer access-second"], order);
    }

    [Fact]
    public async Task A_pair_that_could_not_be_saved_is_not_used_but_kept_and_saved_first()
    {
        await using var bench = await Aged();
        bench.BeforeSave = _ => throw new IOException("The disk is full.");
        Serve(bench, _ => Rows(""));

        await Assert.ThrowsAsync<IOException>(bench.Read);
        Assert.Empty(bench.ApiRequests);

        bench.BeforeSave = null;
        await bench.Read();
        Assert.Equal("access-second", bench.Stored!.AccessToken);
        Assert.Single(bench.TokenRequests);
    }

    [Fact]
    public async Task A_pair_that_another_process_stored_is_used_without_a_refresh()
    {
        var clock = new LeapingClock(At("10:00:30"));
        await using var bench = await StartAsync(clock);
        Serve(bench, _ => Rows(""));
        await bench.Read();

        clock.Now += TimeSpan.FromSeconds(575);
        bench.Stored = Pair("other", clock.Now.AddSeconds(-2));
        await bench.Read();

        Assert.Equal("Bearer access-other", bench.ApiRequests.Last().Header("Authorization"));
        Assert.Empty(bench.TokenRequests);
    }

    [Theory]
    [InlineData(401, """{"error":"unauthorized_client","error_description":"Old refresh token used."}""")]
    [InlineData(400, """{"error":"unauthorized_client","error_description":"Old refresh token used."}""")]
    [InlineData(
        400,
        """{"error":"invalid_request","error_description":"The refresh token expired at 1 and it is now 2"}"""
    )]
    [InlineData(
        400,
        """{"error":"invalid_grant","error_description":"Token is not allowed, because of invalid or empty chainId"}"""
    )]
    public async Task A_dead_chain_needs_consent_and_is_not_asked_again(int status, string body)
    {
        await using var bench = await Aged();
        bench.Server.Script(Reply.Json(body, status));

        var failure = await Assert.ThrowsAsync<ExactOnlineException>(() => bench.Write());
        Assert.Equal((true, Outcome.Refused), (failure.IsReconnectNeeded, failure.Outcome));

        failure = await Assert.ThrowsAsync<ExactOnlineException>(bench.Read);
        Assert.True(failure.IsReconnectNeeded);
        Assert.Single(bench.Server.Requests);
    }

    [Fact]
    public async Task Without_consent_nothing_is_sent()
    {
        await using var bench = await StartAsync();
        bench.Stored = null;

        Assert.True((await Assert.ThrowsAsync<ExactOnlineException>(bench.Read)).IsReconnectNeeded);
        Assert.Empty(bench.Server.Requests);
    }

    [Fact]
    public async Task After_a_refusal_the_store_is_read_again_because_another_process_may_have_been_faster()
    {
        await using var bench = await Aged();
        Serve(bench, _ => Rows(""));
        var answer = bench.Server.On;
        bench.Server.On = request =>
        {
            if (request.Path != "/api/oauth2/token")
                return answer(request);
            bench.Stored = Pair("faster", bench.Clock.GetUtcNow());
            return Task.FromResult(Reply.Json("""{"error":"unauthorized_client"}""", 401));
        };

        await bench.Read();

        Assert.Equal("Bearer access-faster", Assert.Single(bench.ApiRequests).Header("Authorization"));
    }

    [Fact]
    public async Task A_refresh_token_in_a_failing_answer_is_saved()
    {
        await using var bench = await Aged();
        bench.Server.Script(Reply.Json("""{"error":"access_denied","refresh_token":"refresh-rotated"}""", 400));

        var failure = await Assert.ThrowsAsync<ExactOnlineException>(bench.Read);

        Assert.Equal((true, false), (failure.IsTransient, failure.IsReconnectNeeded));
        Assert.Equal("refresh-rotated", bench.Stored!.RefreshToken);
    }

    [Fact]
    public async Task A_token_server_that_is_down_leaves_the_write_undone_and_the_chain_alive()
    {
        await using var bench = await Aged();
        bench.Server.Script(
            new Reply(503),
            Reply.Json(TokenAnswer("second")),
            Reply.Json("""{"d":{"EntryNumber":7}}""", 201)
        );

        var failure = await Assert.ThrowsAsync<ExactOnlineException>(() => bench.Write());

        Assert.Equal((Outcome.Refused, true, false), (failure.Outcome, failure.IsTransient, failure.IsReconnectNeeded));
        Assert.Equal(7, (await bench.Write()).EntryNumber);
    }

    [Fact]
    public async Task A_read_refused_with_401_is_tried_once_more_with_a_new_token()
    {
        var clock = new LeapingClock(At("10:00:30"));
        await using var bench = await StartAsync(clock);
        Serve(
            bench,
            request =>
            {
                if (request.Header("Authorization") == "Bearer access-second")
                    return Rows("");
                clock.Now += TimeSpan.FromSeconds(570);
                return new Reply(401, "<html>Object moved</html>", "text/html");
            }
        );

        await bench.Read();

        Assert.Equal(2, bench.ApiRequests.Count());
    }

    [Fact]
    public async Task A_token_refused_before_570_seconds_is_not_replaced()
    {
        await using var bench = await StartAsync();
        Serve(bench, _ => new Reply(401));

        var failure = await Assert.ThrowsAsync<ExactOnlineException>(bench.Read);

        Assert.Equal((401, At("10:10:00")), (failure.Status, failure.ResumesAt));
        Assert.True(failure.IsTransient);
        Assert.Single(bench.Server.Requests);
    }

    [Fact]
    public async Task A_write_refused_with_401_is_not_repeated_but_the_token_is_replaced()
    {
        var clock = new LeapingClock(At("10:00:30"));
        await using var bench = await StartAsync(clock);
        Serve(
            bench,
            _ =>
            {
                clock.Now += TimeSpan.FromSeconds(570);
                return new Reply(401);
            }
        );

        var failure = await Assert.ThrowsAsync<ExactOnlineException>(() => bench.Write());

        Assert.Equal((Outcome.Refused, true), (failure.Outcome, failure.IsTransient));
        Assert.Single(bench.ApiRequests);
        Assert.Equal("access-second", bench.Stored!.AccessToken);
    }

    [Fact]
    public async Task Secrets_are_not_printed()
    {
        await using var bench = await StartAsync();

        Assert.DoesNotContain("access-", bench.Stored!.ToString());
        Assert.DoesNotContain("refresh-", bench.Stored.ToString());
        Assert.DoesNotContain("hush", bench.Settings.ToString());
    }

    private static async Task<ExactBench> Aged()
    {
        var clock = new LeapingClock(At("10:00:30"));
        var bench = await StartAsync(clock);
        clock.Now += TimeSpan.FromSeconds(600);
        return bench;
    }

    private static void Serve(ExactBench bench, Func<Received, Reply> api) =>
        bench.Server.On = request =>
            Task.FromResult(request.Path == "/api/oauth2/token" ? Reply.Json(TokenAnswer("second")) : api(request));
}
