using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bookonce.EndToEnd;

/// <summary>A second company entity, connected as a person would.</summary>
public sealed partial class ConnectTests
{
    [Fact]
    public async Task A_second_company_entity_is_connected_looked_at_and_booked()
    {
        await using var browser = await Browser.Start();
        await using var demo = await Demo.Start();
        await browser.SignIn(demo);
        var page = browser.Page;
        await page.GotoAsync(demo.Page("/connect").AbsoluteUri);

        // A consent of its own, so that the way there and back is walked too.
        await page.GetByLabel("Another account or app").First.ClickAsync();
        await browser.Button("Go to Teamleader Focus and allow").ClickAsync();
        await page.WaitForURLAsync(address => address.Contains("authorize", StringComparison.Ordinal));
        await browser.Button("Allow access").ClickAsync();
        await browser.Button("Continue").WaitForAsync();
        await Expect(page.Locator(".mud-alert")).ToHaveCountAsync(0);
        await browser.Button("Continue").ClickAsync();

        await Expect(page.GetByText("connected as")).ToBeVisibleAsync();
        await page.GetByLabel("De Linde Studio BV", new() { Exact = true }).CheckAsync();
        await Expect(page.GetByLabel("Division")).ToHaveValueAsync(Studio());
        await browser.Button("Continue").ClickAsync();
        await Expect(page.GetByText("This is what both sides suggest")).ToBeVisibleAsync();
        await browser.Button("Continue").ClickAsync();
        await Expect(browser.Button("Connect and preview")).ToBeDisabledAsync();
        await page.GetByLabel("Nothing else books the invoices").CheckAsync();
        await browser.Button("Connect and preview").ClickAsync();
        await Expect(page.GetByText("This is what would happen. Nothing was written yet.")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Go to the overview" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "De Linde Studio BV" })).ToBeVisibleAsync();
        await browser.Button("Synchronise").First.ClickAsync();

        await Expect(page.GetByText(SomeBooked())).ToBeVisibleAsync();
        Assert.Empty(browser.Faults);
    }

    [Fact]
    public async Task A_consent_that_was_not_asked_for_here_is_refused_in_words()
    {
        await using var browser = await Browser.Start();
        await using var demo = await Demo.Start();
        await browser.SignIn(demo);

        await browser.Page.GotoAsync(demo.Page("/connect/return/exact?code=stolen&state=guessed").AbsoluteUri);

        await Expect(browser.Page.GetByText("This consent was not asked for here")).ToBeVisibleAsync();
    }

    [GeneratedRegex("De Linde Studio BV")]
    private static partial Regex Studio();

    [GeneratedRegex(@"Synchronised\. \d+ documents: [1-9]\d* booked")]
    private static partial Regex SomeBooked();
}
