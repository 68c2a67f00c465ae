using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bookonce.EndToEnd;

/// <summary>
/// The story of the official remedy, "shown twice": an invoice was typed by hand, and a connection booked it once more. Mended
/// by the plan that does least harm, by the planner's rebuild, and by hand in the twenty official steps.
/// </summary>
public sealed partial class ArticleTests
{
    const string Day = "2026-11-03";

    [Fact]
    public async Task The_least_harmful_plan_deletes_one_entry_and_breaks_no_payment()
    {
        await using var story = await Story.Begin();
        var (page, people) = (story.Browser.Page, story.People);
        var paid = await people.Entry(story.Later[0]);
        await people.Pay(paid);
        await story.Synchronise();
        var before = await people.EntriesFrom(Day);

        await story.PlanOnlyTheTwice();
        var best = page.Locator(".plan.is-best");
        await Expect(best).ToContainTextAsync("Remove the surplus");
        await Expect(best).ToContainTextAsync("one entry deleted");
        await story.Apply(best, "repair");

        var after = await people.EntriesFrom(Day);
        Assert.Equal(before.Count - 1, after.Count);
        Assert.Single(after, entry => entry.YourRef == story.Twice);
        Assert.Subset(before.ToHashSet(), after.ToHashSet());
        Assert.True(await people.IsPaid(paid));
        Assert.Empty(story.Browser.Faults);
    }

    [Fact]
    public async Task A_rebuild_by_the_planner_and_the_twenty_steps_by_hand_end_the_same()
    {
        await using var planned = await Story.Begin();
        var wrong = await planned.People.EntriesFrom(Day);
        await planned.PlanOnlyTheTwice();
        var plan = planned.Browser.Page.GetByRole(AriaRole.Region, new() { Name = $"Rebuild from {Day}" });
        await Expect(plan).ToContainTextAsync("4 entries deleted");
        await plan.GetByText("What it does").ClickAsync();
        await plan.GetByText("Good to know").ClickAsync();
        // The number on paper is that of the first document behind the double; nothing can go on there.
        await Expect(plan)
            .ToContainTextAsync(
                $"invoice {planned.Later[0]} shows {wrong[2].Number}, but 70/2026 goes on at {wrong[0].Number}"
            );
        await planned.Apply(plan, "rebuild");
        var byPlanner = await planned.People.EntriesFrom(Day);
        Assert.Equal(
            [
                (wrong[0].Number, planned.Twice),
                (wrong[1].Number, planned.Later[0]),
                (wrong[2].Number, planned.Later[1]),
            ],
            byPlanner
        );
        Assert.Empty(planned.Browser.Faults);

        await using var byHand = await Story.Begin();
        await OfficialSteps(byHand, wrong[2].Number);

        Assert.Equal(byPlanner, await byHand.People.EntriesFrom(Day));
        Assert.Equal(await planned.People.NextNumber(), await byHand.People.NextNumber());
        Assert.Empty(byHand.Browser.Faults);
    }

    /// <summary>Teamleader Focus support, "What if my invoice/credit note is shown twice in Exact Online?", step by step.</summary>
    static async Task OfficialSteps(Story story, int onPaper)
    {
        var (browser, page, people) = (story.Browser, story.Browser.Page, story.People);
        // 1 to 3: booking numbers are in the columns; no credit note is of that date or later.
        await page.GotoAsync(story.Demo.Page($"/invoices?from={Day}").AbsoluteUri);
        await Expect(page.Locator("td.cell-bookingNumber", new() { HasText = $"{onPaper}" })).ToBeVisibleAsync();
        await page.GotoAsync(story.Demo.Page($"/credit-notes?from={Day}").AbsoluteUri);
        await Expect(page.GetByText("No document fits this filter.")).ToBeVisibleAsync();
        // 4 and 5: everything of that date and later is deleted in Exact.
        await people.DeleteFrom(Day);
        // 6 to 9: the number on paper is compared with the journal's next one, which it is not.
        var next = await people.NextNumber();
        Assert.NotEqual(onPaper, next);
        // 10 to 14: deactivate from that date on, customers stay connected.
        await page.GotoAsync(story.Demo.Page("/deactivate").AbsoluteUri);
        await page.GetByLabel("Disconnect date (of the document, included)").FillAsync(Day);
        await browser.Button("Show what would end").ClickAsync();
        await page.GetByLabel("2 documents lose link and booking number, and").CheckAsync();
        await browser.Button("Deactivate").ClickAsync();
        // 15 to 19: connect again with the start date and the journals that were kept, without import.
        await browser.Button("Show what connecting again would cause").ClickAsync();
        await page.GetByLabel("Nothing else books").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = ConnectsAgain() }).ClickAsync();
        // 9 once more: Bookonce gives no number twice by itself, so a person says where the journal goes on.
        await page.GotoAsync(story.Demo.Page("/numbers").AbsoluteUri);
        var journal = page.GetByRole(AriaRole.Region, new() { Name = "Journal 70, 2026" });
        await journal
            .GetByLabel("What Exact shows as next in 70 2026")
            .FillAsync(next.ToString(CultureInfo.InvariantCulture));
        await journal.GetByRole(AriaRole.Button, new() { Name = $"Go on at {next}" }).ClickAsync();
        await Expect(journal.GetByText($"goes on at {next}, as expected")).ToBeVisibleAsync();
        // 20: synchronise everything.
        await page.GotoAsync(story.Demo.Page("/").AbsoluteUri);
        await story.Synchronise();
    }

    [GeneratedRegex("^Connect again from ")]
    private static partial Regex ConnectsAgain();

    /// <summary>A demo that books, in which one of the last invoices was typed by hand and booked by another connection.</summary>
    sealed class Story : IAsyncDisposable
    {
        public required Browser Browser { get; init; }

        public required Demo Demo { get; init; }

        public required Sandboxes People { get; init; }

        /// <summary>The invoice that stands there twice.</summary>
        public required string Twice { get; init; }

        /// <summary>The invoices after it.</summary>
        public required IReadOnlyList<string> Later { get; init; }

        public static async Task<Story> Begin()
        {
            var (browser, demo) = (await Browser.Start(), await Demo.Start());
            var people = demo.People();
            await browser.SignIn(demo);
            await Synchronise(browser);
            string[] numbers =
            [
                await people.Invoice("Sofie Mertens", "110.20", "2026-11-02"),
                await people.Invoice("Sofie Mertens", "220.30", Day),
                await people.Invoice("Sofie Mertens", "330.40", "2026-11-04"),
                await people.Invoice("Sofie Mertens", "440.60", "2026-11-05"),
            ];
            await people.TypeEntry("Sofie Mertens", "110.20", "2026-11-02", numbers[0]);
            await people.TypeEntry("Sofie Mertens", "220.30", Day, numbers[1]);
            await people.TypeEntry("Sofie Mertens", "220.30", Day, numbers[1]);
            await people.TypeEntry("Sofie Mertens", "330.40", "2026-11-04", numbers[2]);
            await people.TypeEntry("Sofie Mertens", "440.60", "2026-11-05", numbers[3]);
            await Synchronise(browser);
            // Somebody else booked after connecting, which stops Bookonce until a person says that it is over.
            await browser.Button("Go on booking").ClickAsync();
            await Expect(browser.Page.GetByText("Synchronised.")).ToBeVisibleAsync();
            return new Story
            {
                Browser = browser,
                Demo = demo,
                People = people,
                Twice = numbers[1],
                Later = numbers[2..],
            };
        }

        public Task Synchronise() => Synchronise(Browser);

        /// <summary>Plans for the one invoice, and leaves the other doubles of the demo alone.</summary>
        public async Task PlanOnlyTheTwice()
        {
            await Browser.Page.GotoAsync(Demo.Page("/repair").AbsoluteUri);
            await Browser.Button("Plan").ClickAsync();
            var one = Browser.Page.Locator(".cases > li", new() { HasText = $"invoice {Twice} stands" });
            await one.GetByRole(AriaRole.Button, new() { Name = "Only this" }).ClickAsync();
            await Expect(Browser.Page.GetByRole(AriaRole.Heading, new() { Name = "1 case" })).ToBeVisibleAsync();
        }

        /// <summary>Applies a plan, and types the next booking number where it is asked for.</summary>
        public async Task Apply(ILocator plan, string word)
        {
            await plan.GetByLabel($"Type “{word}” to apply it").FillAsync(word);
            await plan.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
            var (asked, done) = (
                Browser.Page.GetByLabel("The number that is shown"),
                Browser.Page.GetByText("every step is done and seen")
            );
            await Expect(asked.Or(done)).ToBeVisibleAsync();
            if (await asked.IsVisibleAsync())
            {
                await asked.FillAsync((await People.NextNumber()).ToString(CultureInfo.InvariantCulture));
                await Browser.Button("It is done: go on").ClickAsync();
            }
            await Expect(done).ToBeVisibleAsync();
        }

        public async ValueTask DisposeAsync()
        {
            People.Dispose();
            await Demo.DisposeAsync();
            await Browser.DisposeAsync();
        }

        static async Task Synchronise(Browser browser)
        {
            var announced = browser.Page.GetByText("Synchronised.");
            await Expect(announced).ToHaveCountAsync(0);
            await browser.Button("Synchronise").First.ClickAsync();
            await Expect(announced).ToBeVisibleAsync();
        }
    }
}
