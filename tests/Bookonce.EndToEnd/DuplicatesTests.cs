using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bookonce.EndToEnd;

/// <summary>What stands twice, side by side, and what a person says of it.</summary>
public sealed class DuplicatesTests
{
    [Fact]
    public async Task Twins_stand_side_by_side_and_stay_away_once_a_person_told_them_apart()
    {
        await using var browser = await Browser.Start();
        await using var demo = await Demo.Start();
        await browser.SignIn(demo);
        var page = browser.Page;
        await browser.Button("Synchronise").First.ClickAsync();
        await Expect(page.GetByText("Synchronised.")).ToBeVisibleAsync();

        await page.GotoAsync(demo.Page("/duplicates").AbsoluteUri);
        var cards = page.Locator(".finding");
        await Expect(cards).ToHaveCountAsync(8);
        var first = cards.First;
        await Expect(first.GetByRole(AriaRole.Heading)).ToContainTextAsync("stands in the books twice");
        await Expect(first).ToContainTextAsync("Greet Lauwers");
        await Expect(first).ToContainTextAsync("Koppeling facturatie");
        await Expect(first).ToContainTextAsync("For keeping it");

        await first.GetByRole(AriaRole.Button, new() { Name = "Not the same" }).First.ClickAsync();

        await Expect(cards).ToHaveCountAsync(7);
        await page.ReloadAsync();
        await Expect(cards).ToHaveCountAsync(7);
        Assert.Empty(browser.Faults);
    }
}
