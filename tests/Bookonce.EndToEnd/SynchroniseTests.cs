using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace Bookonce.EndToEnd;

/// <summary>What a newcomer does in the first minutes, in a real browser.</summary>
public sealed partial class SynchroniseTests
{
    [Fact]
    public async Task Booking_numbers_appear_after_pressing_synchronise()
    {
        await using var browser = await Browser.Start();
        await using var demo = await Demo.Start();
        await browser.SignIn(demo);
        await browser.Page.GotoAsync(demo.Page("/invoices?status=Book").AbsoluteUri);
        var numbers = browser.Page.Locator("td.cell-bookingNumber");
        await Expect(numbers.First).ToHaveTextAsync("–");

        await browser.Button("Clear filter").ClickAsync();
        await browser.Button("Synchronise").ClickAsync();

        await Expect(browser.Page.GetByText("Synchronised.")).ToBeVisibleAsync();
        await Expect(numbers.First).ToHaveTextAsync(Digits());
        await Expect(browser.Page.Locator("td .status.is-linked").First).ToBeVisibleAsync();
        Assert.Empty(browser.Faults);
    }

    [Fact]
    public async Task A_grid_sorts_by_booking_number()
    {
        await using var browser = await Browser.Start();
        await using var demo = await Demo.Start();
        await browser.SignIn(demo);
        await browser.Button("Synchronise").First.ClickAsync();
        await Expect(browser.Page.GetByText("Synchronised.")).ToBeVisibleAsync();
        await browser.Page.GotoAsync(demo.Page("/invoices?status=Linked").AbsoluteUri);

        await browser.Page.GetByText("Booking number", new() { Exact = true }).First.ClickAsync();

        await Expect(browser.Page.Locator("th[aria-sort=ascending]")).ToContainTextAsync("Booking number");
        var numbers = browser.Page.Locator("td.cell-bookingNumber");
        await Expect(numbers.First).ToHaveTextAsync(Digits());
        var shown = (await numbers.AllTextContentsAsync()).Select(text => int.Parse(text)).ToArray();
        Assert.Equal(shown.Order(), shown);
    }

    [Fact]
    public async Task Chosen_columns_are_still_chosen_after_a_reload()
    {
        await using var browser = await Browser.Start();
        await using var demo = await Demo.Start();
        await browser.SignIn(demo);
        await browser.Page.GotoAsync(demo.Page("/invoices").AbsoluteUri);
        var heads = browser.Page.Locator(".documents th");
        await Expect(heads.Filter(new() { HasText = "Paid" })).ToHaveCountAsync(1);

        await browser.Button("Choose columns").ClickAsync();
        await browser.Page.GetByLabel("Due date", new() { Exact = true }).ClickAsync();
        await browser.Page.GetByLabel("Paid", new() { Exact = true }).ClickAsync();
        await Expect(heads.Filter(new() { HasText = "Due date" })).ToHaveCountAsync(1);
        await browser.Button("Move Due date forward").ClickAsync();
        await Expect(heads.Last).ToHaveTextAsync("Journal");
        await browser.Page.ReloadAsync();

        await Expect(heads.Filter(new() { HasText = "Due date" })).ToHaveCountAsync(1);
        await Expect(heads.Filter(new() { HasText = "Paid" })).ToHaveCountAsync(0);
        await Expect(heads.Last).ToHaveTextAsync("Journal");
    }

    [GeneratedRegex(@"^\d+$")]
    private static partial Regex Digits();
}
