using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bookonce.EndToEnd;

/// <summary>Two lists are compared in the pages, without touching what is connected.</summary>
public sealed class CheckTests
{
    const string Documents = "number;date;total_incl;customer_name\n2026 / 1;2026-01-05;121,00;De Halm\n";

    [Fact]
    public async Task Two_files_give_a_report_that_can_be_saved()
    {
        await using var browser = await Browser.Start();
        await using var demo = await Demo.Start();
        await browser.SignIn(demo);
        var page = browser.Page;
        await page.GotoAsync(demo.Page("/check").AbsoluteUri);

        await Pick(page, "File with documents", "documents.csv", Documents);
        await Pick(
            page,
            "File with entries",
            "entries.csv",
            "entry_id;date;amount_incl;your_ref;account_name\n1;2026-01-05;121,00;2026/1;De Halm\n2;2026-01-09;121,00;2026/1;De Halm\n"
        );
        await browser.Button("Compare").ClickAsync();

        await Expect(page.GetByText("1 document: 0 found once, 1 twice")).ToBeVisibleAsync();
        await Expect(page.FrameLocator("iframe").GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        var saved = await page.RunAndWaitForDownloadAsync(() => browser.Button("Save as JSON").ClickAsync());
        using var reader = new StreamReader(await saved.CreateReadStreamAsync());
        Assert.Contains("\"twice\": 1", await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.Empty(browser.Faults);
    }

    [Fact]
    public async Task A_header_that_is_not_recognised_is_mapped_by_hand_and_bad_rows_are_left_out_when_asked()
    {
        await using var browser = await Browser.Start();
        await using var demo = await Demo.Start();
        await browser.SignIn(demo);
        var page = browser.Page;
        await page.GotoAsync(demo.Page("/check").AbsoluteUri);

        await Pick(page, "File with documents", "documents.csv", Documents);
        await Pick(
            page,
            "File with entries",
            "entries.csv",
            "entry_id;date;what it came to;your_ref\n1;2026-01-05;121,00;2026/1\n2;no day;121,00;2026/1\n"
        );
        await Expect(page.GetByText("A column that is needed was not recognised")).ToBeVisibleAsync();
        await page.GetByLabel("Amount incl").SelectOptionAsync("what it came to");
        await browser.Button("Compare").ClickAsync();
        await Expect(page.GetByText("entries.csv, row 3, column \"date\"")).ToBeVisibleAsync();
        await page.GetByLabel("Leave out rows that cannot be read").CheckAsync();
        await browser.Button("Compare").ClickAsync();

        await Expect(page.GetByText("1 document: 1 found once")).ToBeVisibleAsync();
        Assert.Empty(browser.Faults);
    }

    /// <summary>Picks a file. A page that was just opened may not listen yet, so it is picked until its columns show.</summary>
    static async Task Pick(IPage page, string label, string name, string text)
    {
        var input = page.GetByLabel(label);
        var file = new FilePayload
        {
            Name = name,
            MimeType = "text/csv",
            Buffer = Encoding.UTF8.GetBytes(text),
        };
        var columns = page.Locator(".list-picker").Filter(new() { Has = input }).Locator("summary");
        for (var tries = 1; ; tries++)
        {
            await input.SetInputFilesAsync(file);
            try
            {
                await Expect(columns).ToBeVisibleAsync(new() { Timeout = 5_000 });
                return;
            }
            catch (PlaywrightException) when (tries < 10)
            {
                await input.SetInputFilesAsync(Array.Empty<FilePayload>());
            }
        }
    }
}
