using Bookonce.Sandbox.ExactOnline;
using Bookonce.Sandbox.ExactOnline.Endpoints;

namespace Bookonce.Sandbox.Tests.ExactOnline;

public sealed class FieldListTests
{
    public static TheoryData<string> Paths { get; } = [.. FieldList.All.Select(list => list.Path)];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Every_row_has_exactly_the_fields_of_the_list_with_their_types(string path)
    {
        var list = FieldList.All.Single(list => list.Path == path);
        await using var caller = await Caller.Start(books: FullBooks());
        if (path == "webhooks/WebhookSubscriptions")
        {
            await using var listener = await Listener.Start();
            await caller.Post(path, new { Topic = "Accounts", CallbackURL = listener.Url });
        }
        var reply = await caller.Get(list.Address);
        Assert.True(reply.Status == 200, reply.Text);
        Assert.NotEmpty(reply.Results);
        Assert.Empty(reply.Results.SelectMany(list.Faults).Distinct());
    }

    [Fact]
    public void Every_address_that_bookkeeping_uses_has_its_list()
    {
        string[] without =
        [
            // Listed nowhere in the reference; they are checked against their own tables only.
            "financial/OfficialReturns",
            "financialtransaction/BankEntryLines",
            "financialtransaction/CashEntries",
            "financialtransaction/CashEntryLines",
            "generaljournalentry/GeneralJournalEntryLines",
            "webhooks/WebhookTopics",
        ];
        Assert.Equal(
            Catalogue.All.Select(set => set.Path).Except(without).Order(StringComparer.Ordinal),
            FieldList
                .All.Select(list => list.Path)
                .Except(["current/Me", "read/financial/JournalStatusByFinancialPeriod"])
                .Order(StringComparer.Ordinal)
        );
    }

    private static SmallBooks FullBooks()
    {
        var books = new SmallBooks();
        var division = books.Division;
        var invoice = division.EnterSalesEntry(books.Invoice(100m, "2026/1"));
        division.EnterSalesEntry(books.Invoice(-10m) with { Currency = "USD" });
        var paid = division.ReceivableLineOf(invoice).Id;
        division.EnterBankEntry(new("20", new(2026, 3, 9), [new(books.Customer.Id, 50m) { Pays = [paid] }]));
        division.EnterOpeningBalance(
            new(
                "90",
                new(2026, 1, 1),
                [new(books.Receivable.Id, 605m, books.Customer.Id, "2025/17"), new(books.Equity.Id, -605m)]
            )
        );
        division.DeleteEntry(division.EnterSalesEntry(books.Invoice(1m)));
        division.AddCostCenter("N", "North");
        division.AddCostUnit("U", "Unit");
        var document = division.AddDocument(
            new("Invoice 2026/1", DocumentType.SalesInvoice) { Account = books.Customer.Id }
        );
        division.AddAttachment(document, "1.pdf", new byte[] { 1, 2, 3 });
        division.FileVatReturn(2026, 2);
        return books;
    }
}
