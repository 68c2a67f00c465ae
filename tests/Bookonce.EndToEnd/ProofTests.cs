using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bookonce.EndToEnd;

/// <summary>The statement of a period, on screen and as a file.</summary>
public sealed class ProofTests
{
    [Fact]
    public async Task A_period_is_proved_shown_and_saved_as_one_page()
    {
        await using var browser = await Browser.Start();
        await using var demo = await Demo.Start();
        await browser.SignIn(demo);
        var page = browser.Page;
        await browser.Button("Synchronise").First.ClickAsync();
        await Expect(page.GetByText("Synchronised.")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Proof" }).First.ClickAsync();
        await page.GetByLabel("From", new() { Exact = true }).FillAsync("2026-10-02");
        await page.GetByLabel("To, included").FillAsync("2026-10-31");
        await browser.Button("Prove").ClickAsync();

        const string outcome = "documents has exactly one entry; totals and VAT agree to the cent.";
        await Expect(page.Locator("#statement")).ToContainTextAsync(outcome);
        var statement = page.FrameLocator("iframe");
        await Expect(statement.Locator("h1")).ToContainTextAsync("proof of 2026-10-02 to 2026-10-31");
        await Expect(statement.Locator("code").First).ToHaveTextAsync(Hash());
        var file = await page.RunAndWaitForDownloadAsync(() => browser.Button("Download as HTML").ClickAsync());
        Assert.Equal("proof-2026-10-02-2026-10-31.html", file.SuggestedFilename);
        var saved = await File.ReadAllTextAsync(await file.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Contains(outcome, saved, StringComparison.Ordinal);
        Assert.Empty(browser.Faults);
    }

    [Fact]
    public async Task A_period_that_was_never_read_is_refused_in_words()
    {
        await using var browser = await Browser.Start();
        await using var demo = await Demo.Start();
        await browser.SignIn(demo);
        await browser.Page.GotoAsync(demo.Page("/proof").AbsoluteUri);
        await browser.Page.GetByLabel("From", new() { Exact = true }).FillAsync("2020-01-01");

        await browser.Button("Prove").ClickAsync();

        await Expect(browser.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("were not read");
    }

    static System.Text.RegularExpressions.Regex Hash() => new("^[0-9a-f]{64}$");
}
