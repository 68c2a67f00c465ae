using Bookonce.Sandbox.ExactOnline;

namespace Bookonce.Sandbox.Tests.ExactOnline;

public sealed class ReturnsTests
{
    [Fact]
    public async Task A_filed_return_shows_its_period_its_status_and_what_is_to_be_paid()
    {
        await using var caller = await Caller.Start();
        caller.Books.Division.EnterSalesEntry(caller.Books.Invoice(100m));
        caller.Books.Division.EnterSalesEntry(caller.Books.Invoice(-10m));
        caller.Books.Division.FileVatReturn(2026, 1, ReturnFrequency.Quarterly);
        var row = Assert.Single((await caller.Get("read/financial/Returns")).Results);
        Assert.Equal(
            (18.9m, 2026, 1, "Q", 40, 31),
            (
                row.GetProperty("Amount").GetDecimal(),
                row.GetProperty("Year").GetInt32(),
                row.GetProperty("Period").GetInt32(),
                row.GetProperty("Frequency").GetString(),
                row.GetProperty("Status").GetInt32(),
                row.GetProperty("Type").GetInt32()
            )
        );
        Assert.Equal("/Date(1776643200000)/", row.GetProperty("DueDate").GetString());
    }

    [Theory]
    [InlineData(DelicateAnswer.Accepted, 204)]
    [InlineData(DelicateAnswer.Refused, 500)]
    [InlineData(DelicateAnswer.Forbidden, 403)]
    public async Task Deleting_an_entry_of_a_filed_return_is_answered_as_the_switch_says(
        DelicateAnswer answer,
        int status
    )
    {
        await using var caller = await Caller.Start();
        caller.Books.State.Switches = new() { DeleteFiled = answer, ChangeFiled = answer };
        var entry = caller.Books.Division.EnterSalesEntry(caller.Books.Invoice());
        var filed = caller.Books.Division.FileVatReturn(2026, 3);
        var line = $"salesentry/SalesEntryLines(guid'{entry.SalesLines[0].Id}')";
        Assert.Equal(status, (await caller.Put(line, new { AmountFC = 5m })).Status);
        Assert.Equal(status, (await caller.Delete($"salesentry/SalesEntries(guid'{entry.Id}')")).Status);

        caller.Books.Division.WithdrawVatReturn(filed);
        Assert.Equal(
            answer == DelicateAnswer.Accepted ? 403 : 204,
            (await caller.Delete($"salesentry/SalesEntries(guid'{entry.Id}')")).Status
        );
    }

    [Fact]
    public async Task An_official_return_of_an_accountant_declares_its_period_too()
    {
        await using var caller = await Caller.Start();
        var made = await caller.Post(
            "financial/OfficialReturns",
            new
            {
                Type = 31,
                Year = 2026,
                Period = 2,
                Frequency = 10,
                Status = 50,
            }
        );
        Assert.Equal((201, 2), (made.Status, made.D.GetProperty("Source").GetInt32()));
        Assert.True(caller.Books.Division.IsFiled(2026, 2));
        Assert.False(caller.Books.Division.IsFiled(2026, 3));
    }

    [Fact]
    public void An_unmatched_payment_leaves_both_sides_open_in_one_piece_with_new_row_versions()
    {
        var books = new SmallBooks();
        var invoice = books.Division.ReceivableLineOf(books.Division.EnterSalesEntry(books.Invoice(100m)));
        var part = Pay(50m);
        Pay(71m);
        Assert.NotNull(invoice.OffsetId);
        Assert.Equal(2, books.Division.Ledger.TermsOf(invoice.Id).Count);
        var before = invoice.RowVersion;

        books.Division.Unmatch(invoice.Id);
        var term = Assert.Single(books.Division.Ledger.TermsOf(invoice.Id));
        Assert.Equal((121m, 20, null, false), (term.AmountDC, term.Status, term.LastPaymentDate, term.IsFullyPaid));
        Assert.Null(invoice.OffsetId);
        Assert.True(invoice.RowVersion > before);
        Assert.False(Assert.Single(books.Division.Ledger.TermsOf(part.Id)).IsFullyPaid);

        books.Division.Match(part.Id, [invoice.Id]);
        Assert.Equal([50m, 71m], books.Division.Ledger.TermsOf(invoice.Id).Select(open => open.AmountDC));

        TransactionLine Pay(decimal amount) =>
            books
                .Division.EnterBankEntry(
                    new("20", new(2026, 3, 9), [new(books.Customer.Id, amount) { Pays = [invoice.Id] }])
                )
                .Lines[1];
    }
}
