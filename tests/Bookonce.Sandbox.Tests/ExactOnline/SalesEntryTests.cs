using Bookonce.Sandbox.ExactOnline;

namespace Bookonce.Sandbox.Tests.ExactOnline;

public sealed class SalesEntryTests
{
    private const string Path = "salesentry/SalesEntries";

    [Fact]
    public async Task A_new_entry_comes_back_whole_when_that_is_asked()
    {
        await using var caller = await Caller.Start();
        var reply = await caller.Post(Path, Invoice(caller));
        Assert.Equal(201, reply.Status);
        Assert.Equal(26700001, reply.D.GetProperty("EntryNumber").GetInt32());
        Assert.Equal(181.5m, reply.D.GetProperty("AmountDC").GetDecimal());
        Assert.Equal(31.5m, reply.D.GetProperty("VATAmountFC").GetDecimal());
        Assert.Equal("2026/123", reply.D.GetProperty("YourRef").GetString());
        Assert.Equal("2026-03-01", caller.Books.Division.Entries[0].Date.ToString("O"));
    }

    [Fact]
    public async Task Without_that_header_most_of_it_is_null()
    {
        await using var caller = await Caller.Start();
        var reply = await caller.Post(Path, Invoice(caller), representation: false);
        Assert.Equal(201, reply.Status);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, reply.D.GetProperty("EntryNumber").ValueKind);
        Assert.Equal(caller.Books.Division.Entries[0].Id, reply.D.GetProperty("EntryID").GetGuid());
    }

    [Fact]
    public async Task Its_ledger_lines_and_open_item_follow()
    {
        await using var caller = await Caller.Start();
        var id = (await caller.Post(Path, Invoice(caller))).D.GetProperty("EntryID").GetGuid();
        var lines = await caller.Get(
            $"financialtransaction/TransactionLines?$filter=EntryID eq guid'{id}'&$orderby=LineNumber"
        );
        Assert.Equal(
            [181.5m, -100m, -50m, -31.5m],
            lines.Results.Select(line => line.GetProperty("AmountDC").GetDecimal())
        );

        var open = await caller.Get(
            $"cashflow/Receivables?$filter=TransactionEntryID eq guid'{id}'&$select=AmountDC,TransactionAmountDC,IsFullyPaid,Status"
        );
        var row = Assert.Single(open.Results);
        Assert.Equal(
            (-181.5m, 181.5m),
            (row.GetProperty("AmountDC").GetDecimal(), row.GetProperty("TransactionAmountDC").GetDecimal())
        );
        Assert.False(row.GetProperty("IsFullyPaid").GetBoolean());
    }

    [Theory]
    [InlineData(ErrorLanguage.Dutch, "Verplicht: Dagboek\r\nVerplicht: Relatie\r\nVerplicht: Betalingsconditie")]
    [InlineData(ErrorLanguage.English, "Mandatory: Journal\r\nMandatory: Account\r\nMandatory: Payment condition")]
    public async Task What_the_books_refuse_is_a_500_with_every_reason_in_the_users_language(
        ErrorLanguage language,
        string text
    )
    {
        await using var caller = await Caller.Start(new() { Language = language });
        var line = new { GLAccount = caller.Books.Services.Id, AmountFC = 1 };
        var reply = await caller.Post(
            Path,
            new { EntryDate = "2026-03-01T00:00:00", SalesEntryLines = new[] { line } }
        );
        Assert.Equal((500, text), (reply.Status, reply.Error));
    }

    [Theory]
    [InlineData("2026-04-10", "Periode is afgesloten: 2026 - 4")]
    [InlineData("2030-01-01", "Onbekend: Boekjaar (Periode-datumtabel)")]
    public async Task Periods_are_guarded(string date, string text)
    {
        await using var caller = await Caller.Start(new() { Language = ErrorLanguage.Dutch });
        caller.Books.Division.ClosePeriod("70", 2026, 4);
        var reply = await caller.Post(Path, Invoice(caller, date: date));
        Assert.Equal((500, text), (reply.Status, reply.Error));
    }

    [Fact]
    public async Task A_journal_of_another_kind_or_by_id_is_refused()
    {
        await using var caller = await Caller.Start();
        Assert.Equal("Invalid: Journal (type)", (await caller.Post(Path, Invoice(caller, journal: "90"))).Error);
        var id = caller.Books.Sales.Id.ToString();
        Assert.Equal("Invalid reference: Journals", (await caller.Post(Path, Invoice(caller, journal: id))).Error);
    }

    [Fact]
    public async Task A_currency_must_exist_and_be_allowed_by_the_journal()
    {
        await using var caller = await Caller.Start();
        Assert.Equal("Invalid reference: Currency", (await caller.Post(Path, Invoice(caller, currency: "XXX"))).Error);
        Assert.Equal(
            "Not allowed: Currency",
            (await caller.Post(Path, Invoice(caller, journal: "71", currency: "USD"))).Error
        );
        Assert.Equal(201, (await caller.Post(Path, Invoice(caller, currency: "USD"))).Status);
    }

    [Fact]
    public async Task A_taken_number_is_refused_in_its_series_only()
    {
        await using var caller = await Caller.Start();
        Assert.Equal(201, (await caller.Post(Path, Invoice(caller, number: 5))).Status);
        Assert.Equal("In use: Document number", (await caller.Post(Path, Invoice(caller, number: 5))).Error);
        Assert.Equal(201, (await caller.Post(Path, Invoice(caller, number: 5, date: "2025-12-31"))).Status);
        Assert.Equal(201, (await caller.Post(Path, Invoice(caller, number: 5, journal: "71"))).Status);
    }

    [Theory]
    [InlineData(Supplied.Honoured, 201, 777)]
    [InlineData(Supplied.Ignored, 201, 26700001)]
    [InlineData(Supplied.Refused, 500, 0)]
    public async Task A_given_number_is_taken_as_the_switch_says(Supplied supplied, int status, int number)
    {
        await using var caller = await Caller.Start(new() { Switches = new() { EntryNumber = supplied } });
        var reply = await caller.Post(Path, Invoice(caller, number: 777));
        Assert.Equal(status, reply.Status);
        if (status == 201)
            Assert.Equal(number, reply.D.GetProperty("EntryNumber").GetInt32());
    }

    [Theory]
    [InlineData(Supplied.Honoured, true)]
    [InlineData(Supplied.Ignored, false)]
    public async Task A_given_id_is_taken_as_the_switch_says(Supplied supplied, bool isTaken)
    {
        await using var caller = await Caller.Start(new() { Switches = new() { EntryId = supplied } });
        var id = new Guid("11111111-1111-4111-8111-111111111111");
        var reply = await caller.Post(Path, Invoice(caller, id: id));
        Assert.Equal(isTaken, reply.D.GetProperty("EntryID").GetGuid() == id);
    }

    [Theory]
    [InlineData(GivenInvoiceNumber.HintForBookingNumber, 26700050, 26700050, 26700050)]
    [InlineData(GivenInvoiceNumber.HintForBookingNumber, 17, 26700001, 26700001)]
    [InlineData(GivenInvoiceNumber.Kept, 17, 26700001, 17)]
    [InlineData(GivenInvoiceNumber.Ignored, 26700050, 26700001, 26700001)]
    public async Task An_invoice_number_alone_is_taken_as_the_switch_says(
        GivenInvoiceNumber how,
        int given,
        int number,
        int invoice
    )
    {
        await using var caller = await Caller.Start(new() { Switches = new() { InvoiceNumber = how } });
        var body = Invoice(caller);
        body["InvoiceNumber"] = given;
        var reply = await caller.Post(Path, body);
        Assert.Equal(number, reply.D.GetProperty("EntryNumber").GetInt32());
        Assert.Equal(invoice, reply.D.GetProperty("InvoiceNumber").GetInt32());
    }

    [Theory]
    [InlineData("nonsense", "valid top-level resource object")]
    [InlineData("[]", "valid top-level resource object")]
    [InlineData("{\"Nonsense\":1}", "property name 'Nonsense'")]
    [InlineData("{\"EntryNumber\":99999999999}", "property 'EntryNumber'")]
    [InlineData("{\"Customer\":\"nonsense\"}", "property 'Customer'")]
    public async Task A_body_that_cannot_be_read_is_a_bad_request(string body, string text)
    {
        await using var caller = await Caller.Start();
        var reply = await caller.Post(Path, body);
        Assert.Equal(400, reply.Status);
        Assert.StartsWith("Error processing request stream.", reply.Error, StringComparison.Ordinal);
        Assert.Contains(text, reply.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_is_partial_and_answers_with_nothing()
    {
        await using var caller = await Caller.Start();
        var entry = caller.Books.Division.EnterSalesEntry(
            caller.Books.Invoice(yourRef: "before") with
            {
                Description = "kept",
            }
        );
        var reply = await caller.Put(Key(entry), new { YourRef = "after" });
        Assert.Equal((204, ""), (reply.Status, reply.Text));
        Assert.Equal(("after", "kept", 26700001), (entry.YourRef, entry.Description, entry.EntryNumber));
    }

    [Fact]
    public async Task A_change_with_lines_key_or_null_goes_wrong_as_reported()
    {
        await using var caller = await Caller.Start();
        var entry = caller.Books.Division.EnterSalesEntry(caller.Books.Invoice());
        var lines = await caller.Put(Key(entry), "{\"SalesEntryLines\":[]}");
        Assert.Equal(400, lines.Status);
        Assert.Contains("Binding to new entities", lines.Error, StringComparison.Ordinal);
        Assert.Equal(
            "Data already exists",
            (await caller.Put(Key(entry), new { EntryID = entry.Id, YourRef = "x" })).Error
        );
        Assert.Equal(500, (await caller.Put(Key(entry), "{\"Currency\":null}")).Status);
        Assert.Equal(405, (await caller.Send(HttpMethod.Patch, Key(entry), new { YourRef = "x" })).Status);
    }

    [Fact]
    public async Task A_deletion_takes_everything_along_and_a_second_one_is_forbidden()
    {
        await using var caller = await Caller.Start();
        var entry = caller.Books.Division.EnterSalesEntry(caller.Books.Invoice());
        Assert.Equal(204, (await caller.Delete(Key(entry))).Status);
        var again = await caller.Delete(Key(entry));
        Assert.Equal((403, "Forbidden"), (again.Status, again.Error));
        Assert.Equal(404, (await caller.Get(Key(entry))).Status);
        Assert.Empty(
            (await caller.Get($"financialtransaction/TransactionLines?$filter=EntryID eq guid'{entry.Id}'")).Results
        );
        Assert.Empty(
            (
                await caller.Get($"cashflow/Receivables?$filter=TransactionEntryID eq guid'{entry.Id}'&$select=ID")
            ).Results
        );
        Assert.Equal(26700001, caller.Books.Division.NextBookingNumber("70", 2026));
    }

    [Theory]
    [InlineData(DelicateAnswer.Accepted, 204)]
    [InlineData(DelicateAnswer.Refused, 500)]
    [InlineData(DelicateAnswer.Forbidden, 403)]
    public async Task Deleting_a_matched_entry_is_answered_as_the_switch_says(DelicateAnswer answer, int status)
    {
        await using var caller = await Caller.Start(new() { Switches = new() { DeleteMatched = answer } });
        var (division, entry) = (caller.Books.Division, caller.Books.Division.EnterSalesEntry(caller.Books.Invoice()));
        var open = division.ReceivableLineOf(entry);
        division.EnterBankEntry(new("20", new(2026, 3, 9), [new(caller.Books.Customer.Id, 121m) { Pays = [open.Id] }]));
        Assert.Equal(status, (await caller.Delete(Key(entry))).Status);
    }

    [Fact]
    public async Task Lines_are_added_changed_and_deleted_on_their_own_and_the_last_takes_the_entry_with_it()
    {
        await using var caller = await Caller.Start();
        var entry = caller.Books.Division.EnterSalesEntry(caller.Books.Invoice(100m));
        var first = entry.SalesLines[0].Id;
        var receivable = entry.Lines[0].Id;
        const string lines = "salesentry/SalesEntryLines";

        var added = await caller.Post(
            lines,
            new
            {
                EntryID = entry.Id,
                GLAccount = caller.Books.Services.Id,
                AmountFC = "50.00",
                VATCode = "1  ",
            }
        );
        Assert.Equal(201, added.Status);
        Assert.Equal("1  ", added.D.GetProperty("VATCode").GetString());
        Assert.Equal(174m, entry.AmountDC);

        Assert.Equal(204, (await caller.Put($"{lines}(guid'{first}')", new { AmountFC = 200 })).Status);
        Assert.Equal((295m, receivable), (entry.AmountDC, entry.Lines[0].Id));
        Assert.Equal(0m, entry.Lines.Sum(line => line.AmountDC));

        Assert.Equal(204, (await caller.Delete($"{lines}(guid'{first}')")).Status);
        Assert.Equal(53m, entry.AmountDC);
        var last = added.D.GetProperty("ID").GetGuid();
        Assert.Equal(204, (await caller.Delete($"{lines}(guid'{last}')")).Status);
        Assert.Null(caller.Books.Division.FindEntry(entry.Id));
    }

    private static string Key(Entry entry) => $"{Path}(guid'{entry.Id}')";

    private static Dictionary<string, object> Invoice(
        Caller caller,
        string journal = "70",
        string date = "2026-03-01",
        string? currency = null,
        int? number = null,
        Guid? id = null
    )
    {
        var body = new Dictionary<string, object>
        {
            ["Journal"] = journal,
            ["Customer"] = caller.Books.Customer.Id,
            ["EntryDate"] = $"{date}T00:00:00",
            ["PaymentCondition"] = "30",
            ["YourRef"] = "2026/123",
            ["SalesEntryLines"] = new object[]
            {
                new
                {
                    GLAccount = caller.Books.Services.Id,
                    VATCode = "2",
                    AmountFC = 100.00m,
                    Description = "Services",
                },
                new
                {
                    GLAccount = caller.Books.Services.Id,
                    VATCode = "2",
                    AmountFC = 50.00m,
                    VATAmountFC = 10.50m,
                },
            },
        };
        if (currency is not null)
            body["Currency"] = currency;
        if (number is { } given)
            body["EntryNumber"] = given;
        if (id is { } own)
            body["EntryID"] = own;
        return body;
    }
}
