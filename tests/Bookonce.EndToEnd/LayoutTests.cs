using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bookonce.EndToEnd;

/// <summary>Pages fit a desk and a phone.</summary>
public sealed class LayoutTests
{
    static readonly string[] Pages =
    [
        "/",
        "/preview",
        "/invoices",
        "/credit-notes",
        "/duplicates",
        "/repair",
        "/numbers",
        "/proof",
        "/budget",
        "/settings",
        "/deactivate",
        "/connect",
        "/check",
        "/keys",
    ];

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task No_page_scrolls_sideways(int width)
    {
        await using var browser = await Browser.Start();
        await using var demo = await Demo.Start();
        await browser.SignIn(demo);
        var page = browser.Page;
        await page.SetViewportSizeAsync(width, 844);
        await browser.Button("Synchronise").First.ClickAsync();
        await Expect(page.GetByText("Synchronised.")).ToBeVisibleAsync();

        foreach (var path in Pages)
        {
            await page.GotoAsync(demo.Page(path).AbsoluteUri);
            await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).WaitForAsync();
            await Expect(page.Locator(".busy")).ToHaveCountAsync(0);

            Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        }
        Assert.Empty(browser.Faults);
    }
}
