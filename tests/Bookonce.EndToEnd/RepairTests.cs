using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bookonce.EndToEnd;

/// <summary>What stands twice is planned, removed and put back from a page.</summary>
public sealed class RepairTests
{
    [Fact]
    public async Task What_stands_twice_is_removed_by_the_plan_that_a_person_chose_and_comes_back_by_undoing_it()
    {
        await using var browser = await Browser.Start();
        await using var demo = await Demo.Start();
        await browser.SignIn(demo);
        var page = browser.Page;
        await browser.Button("Synchronise").First.ClickAsync();
        await Expect(page.GetByText("Synchronised.")).ToBeVisibleAsync();

        await page.GotoAsync(demo.Page("/repair").AbsoluteUri);
        await browser.Button("Plan").ClickAsync();
        await Expect(page.Locator(".cases > li").First).ToContainTextAsync("stands in the books 2 times");
        var best = page.Locator(".plan.is-best");
        await Expect(best).ToContainTextAsync("Remove the surplus");
        await Expect(best).ToContainTextAsync("8 entries deleted");
        await Expect(page.Locator(".plan")).Not.ToHaveCountAsync(1);
        await Expect(best.Locator(".numbers .gone").First).ToBeVisibleAsync();
        var apply = best.GetByRole(AriaRole.Button, new() { Name = "Apply" });
        await Expect(apply).ToBeDisabledAsync();
        await best.GetByLabel("Type “repair” to apply it").FillAsync("repair");
        await apply.ClickAsync();

        await Expect(page.GetByText("every step is done and seen")).ToBeVisibleAsync();
        await page.GotoAsync(demo.Page("/duplicates").AbsoluteUri);
        await Expect(page.GetByText("Nothing stands in the books twice.")).ToBeVisibleAsync();

        await page.GotoAsync(demo.Page("/repair").AbsoluteUri);
        await browser.Button("Undo …").ClickAsync();
        await Expect(page.Locator(".undo")).ToContainTextAsync("Entries that come back have new ids");
        await browser.Button("Undo it").ClickAsync();
        await Expect(page.GetByText("Undo: every step is done and seen")).ToBeVisibleAsync();
        await page.GotoAsync(demo.Page("/duplicates").AbsoluteUri);
        await Expect(page.Locator(".finding")).ToHaveCountAsync(8);
        Assert.Empty(browser.Faults);
    }
}
