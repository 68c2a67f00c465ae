namespace Bookonce.Sandbox.Tests.ExactOnline;

public sealed class OAuthTests
{
    [Fact]
    public async Task The_authorize_page_is_one_form_with_one_button()
    {
        await using var caller = await Caller.Start();
        using var http = new HttpClient { BaseAddress = caller.Url };
        var page = await http.GetStringAsync(
            "api/oauth2/auth?client_id=sandbox&redirect_uri=http%3A%2F%2F127.0.0.1%3A5080%2Fback&response_type=code&force_login=0"
        );
        Assert.Single(page.Split("<form method=\"post\"")[1..]);
        Assert.Single(page.Split("<button")[1..]);
    }

    [Fact]
    public async Task A_token_answer_has_the_lifetime_as_text_and_long_tokens()
    {
        await using var caller = await Caller.Start();
        var reply = await caller.Exchange(await caller.Consent());
        Assert.Equal("600", reply.Json.GetProperty("expires_in").GetString());
        Assert.True(caller.AccessToken.Length > 600);
    }

    [Fact]
    public async Task A_code_works_once()
    {
        await using var caller = await Caller.Start();
        var code = await caller.Consent();
        Assert.Equal(200, (await caller.Exchange(code)).Status);
        var again = await caller.Exchange(code);
        Assert.Equal((400, "invalid_grant"), (again.Status, again.Json.GetProperty("error").GetString()));
    }

    [Fact]
    public async Task A_code_lives_three_minutes()
    {
        await using var caller = await Caller.Start();
        var code = await caller.Consent();
        caller.Books.Clock.Advance(TimeSpan.FromSeconds(181));
        Assert.Equal(400, (await caller.Exchange(code)).Status);
    }

    [Fact]
    public async Task A_refresh_before_570_seconds_is_too_early()
    {
        await using var caller = await Caller.Start();
        caller.Books.Clock.Advance(TimeSpan.FromSeconds(569));
        var reply = await caller.Refresh();
        Assert.Equal((400, "access_denied"), (reply.Status, reply.Json.GetProperty("error").GetString()));
        Assert.StartsWith("TooEarlyToRefreshTokens", reply.Headers["Reason"], StringComparison.Ordinal);

        caller.Books.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await caller.Refresh()).Status);
    }

    [Fact]
    public async Task A_refresh_token_works_once()
    {
        await using var caller = await Caller.Start();
        var first = caller.RefreshToken;
        caller.Books.Clock.Advance(TimeSpan.FromMinutes(10));
        await caller.Refresh();
        caller.Books.Clock.Advance(TimeSpan.FromMinutes(10));
        var reply = await caller.Refresh(first);
        Assert.Equal(401, reply.Status);
        Assert.Equal("Old refresh token used.", reply.Json.GetProperty("error_description").GetString());
    }

    [Fact]
    public async Task A_refresh_token_dies_after_thirty_days()
    {
        await using var caller = await Caller.Start();
        caller.Books.Clock.Advance(TimeSpan.FromDays(31));
        var reply = await caller.Refresh();
        Assert.Equal((400, "invalid_request"), (reply.Status, reply.Json.GetProperty("error").GetString()));
    }

    [Fact]
    public async Task An_access_token_lives_600_seconds()
    {
        await using var caller = await Caller.Start();
        caller.Books.Clock.Advance(TimeSpan.FromSeconds(599));
        Assert.Equal(200, (await caller.Get("current/Me")).Status);
        caller.Books.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(401, (await caller.Get("current/Me")).Status);
    }

    [Fact]
    public async Task A_second_consent_ends_the_first_chain()
    {
        await using var caller = await Caller.Start();
        var (access, refresh) = (caller.AccessToken, caller.RefreshToken);
        await caller.Connect();
        caller.Books.Clock.Advance(TimeSpan.FromSeconds(580));
        Assert.Equal(200, (await caller.Get("current/Me")).Status);
        Assert.Equal(400, (await caller.Refresh(refresh)).Status);
        Assert.NotEqual(access, caller.AccessToken);
    }
}
