using Bookonce.Sandbox.ExactOnline;

namespace Bookonce.Sandbox.Tests.ExactOnline;

public sealed class BookkeepingTests
{
    private readonly SmallBooks books = new();

    [Fact]
    public void A_sales_entry_debits_the_customer_and_credits_revenue_and_vat()
    {
        var entry = books.Division.EnterSalesEntry(books.Invoice(100m));

        Assert.Equal(
            [(0, books.Receivable, 121m), (1, books.Services, -100m), (2, books.VatToPay, -21m)],
            entry.Lines.Select(line => (line.LineNumber, line.GLAccount, line.AmountDC))
        );
        Assert.Equal((26700001, 121m, 21m), (entry.EntryNumber, entry.AmountFC, entry.VatAmountFC));
        Assert.Equal(EntryType.SalesEntry, entry.Type);
        Assert.Equal(new DateOnly(2026, 4, 1), entry.DueDate);
    }

    [Fact]
    public void A_negative_total_becomes_a_credit_note() =>
        Assert.Equal(EntryType.SalesCreditNote, books.Division.EnterSalesEntry(books.Invoice(-50m)).Type);

    [Fact]
    public void Vat_given_with_a_line_takes_the_place_of_the_computed_one()
    {
        var draft = books.Invoice() with
        {
            Lines = [new(books.Services.Id, 100m, "2", VatAmountFC: 20.99m), new(books.Services.Id, 50m, "1")],
        };
        var entry = books.Division.EnterSalesEntry(draft);

        Assert.Equal([20.99m, 3m], entry.SalesLines.Select(line => line.VatAmountFC));
        Assert.Equal(173.99m, entry.AmountFC);
        Assert.Equal(0m, entry.Lines.Sum(line => line.AmountDC));
    }

    [Fact]
    public void A_foreign_currency_is_booked_at_the_rate_of_the_day_and_balances_in_both()
    {
        var entry = books.Division.EnterSalesEntry(books.Invoice(33.33m) with { Currency = "USD" });

        Assert.Equal(0.9m, entry.Rate);
        Assert.Equal(33.33m + 7m, entry.AmountFC);
        Assert.Equal(30.00m + 6.30m, entry.AmountDC);
        Assert.Equal((0m, 0m), (entry.Lines.Sum(line => line.AmountDC), entry.Lines.Sum(line => line.AmountFC)));
    }

    [Fact]
    public void Reverse_charge_and_no_vat_add_nothing()
    {
        var draft = books.Invoice() with
        {
            Lines = [new(books.Services.Id, 10m, "5"), new(books.Services.Id, 5m, "0")],
        };
        Assert.Equal(15m, books.Division.EnterSalesEntry(draft).AmountDC);
    }

    [Theory]
    [InlineData("5")]
    [InlineData("0")]
    public void Vat_cannot_be_given_where_the_code_has_none(string vatCode)
    {
        var draft = books.Invoice() with { Lines = [new(books.Services.Id, 10m, vatCode, VatAmountFC: 2.1m)] };
        var refused = Assert.Throws<RefusedException>(() => books.Division.EnterSalesEntry(draft));
        Assert.Equal(["Invalid: VAT amount"], refused.Reasons.Select(reason => reason.English));
    }

    [Fact]
    public void A_booking_number_that_is_taken_in_the_series_is_refused()
    {
        books.Division.EnterSalesEntry(books.Invoice() with { EntryNumber = 26700042 });
        var refused = Assert.Throws<RefusedException>(() =>
            books.Division.EnterSalesEntry(books.Invoice() with { EntryNumber = 26700042 })
        );
        Assert.Equal(["In gebruik: Boekstuknummer"], refused.Reasons.Select(reason => reason.Dutch));
    }

    [Theory]
    [InlineData(true, 26700043)]
    [InlineData(false, 26700001)]
    public void A_higher_number_moves_the_counter_as_the_switch_says(bool moves, int next)
    {
        books.State.Switches = new() { HigherNumberMovesCounter = moves };
        books.Division.EnterSalesEntry(books.Invoice() with { EntryNumber = 26700042 });
        Assert.Equal(next, books.Division.NextBookingNumber("70", 2026));
    }

    [Theory]
    [InlineData(NumberGivenBack.LastOnly, 26700003, 26700002)]
    [InlineData(NumberGivenBack.Never, 26700003, 26700003)]
    [InlineData(NumberGivenBack.Always, 26700001, 26700001)]
    public void Deleting_gives_the_number_back_as_the_switch_says(NumberGivenBack back, int afterFirst, int afterLast)
    {
        books.State.Switches = new() { NumberGivenBack = back };
        var first = books.Division.EnterSalesEntry(books.Invoice());
        var last = books.Division.EnterSalesEntry(books.Invoice());

        books.Division.DeleteEntry(first);
        Assert.Equal(afterFirst, books.Division.NextBookingNumber("70", 2026));
        books.Division.DeleteEntry(last);
        Assert.Equal(afterLast, books.Division.NextBookingNumber("70", 2026));
    }

    [Fact]
    public void Everything_wrong_with_an_entry_is_said_at_once()
    {
        books.Division.ClosePeriod("70", 2026, 3);
        var prospect = books.Division.AddAccount(new AccountDraft("Misschien BV") { Status = "P" });
        var draft = books.Invoice() with
        {
            Customer = prospect.Id,
            Lines = [new(books.Services.Id, 1m, "I"), new(books.Services.Id, 1m, "X"), new(null, null, "2")],
        };
        var refused = Assert.Throws<RefusedException>(() => books.Division.EnterSalesEntry(draft));
        Assert.Equal(
            [
                "Invalid: Customer (Type)",
                "Period is closed: 2026 - 3",
                "Mandatory: Payment condition",
                "Not allowed: VAT code",
                "Invalid reference: VAT code",
                "Mandatory: G/L Account",
                "Mandatory: Amount",
            ],
            refused.Reasons.Select(reason => reason.English)
        );
    }

    [Fact]
    public void A_payment_in_part_splits_the_open_item_and_a_deleted_payment_opens_it_again()
    {
        var invoice = books.Division.EnterSalesEntry(books.Invoice(100m));
        var open = books.Division.ReceivableLineOf(invoice);
        var bank = books.Division.EnterBankEntry(
            new("20", new(2026, 3, 9), [new(books.Customer.Id, 100m, "part") { Pays = [open.Id] }])
        );
        Assert.Null(open.OffsetId);

        var rest = books.Division.EnterBankEntry(
            new("20", new(2026, 3, 10), [new(books.Customer.Id, 21m, "rest") { Pays = [open.Id] }])
        );
        Assert.Equal(rest.Lines[1].Id, open.OffsetId);
        Assert.Equal([(100m, true), (21m, true)], Terms(open));
        Assert.Throws<RefusedException>(() => books.Division.DeleteEntry(invoice));

        books.State.Switches = new() { DeleteMatched = DelicateAnswer.Accepted };
        books.Division.DeleteEntry(bank);
        Assert.Null(open.OffsetId);
        Assert.Equal([(100m, false), (21m, true)], Terms(open));
    }

    [Fact]
    public void The_opening_balance_makes_open_items_with_their_own_references()
    {
        var entry = books.Division.EnterOpeningBalance(
            new(
                "90",
                new(2026, 1, 1),
                [
                    new(books.Receivable.Id, 605m, books.Customer.Id, "2025/17", "Invoice 2025/17", new(2026, 1, 15)),
                    new(books.Equity.Id, -605m),
                ]
            )
        );
        Assert.Equal(EntryType.OpeningBalance, entry.Type);
        Assert.Equal([(605m, false)], Terms(entry.Lines[0]));
        Assert.Equal("2025/17", entry.Lines[0].YourRef);
    }

    [Fact]
    public void Equal_seeds_give_equal_ids() =>
        Assert.Equal(
            new SmallBooks(7).Division.EnterSalesEntry(new SmallBooks(7).Invoice()).Id,
            new SmallBooks(7).Division.EnterSalesEntry(new SmallBooks(7).Invoice()).Id
        );

    [Fact]
    public void Deleted_lines_and_open_items_leave_a_trace()
    {
        var entry = books.Division.EnterSalesEntry(books.Invoice());
        books.Division.DeleteEntry(entry);
        Assert.Equal([1, 1, 1, 10], books.Division.Ledger.Deleted.Ordered.Select(row => row.EntityType).Order());
        Assert.Empty(books.Division.Ledger.LineLog.After(0));
    }

    private IEnumerable<(decimal, bool)> Terms(TransactionLine line) =>
        books
            .Division.Ledger.TermsOf(line.Id)
            .Select(term => (term.AmountDC, term.IsFullyPaid))
            .OrderByDescending(x => x.AmountDC);
}
