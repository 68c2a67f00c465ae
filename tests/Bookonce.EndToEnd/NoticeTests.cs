using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bookonce.EndToEnd;

/// <summary>What somebody else does in Exact is noticed within one run, told, and answered by a person.</summary>
public sealed class NoticeTests
{
    [Fact]
    public async Task Booking_pauses_when_somebody_else_books_and_goes_on_at_the_press_of_a_button()
    {
        await using var browser = await Browser.Start();
        await using var demo = await Demo.Start();
        using var people = demo.People();
        await browser.SignIn(demo);
        await Synchronise(browser);
        var typed = await people.Invoice("Sofie Mertens", "431.50", "2026-11-02");
        var open = await people.Invoice("Sofie Mertens", "777", "2026-11-03");
        await people.TypeEntry("Sofie Mertens", "431.50", "2026-11-02", typed);

        await Synchronise(browser);

        var card = browser.Page.GetByRole(AriaRole.Alert, new() { Name = "Booking pauses" });
        await Expect(card).ToContainTextAsync($"is {typed}, was entered after connecting");
        await Expect(browser.Page.Locator(".problems")).ToBeVisibleAsync();
        await browser.Page.GotoAsync(demo.Page($"/invoices?search={Uri.EscapeDataString(open)}").AbsoluteUri);
        await Expect(browser.Page.Locator("td .status.is-waiting")).ToBeVisibleAsync();

        await browser.Page.GotoAsync(demo.Page("/").AbsoluteUri);
        await browser.Button("Go on booking").ClickAsync();

        await Expect(browser.Page.GetByText("Synchronised.")).ToBeVisibleAsync();
        await Expect(card).ToHaveCountAsync(0);
        await browser.Page.GotoAsync(demo.Page($"/invoices?search={Uri.EscapeDataString(open)}").AbsoluteUri);
        await Expect(browser.Page.Locator("td .status.is-linked")).ToBeVisibleAsync();
        Assert.Empty(browser.Faults);
    }

    [Fact]
    public async Task A_changed_entry_is_told_until_it_is_accepted_and_a_matched_one_is_marked()
    {
        await using var browser = await Browser.Start();
        await using var demo = await Demo.Start();
        using var people = demo.People();
        await browser.SignIn(demo);
        var number = await people.Invoice("Sofie Mertens", "431.50", "2026-11-02");
        await Synchronise(browser);
        var entry = await people.Entry(number);
        await people.ChangeEntry(entry, "2026-11-05", number);
        await people.Pay(entry);

        await Synchronise(browser);

        await Expect(browser.Page.Locator(".problems li .status").First).ToHaveTextAsync("Linked");
        await browser.Page.GotoAsync(demo.Page($"/invoices?search={Uri.EscapeDataString(number)}").AbsoluteUri);
        var name = browser.Page.GetByRole(AriaRole.Button, new() { Name = number, Exact = true });
        var panel = browser.Page.Locator(".panel");
        await name.ClickAsync();
        await Expect(panel).ToContainTextAsync("Its entry was changed in Exact: the date was 2026-11-02.");
        await Expect(panel.Locator("dt:text-is('Matched in Exact') + dd")).ToHaveTextAsync("Matched");
        await browser.Button("Accept as it is").ClickAsync();
        await Expect(panel).ToHaveCountAsync(0);
        await Synchronise(browser);
        await name.ClickAsync();
        await Expect(panel).ToContainTextAsync("It has its entry in Exact.");
        await Expect(panel).Not.ToContainTextAsync("changed in Exact");
        Assert.Empty(browser.Faults);
    }

    /// <summary>Presses the button and waits for the end of that very run, however many were announced before.</summary>
    static async Task Synchronise(Browser browser)
    {
        var announced = browser.Page.GetByText("Synchronised.");
        await Expect(announced).ToHaveCountAsync(0);
        await browser.Button("Synchronise").First.ClickAsync();
        await Expect(announced).ToBeVisibleAsync();
    }
}
