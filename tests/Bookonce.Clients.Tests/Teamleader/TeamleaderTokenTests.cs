using Bookonce.Teamleader;
using static Bookonce.Clients.Tests.Teamleader.TeamleaderBench;

namespace Bookonce.Clients.Tests.Teamleader;

public sealed class TeamleaderTokenTests
{
    [Fact]
    public async Task Consent_and_tokens_are_had_at_the_authorisation_url()
    {
        await using var bench = await StartAsync();
        bench.Stored = null;
        bench.Server.Script(Reply.Json(TokenAnswer("new")));

        Assert.Equal(
            $"{bench.Server.Url}focus/oauth2/authorize?client_id=integration&response_type=code"
                + "&redirect_uri=https%3A%2F%2Fbooks.example%2Fcallback&state=s",
            bench.Chain.AuthorizeUrl("s").AbsoluteUri
        );
        await bench.Chain.Exchange("abc");

        Assert.Equal(new Tokens("access-new", "refresh-new", At("10:00:00")), bench.Stored);
        Assert.Equal(
            "grant_type=authorization_code&code=abc&redirect_uri=https%3A%2F%2Fbooks.example%2Fcallback&client_id=integration&client_secret=hush",
            Assert.Single(bench.TokenRequests).Body
        );
    }

    [Theory]
    [InlineData("09:58:59", "Bearer access-first")]
    [InlineData("09:59:00", "Bearer access-second")]
    public async Task A_token_is_replaced_a_minute_before_its_end(string time, string expected)
    {
        await using var bench = await StartAsync();
        bench.Serve(_ => Data("[]"));

        bench.Clock.Now = At(time);
        await bench.Client.Departments.List();

        Assert.Equal(expected, Assert.Single(bench.ApiRequests).Header("Authorization"));
    }

    [Fact]
    public async Task The_chain_itself_refreshes_once_for_callers_at_the_same_time()
    {
        await using var bench = await StartAsync();
        bench.Clock.Now = At("11:00:00");
        bench.Serve(_ => Data("[]"));

        var tokens = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => bench.Chain.AccessToken())));

        Assert.All(tokens, token => Assert.Equal("access-second", token));
        Assert.Single(bench.TokenRequests);
    }

    [Fact]
    public async Task Callers_at_the_same_time_refresh_once_and_the_pair_is_saved_before_use()
    {
        await using var bench = await StartAsync();
        bench.Clock.Now = At("11:00:00");
        bench.Serve(_ =>
        {
            Assert.Equal(["access-second"], bench.Saved);
            return Data("[]");
        });

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => bench.Client.Departments.List())));

        Assert.Single(bench.TokenRequests);
        Assert.All(bench.ApiRequests, request => Assert.Equal("Bearer access-second", request.Header("Authorization")));
    }

    [Theory]
    [InlineData("""{"errors":[{"status":400,"title":"invalid_grant","meta":{"hint":"Token has been revoked"}}]}""")]
    [InlineData("""{"error":"invalid_grant"}""")]
    public async Task A_dead_chain_needs_consent_and_is_not_asked_again(string body)
    {
        await using var bench = await StartAsync();
        bench.Clock.Now = At("11:00:00");
        bench.Server.Script(Reply.Json(body, 400));

        for (var i = 0; i < 2; i++)
        {
            var failure = await Assert.ThrowsAsync<TeamleaderException>(() => bench.Client.Users.Me());
            Assert.Equal((true, Outcome.Refused), (failure.IsReconnectNeeded, failure.Outcome));
        }

        Assert.Single(bench.Server.Requests);
    }

    [Fact]
    public async Task A_read_refused_with_401_is_tried_once_more_with_a_new_token()
    {
        await using var bench = await StartAsync();
        bench.Serve(request => request.Header("Authorization") == "Bearer access-second" ? Data("[]") : new Reply(401));

        await bench.Client.Departments.List();

        Assert.Equal(2, bench.ApiRequests.Count());
    }

    [Fact]
    public async Task A_read_refused_with_401_again_is_refused()
    {
        await using var bench = await StartAsync();
        bench.Serve(_ => Reply.Json("""{"errors":[{"status":401,"title":"Unauthorized"}]}""", 401));

        var failure = await Assert.ThrowsAsync<TeamleaderException>(() => bench.Client.Departments.List());

        Assert.Equal((401, "Unauthorized"), (failure.Status, failure.Messages));
        Assert.Equal((2, 1), (bench.ApiRequests.Count(), bench.TokenRequests.Count()));
    }

    [Fact]
    public async Task Secrets_are_not_printed()
    {
        await using var bench = await StartAsync();

        Assert.DoesNotContain("-first", bench.Stored!.ToString());
        Assert.DoesNotContain("hush", bench.Settings.ToString());
    }
}
