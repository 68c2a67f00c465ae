using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bookonce.EndToEnd;

/// <summary>The way of those who mend by hand: deactivate, delete in Exact, connect again, synchronise.</summary>
public sealed partial class DeactivateTests
{
    [Fact]
    public async Task A_connection_is_deactivated_after_the_list_was_seen_and_connected_again_with_what_was_kept()
    {
        await using var browser = await Browser.Start();
        await using var demo = await Demo.Start();
        using var people = demo.People();
        await browser.SignIn(demo);
        var page = browser.Page;
        var number = await people.Invoice("Sofie Mertens", "431.50", "2026-11-02");
        await browser.Button("Synchronise").First.ClickAsync();
        await Expect(page.GetByText("Synchronised.")).ToBeVisibleAsync();

        await page.GotoAsync(demo.Page("/settings").AbsoluteUri);
        await page.GetByRole(AriaRole.Link, new() { Name = "Deactivate …" }).ClickAsync();
        await page.GetByLabel("Disconnect date (of the document, included)").FillAsync("2026-11-02");
        await browser.Button("Show what would end").ClickAsync();
        await Expect(page.Locator("#would-end")).ToHaveTextAsync("1 document loses link and booking number");
        await Expect(page.Locator(".journals td").First).ToContainTextAsync(number);
        await Expect(page.GetByRole(AriaRole.Switch, new() { NameRegex = Disconnects() })).Not.ToBeCheckedAsync();
        await Expect(browser.Button("Deactivate")).ToBeDisabledAsync();
        await page.GetByLabel("1 document loses link and booking number, and").CheckAsync();
        await browser.Button("Deactivate").ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Connect again" }).First).ToBeVisibleAsync();
        await Expect(page.GetByText("Documents from 2026-11-02 on lost their link")).ToBeVisibleAsync();
        await Expect(browser.Button("Synchronise")).ToHaveCountAsync(0);
        await Expect(page.GetByLabel("Start date", new() { Exact = true })).ToHaveValueAsync(Day());
        await browser.Button("Show what connecting again would cause").ClickAsync();
        // The entry still stands, so it would be found again.
        await Expect(page.Locator(".moved tr", new() { HasText = "To adopt" }).Locator("td")).ToHaveTextAsync("1");
        await page.GetByLabel("Nothing else books").CheckAsync();
        var import = page.GetByRole(AriaRole.Switch, new() { Name = "Import customers of Exact into Teamleader" });
        await Expect(import).Not.ToBeCheckedAsync();
        await import.CheckAsync();
        await Expect(page.Locator("#import-counts")).ToContainTextAsync("0 customers to create, 3 to link");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = ConnectsAgain() }).ClickAsync();

        await browser.Button("Synchronise").First.ClickAsync();
        await Expect(page.GetByText("Synchronised.")).ToBeVisibleAsync();
        await page.GotoAsync(demo.Page($"/invoices?search={Uri.EscapeDataString(number)}").AbsoluteUri);
        await Expect(page.Locator("td .status.is-linked")).ToBeVisibleAsync();
        Assert.Empty(browser.Faults);
    }

    [Fact]
    public async Task A_document_whose_entry_was_deleted_shows_its_old_number_struck_through()
    {
        await using var browser = await Browser.Start();
        await using var demo = await Demo.Start();
        using var people = demo.People();
        await browser.SignIn(demo);
        var page = browser.Page;
        var number = await people.Invoice("Sofie Mertens", "431.50", "2026-11-02");
        await browser.Button("Synchronise").First.ClickAsync();
        await Expect(page.GetByText("Synchronised.")).ToBeVisibleAsync();
        await people.Delete(await people.Entry(number));
        await page.ReloadAsync();
        await browser.Button("Synchronise").First.ClickAsync();
        await Expect(page.GetByText("Synchronised.")).ToBeVisibleAsync();

        await page.GotoAsync(demo.Page($"/invoices?search={Uri.EscapeDataString(number)}").AbsoluteUri);

        await Expect(page.Locator("td.cell-bookingNumber s")).ToHaveTextAsync(Digits());
        await Expect(page.Locator("td.cell-bookingNumber")).ToContainTextAsync("gone");
    }

    [GeneratedRegex("^Disconnect .* too")]
    private static partial Regex Disconnects();

    [GeneratedRegex("^Import and connect again from ")]
    private static partial Regex ConnectsAgain();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d$")]
    private static partial Regex Day();

    [GeneratedRegex(@"^\d+$")]
    private static partial Regex Digits();
}
