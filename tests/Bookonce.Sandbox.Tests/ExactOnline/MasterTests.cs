using System.Text.Json;

namespace Bookonce.Sandbox.Tests.ExactOnline;

public sealed class MasterTests
{
    public static TheoryData<string, string, string> Makeable { get; } =
        new()
        {
            { "financial/Journals", """{"Code":"95","Description":"Memo","Type":90}""", """{"Description":"Later"}""" },
            {
                "financial/GLAccounts",
                """{"Code":"701000","Description":"Goods","Type":110}""",
                """{"IsBlocked":true}"""
            },
            {
                "vat/VATCodes",
                """{"Code":"9","Description":"9 %","Type":"B","VATPercentages":[{"Percentage":0.0}]}""",
                """{"Description":"Nine"}"""
            },
            {
                "financial/ExchangeRates",
                """{"SourceCurrency":"USD","StartDate":"2026-02-01","Rate":0.95}""",
                """{"Rate":0.96}"""
            },
            { "hrm/Costcenters", """{"Code":"N","Description":"North"}""", """{"Description":"Northern"}""" },
            { "hrm/Costunits", """{"Code":"U","Description":"Unit"}""", """{"EndDate":"2026-12-31"}""" },
        };

    [Theory]
    [MemberData(nameof(Makeable))]
    public async Task Master_data_is_made_changed_and_deleted(string path, string body, string change)
    {
        await using var caller = await Caller.Start();
        var made = await caller.Post(path, body);
        Assert.Equal(201, made.Status);
        var one = $"{path}(guid'{made.D.GetProperty("ID").GetGuid()}')";
        Assert.Equal(204, (await caller.Put(one, change)).Status);
        var row = (await caller.Get(one)).D;
        foreach (var property in JsonDocument.Parse(change).RootElement.EnumerateObject())
        {
            var shown = row.GetProperty(property.Name);
            Assert.True(property.Name == "EndDate" || shown.GetRawText() == property.Value.GetRawText());
        }
        Assert.Equal(500, (await caller.Put(one, new { ID = row.GetProperty("ID").GetGuid() })).Status);
        Assert.Equal(204, (await caller.Delete(one)).Status);
        Assert.Equal(403, (await caller.Delete(one)).Status);
    }

    [Theory]
    [InlineData("financial/Journals", """{"Code":"70","Description":"x","Type":90}""", "Data already exists")]
    [InlineData("financial/Journals", """{"Code":"72","Description":"x","Type":20}""", "Mandatory: G/L Account")]
    [InlineData("financial/GLAccounts", """{}""", "Mandatory: Code\r\nMandatory: Description")]
    [InlineData("vat/VATCodes", """{"Code":"long","Description":"x"}""", "Invalid: Code")]
    [InlineData("cashflow/PaymentConditions", """{"Code":"30","Description":"x"}""", "Data already exists")]
    [InlineData(
        "financial/ExchangeRates",
        """{"SourceCurrency":"XXX","StartDate":"2026-02-01","Rate":1}""",
        "Invalid reference: Currency"
    )]
    public async Task Wrong_master_data_is_refused(string path, string body, string error)
    {
        await using var caller = await Caller.Start();
        var reply = await caller.Post(path, body);
        Assert.Equal((500, error), (reply.Status, reply.Error));
    }

    [Fact]
    public async Task What_entries_name_is_not_deleted()
    {
        await using var caller = await Caller.Start();
        var books = caller.Books;
        books.Division.EnterSalesEntry(books.Invoice());
        Assert.Equal("In use: Journal", (await caller.Delete($"financial/Journals(guid'{books.Sales.Id}')")).Error);
        Assert.Equal(
            "In use: G/L Account",
            (await caller.Delete($"financial/GLAccounts(guid'{books.Services.Id}')")).Error
        );
        Assert.Equal("In use: Account", (await caller.Delete($"crm/Accounts(guid'{books.Customer.Id}')")).Error);
    }

    [Fact]
    public async Task A_deleted_ledger_account_leaves_a_trace_and_the_sync()
    {
        await using var caller = await Caller.Start();
        var made = await caller.Post("financial/GLAccounts", new { Code = "701000", Description = "Goods" });
        await caller.Delete($"financial/GLAccounts(guid'{made.D.GetProperty("ID").GetGuid()}')");
        Assert.Equal(5, (await caller.Get("sync/Financial/GLAccounts?$filter=Timestamp gt 1")).Results.Count);
        Assert.Single((await caller.Get("sync/Deleted?$filter=EntityType eq 7")).Results);
    }

    [Theory]
    [InlineData(0, null, 201)]
    [InlineData(1, null, 500)]
    [InlineData(1, "N", 201)]
    [InlineData(2, "N", 500)]
    [InlineData(0, "X", 500)]
    public async Task A_cost_centre_is_wanted_or_not_as_the_ledger_account_says(int use, string? code, int status)
    {
        await using var caller = await Caller.Start();
        caller.Books.Division.AddCostCenter("N", "North");
        await caller.Put($"financial/GLAccounts(guid'{caller.Books.Services.Id}')", new { UseCostcenter = use });
        var made = await caller.Post(
            "salesentry/SalesEntries",
            new
            {
                Journal = "70",
                Customer = caller.Books.Customer.Id,
                EntryDate = "2026-03-02",
                SalesEntryLines = new[]
                {
                    new
                    {
                        GLAccount = caller.Books.Services.Id,
                        AmountFC = 10m,
                        CostCenter = code,
                    },
                },
            }
        );
        Assert.Equal(status, made.Status);
    }

    [Theory]
    [InlineData("salesentry", "SalesEntries")]
    [InlineData("bulk/Financial", "TransactionLines")]
    public async Task A_service_describes_itself(string service, string set)
    {
        await using var caller = await Caller.Start();
        var reply = await caller.Get($"{service}/$metadata", "application/xml");
        Assert.Equal(200, reply.Status);
        var sets = System
            .Xml.Linq.XDocument.Parse(reply.Text)
            .Descendants()
            .Where(node => node.Name.LocalName == "EntitySet");
        Assert.Contains(set, sets.Select(node => node.Attribute("Name")!.Value));
        Assert.Equal(404, (await caller.Get("nonsense/$metadata", "application/xml")).Status);
    }

    [Fact]
    public async Task A_cost_centre_stands_on_the_line_and_in_the_ledger()
    {
        await using var caller = await Caller.Start();
        caller.Books.Division.AddCostCenter("N", "North");
        var made = await caller.Post(
            "salesentry/SalesEntries",
            new
            {
                Journal = "70",
                Customer = caller.Books.Customer.Id,
                EntryDate = "2026-03-02",
                SalesEntryLines = new[]
                {
                    new
                    {
                        GLAccount = caller.Books.Services.Id,
                        AmountFC = 10m,
                        CostCenter = "N",
                    },
                },
            }
        );
        var id = made.D.GetProperty("EntryID").GetGuid();
        var lines = await caller.Get(
            $"financialtransaction/TransactionLines?$filter=EntryID eq guid'{id}'&$select=LineNumber,CostCenterDescription&$orderby=LineNumber"
        );
        Assert.Equal(
            [null, "North", null],
            lines.Results.Select(row => row.GetProperty("CostCenterDescription").GetString())
        );
    }
}
