namespace Bookonce.Repository.Tests.Api;

/// <summary>Keys are made and revoked by a command, shown once, and the only way in.</summary>
[Collection(WithApiServer.Name)]
public sealed class KeyTests(ApiServer server)
{
    [Fact]
    public async Task A_key_opens_the_API_until_it_is_revoked()
    {
        (await server.Get("/api/v1/connections")).As("connections");

        var printed = await server.Commands(
            ["key", "create", "--name", "another"],
            ["key", "create", "--name", "test"],
            ["key", "revoke", "another"]
        );

        var (made, taken, left) = (printed[0].As("key-create"), printed[1].As("error"), printed[2].As("key-list"));
        var word = made.GetProperty("key").GetString()!;
        Assert.Equal("keyNameTaken", taken.GetProperty("error").GetProperty("code").GetString());
        var keys = left.GetProperty("keys");
        Assert.Equal(["another", "test"], keys.EnumerateArray().Select(key => key.GetProperty("name").GetString()));
        Assert.NotNull(keys[0].GetProperty("revokedAt").GetString());
        Assert.NotNull(keys[1].GetProperty("lastUsedOn").GetString());
        Assert.DoesNotContain(word, left.GetRawText(), StringComparison.Ordinal);
        var refused = await server.Send(HttpMethod.Get, "/api/v1/connections", null, word);
        Assert.Equal("keyUnknown", refused.Refusal(401));
    }

    [Fact]
    public async Task A_signed_in_browser_is_not_let_in()
    {
        using var browser = new HttpClient { BaseAddress = server.Http.BaseAddress };
        using var welcome = await browser.GetAsync(server.SignInLink);
        using var home = await browser.GetAsync("/connect");

        using var read = await browser.GetAsync("/api/v1/connections");
        using var acts = await browser.PostAsync($"{server.Connection}/preview", content: null);

        Assert.Equal((200, 401, 401), ((int)home.StatusCode, (int)read.StatusCode, (int)acts.StatusCode));
    }
}
