using System.Text.Json;
using Bookonce.Sandbox.Teamleader;
using Bookonce.Sandbox.Teamleader.Model;

namespace Bookonce.Sandbox.Tests.Teamleader;

public sealed class DocumentReadingTests
{
    static DateOnly Day(int day) => new(2026, 3, day);

    [Fact]
    public async Task Both_date_bounds_of_invoices_are_inclusive()
    {
        await using var account = await FocusAccount.Open();
        for (var day = 1; day <= 5; day++)
            account.PlantInvoice(Day(day));
        var body = """{"filter":{"invoice_date_after":"2026-03-02","invoice_date_before":"2026-03-04"}}""";
        Assert.Equal(3, (await account.Data("invoices.list", body)).GetArrayLength());
    }

    [Fact]
    public async Task The_later_date_bound_of_credit_notes_is_exclusive()
    {
        await using var account = await FocusAccount.Open();
        for (var day = 1; day <= 5; day++)
            account.PlantCreditNote(Day(day));
        var body = """{"filter":{"credit_note_date_after":"2026-03-02","credit_note_date_before":"2026-03-04"}}""";
        Assert.Equal(2, (await account.Data("creditNotes.list", body)).GetArrayLength());
    }

    [Theory]
    [InlineData(UpdatedSinceBound.Inclusive, 1)]
    [InlineData(UpdatedSinceBound.Exclusive, 0)]
    public async Task Whether_updated_since_includes_its_moment_is_a_switch(UpdatedSinceBound bound, int expected)
    {
        await using var account = await FocusAccount.Open(new TeamleaderSwitches { UpdatedSince = bound });
        account.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 2, 8, 30, 0, TimeSpan.Zero));
        account.PlantInvoice(Day(1));
        var body = """{"filter":{"updated_since":"2026-03-02T08:30:00+00:00"}}""";
        Assert.Equal(expected, (await account.Data("invoices.list", body)).GetArrayLength());
    }

    [Fact]
    public async Task Invoices_are_sorted_by_number_as_numbers_the_highest_first_unless_asked()
    {
        await using var account = await FocusAccount.Open();
        foreach (var number in new[] { 2, 10, 1 })
            account.PlantInvoice(Day(20 - number), number: $"2026 / {number}");
        Assert.Equal(["2026 / 10", "2026 / 2", "2026 / 1"], await Numbers("{}"));
        Assert.Equal(["2026 / 1", "2026 / 2", "2026 / 10"], await Numbers(Sort("invoice_number", "asc")));
        Assert.Equal(["2026 / 10", "2026 / 2", "2026 / 1"], await Numbers(Sort("invoice_date", "asc")));
        Assert.Equal(["2026 / 1", "2026 / 2", "2026 / 10"], await Numbers(Sort("invoice_date", "desc")));
        Assert.Equal(["2026 / 10", "2026 / 2", "2026 / 1"], await Numbers(Sort("updated_at", "asc")));

        async Task<List<string?>> Numbers(string body) =>
            [
                .. (await account.Data("invoices.list", body))
                    .EnumerateArray()
                    .Select(row => row.GetProperty("invoice_number").GetString()),
            ];
        static string Sort(string field, string order) => $$"""{"sort":[{"field":"{{field}}","order":"{{order}}"}]}""";
    }

    [Fact]
    public async Task Two_sort_fields_may_run_in_different_directions()
    {
        await using var account = await FocusAccount.Open();
        foreach (var (day, number) in new[] { (1, 1), (1, 2), (2, 3) })
            account.PlantInvoice(Day(day), number: $"2026 / {number}");
        var rows = await account.Data(
            "invoices.list",
            """{"sort":[{"field":"invoice_date","order":"desc"},{"field":"invoice_number","order":"asc"}]}"""
        );
        Assert.Equal(
            ["2026 / 3", "2026 / 1", "2026 / 2"],
            rows.EnumerateArray().Select(row => row.GetProperty("invoice_number").GetString())
        );
    }

    [Fact]
    public async Task Filters_narrow_together()
    {
        await using var account = await FocusAccount.Open();
        var invoice = account.PlantInvoice(Day(1));
        account.PlantInvoice(Day(2));
        account.State.PlantPayment(invoice.Id, invoice.CreatedAt, 121m);
        await account.Create("invoices.draft", account.DraftOf(10));
        Assert.Equal(1, await Count("""{"status":["matched"]}"""));
        Assert.Equal(2, await Count("""{"status":["outstanding","matched"]}"""));
        Assert.Equal(1, await Count("""{"invoice_number":"2026 / 2","status":["outstanding"]}"""));
        Assert.Equal(0, await Count("""{"invoice_number":"2026 / 1","status":["outstanding"]}"""));
        Assert.Equal(3, await Count("""{"term":"halm"}"""));
        Assert.Equal(0, await Count($$"""{"department_id":"{{account.Other.Id}}"}"""));
        Assert.Equal(3, await Count($$"""{"customer":{"type":"company","id":"{{account.Company.Id}}"} }"""));
        Assert.Equal(0, await Count($$"""{"customer":{"type":"contact","id":"{{account.Company.Id}}"} }"""));

        async Task<int> Count(string filter) =>
            (await account.Data("invoices.list", $$"""{"filter":{{filter}} }""")).GetArrayLength();
    }

    [Fact]
    public async Task Amounts_are_numbers_without_needless_zeros()
    {
        await using var account = await FocusAccount.Open();
        account.PlantInvoice(Day(1), 950.00m);
        var total = (await account.Data("invoices.list"))[0].GetProperty("total");
        Assert.Equal("950", total.GetProperty("tax_exclusive").GetProperty("amount").GetRawText());
        Assert.Equal("1149.5", total.GetProperty("tax_inclusive").GetProperty("amount").GetRawText());
        Assert.Equal("0.21", total.GetProperty("taxes")[0].GetProperty("rate").GetRawText());
    }

    [Fact]
    public async Task Stated_totals_are_what_is_shown()
    {
        await using var account = await FocusAccount.Open();
        var invoice = account.State.Plant(
            new PlantedInvoice
            {
                DepartmentId = account.Department.Id,
                Customer = new CustomerReference(CustomerKind.Company, account.Company.Id),
                Date = Day(1),
                Number = "UBL-7",
                Groups = [new LineGroup(null, [account.LineOf(100m)])],
                Stated = new StatedTotals([new TaxTotal(0.21m, 100m, 21.02m)], 100m, 121.02m, 121m),
            }
        );
        var total = (await account.Data("invoices.info", $$"""{"id":"{{invoice.Id}}"}""")).GetProperty("total");
        Assert.Equal(21.02m, total.GetProperty("taxes")[0].GetProperty("tax").GetProperty("amount").GetDecimal());
        Assert.Equal(121.02m, Amount("tax_inclusive"));
        Assert.Equal((121m, 121m), (Amount("payable"), Amount("due")));

        decimal Amount(string name) => total.GetProperty(name).GetProperty("amount").GetDecimal();
    }

    [Theory]
    [InlineData(ExchangeRateMeaning.Multiplies, 0.8)]
    [InlineData(ExchangeRateMeaning.Divides, 1.25)]
    public async Task The_direction_of_a_documents_exchange_rate_is_a_switch(ExchangeRateMeaning meaning, double shown)
    {
        await using var account = await FocusAccount.Open(new TeamleaderSwitches { ExchangeRate = meaning });
        account.State.Plant(
            new PlantedInvoice
            {
                DepartmentId = account.Department.Id,
                Customer = new CustomerReference(CustomerKind.Company, account.Company.Id),
                Date = Day(1),
                Currency = "USD",
                ExchangeRate = 0.8m,
                Groups = [new LineGroup(null, [account.LineOf(100m)])],
            }
        );
        var row = (await account.Data("invoices.list"))[0];
        var rate = row.GetProperty("currency_exchange_rate");
        Assert.Equal(("USD", "EUR"), (rate.GetProperty("from").GetString(), rate.GetProperty("to").GetString()));
        Assert.Equal(shown, rate.GetProperty("rate").GetDouble());
        Assert.Equal("USD", row.GetProperty("total").GetProperty("due").GetProperty("currency").GetString());
    }
}
