using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Web;
using Bookonce.Sandbox.Teamleader;

namespace Bookonce.Sandbox.Tests.Teamleader;

public sealed class OAuthTests
{
    [Fact]
    public async Task The_consent_page_is_one_form_that_grants_and_passes_the_state_on()
    {
        await using var account = await FocusAccount.Open(connected: false);
        var url =
            $"/oauth2/authorize?client_id=sandbox&response_type=code&redirect_uri={FocusAccount.RedirectUri}&state=a%22b%26c";
        var page = await account.Http.GetStringAsync(url);
        Assert.Single(Regex.Matches(page, "<form method=\"post\""));
        Assert.Single(Regex.Matches(page, "<button"));

        var fields = Regex
            .Matches(page, "<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"")
            .Select(field => (field.Groups[1].Value, WebUtility.HtmlDecode(field.Groups[2].Value)));
        var answer = await account.Http.PostAsync("/oauth2/authorize", FocusAccount.Form([.. fields]));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith(FocusAccount.RedirectUri, answer.Headers.Location!.AbsoluteUri, StringComparison.Ordinal);
        var query = HttpUtility.ParseQueryString(answer.Headers.Location.Query);
        Assert.Equal("a\"b&c", query["state"]);
        Assert.NotEmpty(query["code"]!);
    }

    [Fact]
    public async Task Consent_is_one_form_with_one_button_and_denying_is_a_link_back_with_an_error()
    {
        await using var account = await FocusAccount.Open(connected: false);

        var page = await account.Http.GetStringAsync(
            "/oauth2/authorize?client_id=sandbox&response_type=code&redirect_uri=http://localhost:5080/back"
        );

        Assert.Single(Regex.Matches(page, "<form"));
        Assert.Single(Regex.Matches(page, "<button"));
        Assert.Contains("href=\"http://localhost:5080/back?error=access_denied\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:5080/back", 200)]
    [InlineData("http://[::1]:5080/back", 200)]
    [InlineData("https://bookonce.example.com/back", 200)]
    [InlineData("http://bookonce.example.com/back", 400)]
    [InlineData("javascript:alert(1)", 400)]
    [InlineData("/back", 400)]
    public async Task Only_loopback_and_https_addresses_are_registered(string redirectUri, int status)
    {
        await using var account = await FocusAccount.Open(connected: false);
        var query = $"client_id=sandbox&response_type=code&redirect_uri={Uri.EscapeDataString(redirectUri)}";
        var answer = await account.Http.GetAsync($"/oauth2/authorize?{query}");
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task A_code_works_once()
    {
        await using var account = await FocusAccount.Open(connected: false);
        var code = await account.Code();
        Assert.Equal(200, (int)(await Redeem(account, code)).StatusCode);
        await AssertInvalidGrant(await Redeem(account, code));
    }

    [Fact]
    public async Task A_code_lives_ten_minutes()
    {
        await using var account = await FocusAccount.Open(connected: false);
        var code = await account.Code();
        account.Clock.Advance(TimeSpan.FromMinutes(10));
        await AssertInvalidGrant(await Redeem(account, code));
    }

    [Fact]
    public async Task A_code_is_bound_to_its_redirect_uri()
    {
        await using var account = await FocusAccount.Open(connected: false);
        var answer = await account.Token(
            ("grant_type", "authorization_code"),
            ("code", await account.Code()),
            ("redirect_uri", "http://127.0.0.1:9/elsewhere")
        );
        await AssertInvalidGrant(answer);
    }

    [Fact]
    public async Task Tokens_can_be_asked_for_in_JSON_too()
    {
        await using var account = await FocusAccount.Open(connected: false);
        var json = JsonSerializer.Serialize(
            new
            {
                client_id = "sandbox",
                client_secret = "sandbox",
                grant_type = "authorization_code",
                code = await account.Code(),
                redirect_uri = FocusAccount.RedirectUri,
            }
        );
        var answer = await account.Http.PostAsync(
            "/oauth2/access_token",
            new StringContent(json, Encoding.UTF8, "application/json")
        );
        var tokens = await FocusAccount.Json(answer, 200);
        Assert.Equal("Bearer", tokens.GetProperty("token_type").GetString());
        Assert.Equal(3600, tokens.GetProperty("expires_in").GetInt32());
    }

    [Fact]
    public async Task An_access_token_lives_an_hour()
    {
        await using var account = await FocusAccount.Open();
        account.Clock.Advance(TimeSpan.FromMinutes(59));
        await account.Call("users.me");
        account.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("Unauthorized", (await account.Refused("users.me", "{}", 401)).Title);
    }

    [Fact]
    public async Task A_refresh_token_works_once_and_gives_a_new_pair()
    {
        await using var account = await FocusAccount.Open();
        var first = (await account.Tokens()).GetProperty("refresh_token").GetString()!;
        var pair = await FocusAccount.Json(await account.Refresh(first), 200);
        await AssertInvalidGrant(await account.Refresh(first));

        account.Use(pair.GetProperty("access_token").GetString()!);
        await account.Call("users.me");
        var second = pair.GetProperty("refresh_token").GetString()!;
        Assert.NotEqual(first, second);
        Assert.Equal(200, (int)(await account.Refresh(second)).StatusCode);
    }

    [Theory]
    [InlineData(AccessAfterRefresh.LivesOn, 200)]
    [InlineData(AccessAfterRefresh.Dies, 401)]
    public async Task Whether_the_access_token_before_a_refresh_lives_on_is_a_switch(
        AccessAfterRefresh choice,
        int status
    )
    {
        await using var account = await FocusAccount.Open(new TeamleaderSwitches { AccessAfterRefresh = choice });
        var pair = await account.Tokens();
        account.Use(pair.GetProperty("access_token").GetString()!);
        await account.Refresh(pair.GetProperty("refresh_token").GetString()!);
        Assert.Equal(status, (int)(await account.Send("users.me", "")).StatusCode);
    }

    [Fact]
    public async Task A_refused_refresh_may_have_a_plain_OAuth_body()
    {
        await using var account = await FocusAccount.Open(
            new TeamleaderSwitches { TokenErrors = TokenErrorBody.PlainOAuth }
        );
        var body = await FocusAccount.Json(await account.Refresh("unheard-of"), 400);
        Assert.Equal("invalid_grant", body.GetProperty("error").GetString());
    }

    [Fact]
    public async Task A_wrong_secret_is_refused_before_the_code_is_looked_at()
    {
        await using var account = await FocusAccount.Open(connected: false);
        var code = await account.Code();
        var answer = await account.Token(
            ("client_secret", "guess"),
            ("grant_type", "authorization_code"),
            ("code", code)
        );
        Assert.Equal(401, (int)answer.StatusCode);
        Assert.Equal(200, (int)(await Redeem(account, code)).StatusCode);
    }

    [Fact]
    public async Task Revoked_access_ends_both_tokens()
    {
        await using var account = await FocusAccount.Open();
        var refresh = (await account.Tokens()).GetProperty("refresh_token").GetString()!;
        account.State.RevokeAccess();
        await account.Refused("users.me", "{}", 401);
        await AssertInvalidGrant(await account.Refresh(refresh));
    }

    static Task<HttpResponseMessage> Redeem(FocusAccount account, string code) =>
        account.Token(("grant_type", "authorization_code"), ("code", code), ("redirect_uri", FocusAccount.RedirectUri));

    static async Task AssertInvalidGrant(HttpResponseMessage answer)
    {
        var error = (await FocusAccount.Json(answer, 400)).GetProperty("errors")[0];
        Assert.Equal("invalid_grant", error.GetProperty("title").GetString());
    }
}
