using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bookonce.EndToEnd;

/// <summary>What the services still allow is on a page.</summary>
public sealed class BudgetTests
{
    [Fact]
    public async Task The_budget_page_shows_what_is_spent_and_left_and_what_is_still_to_be_booked()
    {
        await using var browser = await Browser.Start();
        await using var demo = await Demo.Start();
        await browser.SignIn(demo);
        var page = browser.Page;

        await browser.Button("More").ClickAsync();
        await page.GetByText("Budget", new() { Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Budget", Exact = true })).ToBeVisibleAsync();
        await Expect(page.Locator(".estimate")).ToContainTextAsync("documents");
        await browser.Button("Synchronise").First.ClickAsync();
        await Expect(page.GetByText("Synchronised.")).ToBeVisibleAsync();

        await Expect(page.GetByText("Nothing waits to be booked.")).ToBeVisibleAsync();
        await Expect(page.Locator(".budget tbody tr")).ToHaveCountAsync(3);
        var today = page.Locator(".budget tbody tr").Nth(1);
        await Expect(today).ToContainTextAsync("today");
        Assert.DoesNotContain("–", await today.InnerTextAsync(), StringComparison.Ordinal);
        await Expect(page.GetByText("None.")).ToBeVisibleAsync();
        Assert.Empty(browser.Faults);
    }
}
