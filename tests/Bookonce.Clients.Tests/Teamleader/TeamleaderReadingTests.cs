using System.Text.Json.Nodes;
using Bookonce.Teamleader;
using static Bookonce.Clients.Tests.Teamleader.TeamleaderBench;

namespace Bookonce.Clients.Tests.Teamleader;

public sealed class TeamleaderReadingTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(99, 1)]
    [InlineData(100, 2)]
    [InlineData(250, 3)]
    public async Task Pages_are_read_until_one_is_short(int records, int pages)
    {
        await using var bench = await StartAsync();
        bench.Server.On = request =>
        {
            var page = JsonNode.Parse(request.Body)!["page"]!;
            var (size, number) = ((int)page["size"]!, (int)page["number"]!);
            var rows = Enumerable
                .Range(0, records)
                .Skip(size * (number - 1))
                .Take(size)
                .Select(i => $$"""{"id":"inv-{{i}}"}""");
            return Task.FromResult(Data($"[{string.Join(',', rows)}]"));
        };

        var invoices = await bench.Client.Invoices.List().ToListAsync();

        Assert.Equal(records, invoices.Select(invoice => invoice.Id).Distinct().Count());
        Assert.Equal(pages, bench.ApiRequests.Count());
    }

    [Fact]
    public async Task Invoices_are_always_asked_for_in_an_order_and_as_filtered()
    {
        await using var bench = await StartAsync();
        bench.Server.Script(Data("[]"));
        var filter = new InvoiceFilter
        {
            DepartmentId = "dep",
            Status = ["outstanding", "matched"],
            InvoiceDateAfter = new DateOnly(2026, 1, 1),
            UpdatedSince = new DateTimeOffset(2026, 3, 2, 10, 0, 0, 123, TimeSpan.FromHours(1)),
            Ids = ["a"],
        };

        await bench.Client.Invoices.List(filter).ToListAsync();

        Assert.Equal(
            """{"page":{"size":100,"number":1},"filter":{"department_id":"dep","status":["outstanding","matched"],"invoice_date_after":"2026-01-01","""
                + """  "updated_since":"2026-03-02T09:00:00+00:00","ids":["a"]},""".TrimStart()
                + """  "sort":[{"field":"invoice_date","order":"asc"},{"field":"invoice_number","order":"asc"}]}""".TrimStart(),
            Assert.Single(bench.ApiRequests).Body.Replace("\\u002B", "+")
        );
    }

    [Fact]
    public async Task Credit_notes_are_filtered_and_not_sorted()
    {
        await using var bench = await StartAsync();
        bench.Server.Script(Data("[]"));
        var filter = new CreditNoteFilter { DepartmentId = "dep", CreditNoteDateAfter = new DateOnly(2026, 1, 1) };

        await bench.Client.CreditNotes.List(filter).ToListAsync();

        Assert.Equal(
            """{"page":{"size":100,"number":1},"filter":{"department_id":"dep","credit_note_date_after":"2026-01-01"}}""",
            Assert.Single(bench.ApiRequests).Body
        );
    }

    [Fact]
    public async Task Customers_are_read_a_hundred_ids_at_a_time_and_each_once()
    {
        await using var bench = await StartAsync();
        bench.Server.On = request =>
        {
            var ids = JsonNode.Parse(request.Body)!["filter"]!["ids"]!.AsArray();
            Assert.InRange(ids.Count, 1, 100);
            return Task.FromResult(
                Data($"[{string.Join(',', ids.Select(id => $$"""{"id":{{id!.ToJsonString()}},"name":"N"}"""))}]")
            );
        };

        var companies = await bench
            .Client.Companies.List(Enumerable.Range(0, 400).Select(i => $"c{i % 200}"))
            .ToListAsync();

        Assert.Equal((200, 2), (companies.Count, bench.ApiRequests.Count()));
        Assert.Empty(await bench.Client.Contacts.List([]).ToListAsync());
        Assert.Equal(2, bench.ApiRequests.Count());
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{"data":null}""")]
    [InlineData("""{"data":{"id":"x"}}""")]
    [InlineData("""{"data":[{"id":{}}]}""")]
    public async Task A_list_that_cannot_be_understood_never_looks_empty(string body)
    {
        await using var bench = await StartAsync();
        bench.Server.Script(Reply.Json(body));

        await Assert.ThrowsAsync<TeamleaderException>(async () => await bench.Client.Invoices.List().ToListAsync());
    }

    [Fact]
    public async Task An_invoice_is_read_whole()
    {
        await using var bench = await StartAsync();
        bench.Server.Script(Data(Samples.Invoice));

        var invoice = await bench.Client.Invoices.Info("uuid-inv-1");

        Assert.Equal(
            ("2026 / 14", new DateOnly(2026, 3, 2), new DateOnly(2026, 4, 1)),
            (invoice.InvoiceNumber, invoice.InvoiceDate, invoice.DueOn)
        );
        Assert.Equal(
            ("outstanding", "EUR", "+++102/4455/66718+++"),
            (invoice.Status, invoice.Currency, invoice.PaymentReference)
        );
        Assert.Equal(
            ("BE0123456749", new Reference("company", "uuid-com-1")),
            (invoice.Invoicee!.VatNumber, invoice.Invoicee.Customer)
        );
        Assert.Equal(
            new TaxTotal(0.21m, new Money(950, "EUR"), new Money(199.5m, "EUR")),
            Assert.Single(invoice.Total!.Taxes)
        );
        Assert.Equal(
            (new Money(1149.5m, "EUR"), new Money(1149.5m, "EUR")),
            (invoice.Total.Payable, invoice.Total.Due)
        );
        Assert.Equal(new PaymentTerm("after_invoice_date", 30), invoice.PaymentTerm);
        Assert.Equal(new CurrencyExchangeRate("EUR", "EUR", 1), invoice.CurrencyExchangeRate);
        Assert.Equal(new Money(100, "EUR"), Assert.Single(invoice.Payments).Amount);
        Assert.Equal(At("08:15:00"), invoice.UpdatedAt);

        var group = Assert.Single(invoice.GroupedLines);
        var line = Assert.Single(group.LineItems);
        Assert.Null(group.Section!.Title);
        Assert.Equal(
            (10m, new UnitPrice(95, "excluding"), "Advies"),
            (line.Quantity, line.UnitPrice, line.Description)
        );
        Assert.Equal((new Reference("taxRate", "uuid-tax-21"), "uuid-cat-1"), (line.Tax, line.ProductCategory!.Id));
        Assert.Equal((new Discount("percentage", 5), new Money(950, "EUR")), (line.Discount, line.Total!.TaxExclusive));
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("[{0}]")]
    public async Task A_credit_note_is_read_from_an_object_or_an_array_of_one(string shape)
    {
        await using var bench = await StartAsync();
        bench.Server.Script(Data(shape.Replace("{0}", Samples.CreditNote)));

        var note = await bench.Client.CreditNotes.Info("uuid-cn-1");

        Assert.Equal(
            ("2026/3", new DateOnly(2026, 3, 10), "uuid-inv-1"),
            (note.CreditNoteNumber, note.CreditNoteDate, note.Invoice!.Id)
        );
        Assert.Equal(new UnitPrice(95, "excluding", "EUR"), note.GroupedLines[0].LineItems[0].UnitPrice);
        Assert.Empty(note.Discounts);
        Assert.Null(note.Total!.Due);
    }

    [Fact]
    public async Task Customers_are_read_whole_and_missing_members_are_no_error()
    {
        await using var bench = await StartAsync();
        bench.Server.Script(Data(Samples.Company), Data("""{"id":"p","last_name":"Peeters","emails":null}"""));

        var company = await bench.Client.Companies.Info("uuid-com-1");
        Assert.Equal(
            ("Bakkerij De Halm BV", "BE0123456749", "nl"),
            (company.Name, company.VatNumber, company.Language)
        );
        Assert.Equal("Molenstraat 8", Assert.Single(company.Addresses).Address!.Line1);
        Assert.Equal(
            [new EmailAddress("primary", "info@dehalm.test"), new EmailAddress("invoicing", "factuur@dehalm.test")],
            company.Emails
        );

        var contact = await bench.Client.Contacts.Info("p");
        Assert.Equal(("Peeters", null), (contact.LastName, contact.VatNumber));
        Assert.Empty(contact.Emails);
    }

    [Fact]
    public async Task The_settings_of_an_account_are_read()
    {
        await using var bench = await StartAsync();
        bench.Server.On = request =>
            Task.FromResult(
                request.Path.Split('/')[^1] switch
                {
                    "users.me" => Data(
                        """{"id":"u","account":{"type":"account","id":"acc"},"time_zone":"Europe/Brussels"}"""
                    ),
                    "departments.list" => Data(
                        """[{"id":"dep","name":"Studio Noord BV","vat_number":"BE0987654394","currency":"EUR","status":"active"}]"""
                    ),
                    "taxRates.list" => Data(
                        """[{"id":"t","description":"21%","rate":0.21,"department":{"type":"department","id":"dep"}}]"""
                    ),
                    "paymentTerms.list" => Reply.Json(
                        """{"data":[{"id":"pt","type":"after_invoice_date","days":30},{"id":"pc","type":"cash"}],"meta":{"default":"pt"}}"""
                    ),
                    "productCategories.list" => Data(
                        """[{"id":"c","name":"D","ledgers":[{"department":{"type":"department","id":"dep"},"ledger_account_number":"700100"}]}]"""
                    ),
                    _ => Data("""[{"name":"Korting","department":{"type":"department","id":"dep"}}]"""),
                }
            );

        Assert.Equal("acc", (await bench.Client.Users.Me()).Account!.Id);
        Assert.Equal("Studio Noord BV", Assert.Single(await bench.Client.Departments.List()).Name);
        Assert.Equal(0.21m, (await bench.Client.TaxRates.List("dep").SingleAsync()).Rate);
        var terms = await bench.Client.PaymentTerms.List();
        Assert.Equal(("pt", 2, 30), (terms.DefaultId, terms.Terms.Count, terms.Terms[0].Days));
        Assert.Equal(
            "700100",
            Assert.Single(Assert.Single(await bench.Client.ProductCategories.List("dep")).Ledgers).LedgerAccountNumber
        );
        Assert.Equal("Korting", Assert.Single(await bench.Client.CommercialDiscounts.List("dep")).Name);
        Assert.Equal("""{"filter":{"department_id":"dep"}}""", bench.ApiRequests.Last().Body);
    }
}
