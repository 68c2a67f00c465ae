using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bookonce.EndToEnd;

/// <summary>What a bookkeeper sees before anything is written, and says about it.</summary>
public sealed class PreviewTests
{
    [Fact]
    public async Task A_preview_shows_why_and_a_document_can_be_set_aside_and_taken_back()
    {
        await using var browser = await Browser.Start();
        await using var demo = await Demo.Start();
        await browser.SignIn(demo);
        var page = browser.Page;
        await page.GotoAsync(demo.Page("/preview?verdict=Adopt").AbsoluteUri);
        await Expect(page.Locator(".evidence .because").First).ToContainTextAsync("same");

        await page.GotoAsync(demo.Page("/preview?verdict=Book").AbsoluteUri);
        await page.Locator("td button.link").First.ClickAsync();
        await browser.Button("Do not book it").ClickAsync();

        await Expect(page.Locator("td .status.is-setaside")).ToHaveCountAsync(1);
        await page.Locator("tr.row", new() { Has = page.Locator(".status.is-setaside") })
            .Locator("button.link")
            .ClickAsync();
        await browser.Button("Take that back: look at it again").ClickAsync();
        await Expect(page.Locator("td .status.is-setaside")).ToHaveCountAsync(0);
        Assert.Empty(browser.Faults);
    }

    [Fact]
    public async Task Questions_of_one_kind_are_answered_at_once_after_their_number_was_said()
    {
        await using var browser = await Browser.Start();
        await using var demo = await Demo.Start();
        await browser.SignIn(demo);
        var page = browser.Page;
        await page.GotoAsync(demo.Page("/preview").AbsoluteUri);
        var kinds = page.Locator(".kinds li");
        await Expect(kinds.First).ToBeVisibleAsync();
        var before = await kinds.CountAsync();

        await kinds.First.GetByRole(AriaRole.Button, new() { NameRegex = new("^Not it") }).ClickAsync();
        await Expect(kinds.First.GetByRole(AriaRole.Alert)).ToContainTextAsync("The next run books them.");
        await kinds.First.GetByRole(AriaRole.Button, new() { NameRegex = new("^Yes") }).ClickAsync();

        await Expect(page.GetByText("Answered for")).ToBeVisibleAsync();
        await Expect(kinds).ToHaveCountAsync(before - 1);
        Assert.Empty(browser.Faults);
    }

    [Fact]
    public async Task Moving_the_start_date_shows_first_what_that_would_cause()
    {
        await using var browser = await Browser.Start();
        await using var demo = await Demo.Start();
        await browser.SignIn(demo);
        var page = browser.Page;
        await page.GotoAsync(demo.Page("/settings").AbsoluteUri);
        await page.GetByLabel("Another start date").FillAsync("2026-07-01");
        await page.Keyboard.PressAsync("Tab");

        await browser.Button("Show what that would cause").ClickAsync();
        await Expect(page.Locator(".moved")).ToContainTextAsync("From 2026-07-01");
        await browser.Button("Move the start date to 2026-07-01").ClickAsync();

        await Expect(page.GetByText("Moved to 2026-07-01.")).ToBeVisibleAsync();
        Assert.Empty(browser.Faults);
    }
}
