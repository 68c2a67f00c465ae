using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bookonce.EndToEnd;

/// <summary>Booking numbers: last, next, what is missing, and what Exact shows held against them.</summary>
public sealed partial class NumbersTests
{
    [Fact]
    public async Task What_Exact_shows_is_compared_and_a_deleted_entry_is_told_as_a_gap()
    {
        await using var browser = await Browser.Start();
        await using var demo = await Demo.Start();
        using var people = demo.People();
        await browser.SignIn(demo);
        var page = browser.Page;
        var deleted = await people.Invoice("Sofie Mertens", "431.50", "2026-11-02");
        await people.Invoice("Sofie Mertens", "777", "2026-11-03");
        await Synchronise(browser);
        await people.Delete(await people.Entry(deleted));
        await page.ReloadAsync();
        await Synchronise(browser);

        await page.GetByRole(AriaRole.Link, new() { Name = "Numbers" }).First.ClickAsync();

        var card = page.GetByRole(AriaRole.Region, new() { Name = "Journal 70, 2026" });
        var last = int.Parse(await card.Locator("dt:text-is('Last used') + dd").InnerTextAsync());
        await Expect(card.Locator("dt:text-is('Next') + dd")).ToContainTextAsync($"{last + 1}");
        await Expect(card.Locator("dt:text-is('Missing') + dd")).ToHaveTextAsync("1 number");
        await Expect(card.Locator(".gaps li")).ToHaveTextAsync(Deleted());
        var field = card.GetByLabel("What Exact shows as next");
        await field.FillAsync($"{last + 3}");
        await Expect(card.GetByRole(AriaRole.Status)).ToContainTextAsync($"Exact would go on at {last + 3}");
        await field.FillAsync($"{last + 1}");
        await Expect(card.GetByRole(AriaRole.Status)).ToContainTextAsync("as expected");
        Assert.Empty(browser.Faults);
    }

    static async Task Synchronise(Browser browser)
    {
        await browser.Button("Synchronise").First.ClickAsync();
        await Expect(browser.Page.GetByText("Synchronised.")).ToBeVisibleAsync();
    }

    [GeneratedRegex(@"^\s*\d+\s+its entry was deleted in Exact\s*$")]
    private static partial Regex Deleted();
}
