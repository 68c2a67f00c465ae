using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Numbering;
using Bookonce.Domain.Problems;
using Bookonce.Engine.Store;

namespace Bookonce.Storage.Tests;

public sealed class PageTests
{
    [Fact]
    public async Task Nine_comes_before_ten()
    {
        using var memory = await Filled();

        Assert.Equal(
            ["2026 / 9", "2026 / 10", "2026 / 11"],
            await Numbers(memory, DocumentSort.Number, descending: false)
        );
        Assert.Equal(
            ["2026 / 11", "2026 / 10", "2026 / 9"],
            await Numbers(memory, DocumentSort.Date, descending: true)
        );
    }

    [Theory]
    [InlineData(DocumentSort.Net)]
    [InlineData(DocumentSort.Gross)]
    public async Task Amounts_sort_as_amounts(DocumentSort sort)
    {
        using var memory = await Filled();

        Assert.Equal(["2026 / 10", "2026 / 11", "2026 / 9"], await Numbers(memory, sort, descending: false));
        Assert.Equal(["2026 / 9", "2026 / 11", "2026 / 10"], await Numbers(memory, sort, descending: true));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Documents_without_a_booking_number_come_last(bool descending)
    {
        using var memory = await Filled();
        var numbers = await Numbers(memory, DocumentSort.BookingNumber, descending);

        Assert.Equal(descending ? ["2026 / 11", "2026 / 10"] : ["2026 / 10", "2026 / 11"], numbers[..2]);
        Assert.Equal("2026 / 9", numbers[2]);
    }

    [Theory]
    [InlineData("élan", 3)]
    [InlineData("2026/9", 1)]
    [InlineData("/ 1", 2)]
    [InlineData("6700001", 1)]
    [InlineData("%", 0)]
    public async Task Finding_goes_by_part_of_number_customer_or_booking_number(string search, int found)
    {
        using var memory = await Filled();
        var query = new DocumentQuery(memory.Connection.Id, DocumentKind.Invoice, Search: search);

        Assert.Equal(found, (await memory.Pages.Documents(query)).Total);
    }

    [Fact]
    public async Task A_page_is_a_part_and_knows_the_whole()
    {
        using var memory = await Filled();
        var query = new DocumentQuery(memory.Connection.Id, DocumentKind.Invoice, Descending: false, Skip: 1, Take: 1);
        var page = await memory.Pages.Documents(query);

        Assert.Equal(3, page.Total);
        var row = Assert.Single(page.Rows);
        Assert.Equal(
            new DocumentRow(
                Memory.Id(10),
                "2026 / 10",
                new DateOnly(2026, 3, 2),
                null,
                "Élan nv",
                "EUR",
                9.50m,
                11.50m,
                false,
                DocumentStatus.Linked,
                null,
                26700001,
                new SeriesKey("70", 2026),
                LinkOrigin.Adopted,
                false
            ),
            row
        );
        Assert.Equal("9.50", row.Net.ToString());
    }

    [Fact]
    public async Task Dates_kind_and_status_narrow_a_page()
    {
        using var memory = await Filled();
        var query = new DocumentQuery(memory.Connection.Id, DocumentKind.Invoice);
        var second = new DateOnly(2026, 3, 2);

        Assert.Equal(1, (await memory.Pages.Documents(query with { From = second, To = second })).Total);
        Assert.Equal(2, (await memory.Pages.Documents(query with { Status = DocumentStatus.Linked })).Total);
        Assert.Equal(0, (await memory.Pages.Documents(query with { Kind = DocumentKind.CreditNote })).Total);
        Assert.Equal(
            new Dictionary<DocumentStatus, int> { [DocumentStatus.Linked] = 2, [DocumentStatus.Ask] = 1 },
            await memory.Pages.CountByStatus(memory.Connection.Id)
        );
    }

    [Theory]
    [InlineData(DocumentSort.Customer)]
    [InlineData(DocumentSort.Status)]
    public async Task Every_order_is_whole(DocumentSort sort)
    {
        using var memory = await Filled();

        Assert.Equal(3, (await Numbers(memory, sort, descending: false)).Length);
    }

    [Fact]
    public async Task What_changed_since_booking_comes_before_the_other_problems_and_each_oldest_first()
    {
        using var memory = await Filled();
        var changed = new Problem("entryEdited", "It was changed.", "Compare.");
        await memory.Store.SaveOutcomes(
            memory.Office,
            [
                new DocumentOutcome(Memory.Id(10), DocumentStatus.Ask, Question),
                new DocumentOutcome(Memory.Id(11), DocumentStatus.Linked, changed),
            ]
        );

        var page = await memory.Pages.Problems(memory.Connection.Id, 0, 10);

        Assert.Equal(3, page.Total);
        Assert.Equal(
            [("2026 / 11", changed), ("2026 / 9", Question), ("2026 / 10", Question)],
            page.Rows.Select(row => (row.Number, row.Problem))
        );
    }

    [Fact]
    public async Task A_row_says_that_its_entry_is_matched_once_that_is_known()
    {
        using var memory = await Filled();
        var query = new DocumentQuery(memory.Connection.Id, DocumentKind.Invoice);
        await memory.Store.SaveEntries(
            memory.Office,
            [Memory.Entry(50, 51, 26700001), Memory.Entry(52, 53, 26700002)],
            [],
            Memory.NoPoint
        );
        await memory.Store.SavePayments(
            memory.Office,
            [new Payment(Memory.Id(51), null, Matched.Fully)],
            Memory.NoPoint
        );

        var rows = (await memory.Pages.Documents(query)).Rows;

        Assert.Equal(["2026 / 10"], rows.Where(row => row.IsMatched).Select(row => row.Number));
    }

    [Fact]
    public async Task Series_show_what_is_seen_and_what_is_used()
    {
        using var memory = await Filled();
        await memory.Store.SaveMasters(
            memory.Office,
            new Masters
            {
                Currency = "EUR",
                Journals = [new Journal("70", "Verkopen", JournalKind.Sales, false, null, true)],
                Periods = [new Period(2026, 6, new DateOnly(2026, 6, 1), new DateOnly(2026, 6, 30))],
            },
            Memory.Now
        );
        var old = new SeriesKey("69", 2025);
        await memory.Store.SaveEntries(
            memory.Office,
            [
                Memory.Entry(50, 51, 26700001),
                Memory.Entry(54, 55, 4) with
                {
                    Series = old,
                },
                Memory.Entry(56, 57, 1, isSales: false),
            ],
            [],
            Memory.NoPoint
        );
        await memory.Store.BeginIntent(memory.Office, Memory.Intent(20, 9, 26700003));
        var booked = Memory.Link(9, 59, null, 26700003, LinkOrigin.Booked);
        await memory.Store.Confirm(memory.Office, Memory.Id(20), booked, NumberingMode.Fenced, isAnswered: true);

        Assert.Equal(
            [
                new SeriesRow(old, "", false, 1, 4, 4, NumberingMode.Untried),
                new SeriesRow(new SeriesKey("70", 2026), "Verkopen", true, 2, 26700001, 26700003, NumberingMode.Fenced),
                new SeriesRow(new SeriesKey("71", 2026), "", true, 0, null, null, NumberingMode.Untried),
            ],
            await memory.Pages.Series(memory.Connection.Id)
        );
    }

    [Fact]
    public async Task Runs_come_newest_first_with_their_counts()
    {
        using var memory = await Memory.Open();
        var first = new Run
        {
            Id = Memory.Id(40),
            Connection = memory.Connection.Id,
            IsPreview = true,
            Started = Memory.Now,
        };
        var second = first with { Id = Memory.Id(41), Started = Memory.Now.AddHours(1), IsPreview = false };
        await memory.Store.BeginRun(memory.Office, first);
        await memory.Store.BeginRun(memory.Office, second);
        var ended = second with
        {
            Ended = Memory.Now.AddHours(2),
            Counts = new RunCounts(Documents: 3, Booked: 2, Problems: 1),
            ExactCalls = 7,
            TeamleaderCalls = 8,
            Failure = Question,
        };
        await memory.Store.EndRun(memory.Office, ended);

        var page = await memory.Pages.Runs(memory.Connection.Id, 0, 10);
        Assert.Equal(2, page.Total);
        Assert.Equal([ended, first], page.Rows);
    }

    [Fact]
    public async Task Chosen_columns_are_remembered_per_person_and_page()
    {
        using var memory = await Memory.Open();
        await memory.Store.SaveColumns("an", "invoices", ["number", "date"]);
        await memory.Store.SaveColumns("an", "invoices", ["date"]);

        Assert.Equal(["date"], await memory.Pages.Columns("an", "invoices"));
        Assert.Null(await memory.Pages.Columns("an", "creditNotes"));
    }

    static Problem Question { get; } = new("question", "Is it?", "Say so.");

    static async Task<Memory> Filled()
    {
        var memory = await Memory.Open(nameof(PageTests));
        await memory.Store.SaveDocuments(
            memory.Office,
            memory.Connection.Id,
            [
                Memory.Invoice(9, "2026 / 9", new DateOnly(2026, 3, 1), net: 1000m),
                Memory.Invoice(10, "2026 / 10", new DateOnly(2026, 3, 2), net: 9.50m),
                Memory.Invoice(11, "2026 / 11", new DateOnly(2026, 3, 3), net: 80m),
            ]
        );
        await memory.Store.Adopt(memory.Office, [Memory.Link(10, 51, 50, 26700001), Memory.Link(11, 53, 52, 26700002)]);
        await memory.Store.SaveOutcomes(
            memory.Office,
            [new DocumentOutcome(Memory.Id(9), DocumentStatus.Ask, Question)]
        );
        return memory;
    }

    static async Task<string[]> Numbers(Memory memory, DocumentSort sort, bool descending)
    {
        var query = new DocumentQuery(memory.Connection.Id, DocumentKind.Invoice, Sort: sort, Descending: descending);
        return [.. (await memory.Pages.Documents(query)).Rows.Select(row => row.Number)];
    }
}
