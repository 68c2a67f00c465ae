using System.Text.Json;
using Bookonce.Sandbox.Teamleader.Model;

namespace Bookonce.Sandbox.Tests.Teamleader;

public sealed class MasterTests
{
    [Fact]
    public async Task Me_names_the_account()
    {
        await using var account = await FocusAccount.Open();
        var me = await account.Data("users.me", "");
        Assert.Equal("account", me.GetProperty("account").GetProperty("type").GetString());
        Assert.Equal(account.State.AccountId, me.GetProperty("account").GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task The_default_department_comes_first_and_archived_ones_can_be_told_apart()
    {
        await using var account = await FocusAccount.Open();
        account.State.Plant(new Department { Name = "Aan de kant", Archived = true });
        var names = Names(await account.Data("departments.list"));
        Assert.Equal(["Studio Noord BV", "Studio Zuid BV", "Aan de kant"], names);
        Assert.Equal(
            ["Aan de kant"],
            Names(await account.Data("departments.list", """{"filter":{"status":["archived"]}}"""))
        );
        Assert.Equal(
            ["Studio Zuid BV", "Studio Noord BV", "Aan de kant"],
            Names(await account.Data("departments.list", """{"sort":[{"field":"name","order":"desc"}]}"""))
        );
    }

    [Fact]
    public async Task Tax_rates_come_in_pages_and_belong_to_a_department()
    {
        await using var account = await FocusAccount.Open();
        for (var i = 0; i < 30; i++)
            account.State.PlantTaxRate(account.Department.Id, $"rate {i}", 0.06m);
        Assert.Equal(20, (await account.Data("taxRates.list")).GetArrayLength());
        var others = $$$"""{"filter":{"department_id":"{{{account.Other.Id}}}"}}""";
        var rate = Assert.Single((await account.Data("taxRates.list", others)).EnumerateArray());
        Assert.Equal(0.21m, rate.GetProperty("rate").GetDecimal());
        Assert.Equal(account.Other.Id, rate.GetProperty("department").GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task Payment_terms_name_the_default_in_meta()
    {
        await using var account = await FocusAccount.Open();
        account.State.PlantPaymentTerm(new Term("cash"));
        var answer = await account.Call("paymentTerms.list");
        Assert.Equal(account.Term.Id, answer.GetProperty("meta").GetProperty("default").GetGuid());
        var (term, cash) = (answer.GetProperty("data")[0], answer.GetProperty("data")[1]);
        Assert.Equal(30, term.GetProperty("days").GetInt32());
        Assert.False(cash.TryGetProperty("days", out _));
    }

    [Fact]
    public async Task A_product_category_has_a_ledger_account_per_department()
    {
        await using var account = await FocusAccount.Open();
        var category = (await account.Data("productCategories.list"))[0];
        var ledger = Assert.Single(category.GetProperty("ledgers").EnumerateArray());
        Assert.Equal("700100", ledger.GetProperty("ledger_account_number").GetString());
        var others = $$$"""{"filter":{"department_id":"{{{account.Other.Id}}}"}}""";
        Assert.Equal(0, (await account.Data("productCategories.list", others)).GetArrayLength());
    }

    [Fact]
    public async Task Exchange_rates_go_from_the_base_to_each_currency()
    {
        await using var account = await FocusAccount.Open();
        Assert.Equal(("base must be present", "base"), await account.Refused("currencies.exchangeRates", "{}"));
        await account.Refused("currencies.exchangeRates", """{"base":"XXX"}""");
        var rates = (await account.Data("currencies.exchangeRates", """{"base":"USD"}""")).EnumerateArray().ToList();
        Assert.Equal(
            1m,
            rates
                .Single(rate => rate.GetProperty("code").GetString() == "USD")
                .GetProperty("exchange_rate")
                .GetDecimal()
        );
        Assert.InRange(
            rates
                .Single(rate => rate.GetProperty("code").GetString() == "EUR")
                .GetProperty("exchange_rate")
                .GetDecimal(),
            0.5m,
            1m
        );
    }

    [Fact]
    public async Task Custom_field_definitions_are_found_by_context()
    {
        await using var account = await FocusAccount.Open();
        foreach (var context in new[] { "invoice", "company" })
            account.State.Plant(
                new CustomFieldDefinition
                {
                    Context = context,
                    Type = "single_line",
                    Label = $"of {context}",
                }
            );
        var found = await account.Data("customFieldDefinitions.list", """{"filter":{"context":"invoice"}}""");
        var id = Assert.Single(found.EnumerateArray()).GetProperty("id").GetGuid();
        var info = await account.Data("customFieldDefinitions.info", $$"""{"id":"{{id}}"}""");
        Assert.Equal("of invoice", info.GetProperty("label").GetString());
    }

    [Fact]
    public async Task Products_are_found_by_term_and_by_the_moment_of_change()
    {
        await using var account = await FocusAccount.Open();
        account.State.Plant(
            new Product
            {
                Name = "Brood",
                Code = "B1",
                SellingPrice = 2.50m,
            }
        );
        account.Clock.Advance(TimeSpan.FromHours(0.5));
        var cake = account.State.Plant(new Product { Name = "Taart" });
        Assert.Equal(["Brood"], Names(await account.Data("products.list", """{"filter":{"term":"b1"}}""")));
        var since = """{"filter":{"updated_since":"2026-03-02T09:00:00+01:00"}}""";
        Assert.Equal(["Brood", "Taart"], Names(await account.Data("products.list", since)));
        since = """{"filter":{"updated_since":"2026-03-02T09:00:01+01:00"}}""";
        Assert.Equal(["Taart"], Names(await account.Data("products.list", since)));
        await account.Data("products.info", $$"""{"id":"{{cake.Id}}"}""");
    }

    static IEnumerable<string?> Names(JsonElement rows) =>
        rows.EnumerateArray().Select(row => row.GetProperty("name").GetString());
}
