using System.Net;
using System.Net.Http.Headers;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bookonce.EndToEnd;

/// <summary>Keys of the HTTP API are made and revoked on a page while the server runs.</summary>
public sealed class ApiKeyTests
{
    [Fact]
    public async Task A_key_is_shown_once_and_opens_the_API_until_it_is_revoked()
    {
        await using var browser = await Browser.Start();
        await using var demo = await Demo.Start();
        using var program = new HttpClient();
        await browser.SignIn(demo);
        var page = browser.Page;

        await browser.Button("More").ClickAsync();
        await page.GetByText("API keys").ClickAsync();
        await page.GetByLabel("What uses it").FillAsync("month-end script");
        await browser.Button("Make a key").ClickAsync();
        var word = await page.Locator(".api-key").InnerTextAsync();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", word);
        Assert.Equal(HttpStatusCode.OK, await Ask());

        await page.ReloadAsync();
        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "month-end script" });
        await Expect(row).Not.ToContainTextAsync("never");
        await Expect(page.GetByText(word)).ToHaveCountAsync(0);
        await row.GetByRole(AriaRole.Button, new() { Name = "Revoke" }).ClickAsync();
        await Expect(row).ToContainTextAsync("revoked");
        Assert.Equal(HttpStatusCode.Unauthorized, await Ask());

        await page.GetByLabel("What uses it").FillAsync("month-end script");
        await browser.Button("Make a key").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("There is or was a key");
        Assert.Empty(browser.Faults);

        async Task<HttpStatusCode> Ask()
        {
            using var answer = await program.GetAsync(demo.Page("/api/v1/connections"));
            return answer.StatusCode;
        }
    }
}
