using System.Text.Json;
using Bookonce.Sandbox.Teamleader.Model;

namespace Bookonce.Sandbox.Tests.Teamleader;

public sealed class RelationTests
{
    [Fact]
    public async Task A_company_is_added_read_changed_and_deleted()
    {
        await using var account = await FocusAccount.Open();
        var id = await account.Create(
            "companies.add",
            """
            {"name":"Slagerij Maes","vat_number":"BE0411905847","emails":[{"type":"primary","email":"maes@slagerij.test"}],
            "addresses":[{"type":"primary","address":{"line_1":"Dorp 1","postal_code":"9000","city":"Gent","country":"BE"}}],
            "tags":["klant"],"preferred_currency":"USD"}
            """
        );
        account.Clock.Advance(TimeSpan.FromMinutes(1));
        await account.Do("companies.update", $$"""{"id":"{{id}}","name":"Slagerij Maes BV","vat_number":null}""");
        var company = await account.Data("companies.info", $$"""{"id":"{{id}}"}""");
        Assert.Equal("Slagerij Maes BV", company.GetProperty("name").GetString());
        Assert.Equal(JsonValueKind.Null, company.GetProperty("vat_number").ValueKind);
        Assert.Equal("USD", company.GetProperty("preferred_currency").GetString());
        Assert.Equal(
            "Gent",
            company.GetProperty("addresses")[0].GetProperty("address").GetProperty("city").GetString()
        );
        Assert.Equal("2026-03-02T08:00:00+00:00", company.GetProperty("added_at").GetString());
        Assert.Equal("2026-03-02T08:01:00+00:00", company.GetProperty("updated_at").GetString());

        await account.Do("companies.delete", $$"""{"id":"{{id}}"}""");
        await account.Refused("companies.info", $$"""{"id":"{{id}}"}""", 404);
    }

    [Fact]
    public async Task What_is_mandatory_is_named()
    {
        await using var account = await FocusAccount.Open();
        Assert.Equal(("name must be present", "name"), await account.Refused("companies.add", "{}"));
        Assert.Equal(("last_name must be present", "last_name"), await account.Refused("contacts.add", "{}"));
    }

    [Fact]
    public async Task A_list_in_an_update_replaces_the_list_stored()
    {
        await using var account = await FocusAccount.Open();
        var id = account.Company.Id;
        await account.Do("companies.update", $$"""{"id":"{{id}}","tags":["vip"]}""");
        Assert.Equal(["vip"], account.State.Companies[0].Tags);
        await account.Do("companies.tag", $$"""{"id":"{{id}}","tags":["bakker","vip"]}""");
        Assert.Equal(["vip", "bakker"], account.State.Companies[0].Tags);
        await account.Do("companies.untag", $$"""{"id":"{{id}}","tags":["vip"]}""");
        Assert.Equal(["bakker"], account.State.Companies[0].Tags);
    }

    [Fact]
    public async Task Custom_fields_are_replaced_unless_the_update_is_partial()
    {
        await using var account = await FocusAccount.Open();
        var fields = new[] { "a", "b" }
            .Select(label =>
                account
                    .State.Plant(
                        new CustomFieldDefinition
                        {
                            Context = "company",
                            Type = "single_line",
                            Label = label,
                        }
                    )
                    .Id
            )
            .ToList();
        await Update($$"""[{"id":"{{fields[0]}}","value":"1"},{"id":"{{fields[1]}}","value":"2"}]""");
        await Update($$"""[{"id":"{{fields[1]}}","value":"3"}],"custom_fields_update_strategy":"partial" """);
        Assert.Equal(["1", "3"], Values());
        await Update($$"""[{"id":"{{fields[1]}}","value":"4"}]""");
        Assert.Equal(["4"], Values());
        await Update($$"""[{"id":"{{fields[1]}}","value":null}]""");
        Assert.Empty(Values());

        Task Update(string value) =>
            account.Do("companies.update", $$"""{"id":"{{account.Company.Id}}","custom_fields":{{value}} }""");
        IEnumerable<string?> Values() =>
            account.State.Companies[0].CustomFields.Select(field => field.Value.GetString());
    }

    [Fact]
    public async Task A_custom_field_of_another_context_is_refused()
    {
        await using var account = await FocusAccount.Open();
        var definition = account.State.Plant(
            new CustomFieldDefinition
            {
                Context = "invoice",
                Type = "single_line",
                Label = "x",
            }
        );
        var body = $$"""{"id":"{{account.Company.Id}}","custom_fields":[{"id":"{{definition.Id}}","value":"1"}]}""";
        Assert.Equal("No access to custom field context", (await account.Refused("companies.update", body)).Title);
    }

    [Theory]
    [InlineData("""{"term":"factuur@"}""")]
    [InlineData("""{"term":"halm"}""")]
    [InlineData("""{"vat_number":"BE 0123.456.749"}""")]
    [InlineData("""{"email":{"type":"primary","email":"INFO@dehalm.test"}}""")]
    [InlineData("""{"tags":["klant"],"status":"active"}""")]
    public async Task A_company_is_found_by_what_people_know_of_it(string filter)
    {
        await using var account = await FocusAccount.Open();
        account.State.Plant(new Company { Name = "Anders", Deactivated = true });
        var found = await account.Data("companies.list", $$"""{"filter":{{filter}} }""");
        Assert.Equal(account.Company.Id, Assert.Single(found.EnumerateArray()).GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task Records_are_fetched_by_their_ids()
    {
        await using var account = await FocusAccount.Open();
        var other = account.State.Plant(new Company { Name = "Anders" });
        var body = $$$"""{"filter":{"ids":["{{{other.Id}}}","{{{account.Department.Id}}}"]}}""";
        var found = await account.Data("companies.list", body);
        Assert.Equal(other.Id, Assert.Single(found.EnumerateArray()).GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task A_contact_is_linked_to_a_company_until_it_is_unlinked_or_the_company_goes()
    {
        await using var account = await FocusAccount.Open();
        var id = await account.Create("contacts.add", """{"first_name":"An","last_name":"Maes"}""");
        var company = account.Company.Id;
        var link = $$"""{"id":"{{id}}","company_id":"{{company}}","position":"CEO","decision_maker":true}""";
        await account.Do("contacts.linkToCompany", link);
        Assert.Equal(1, await Count($"\"{company}\""));
        Assert.Equal(0, await Count("null"));
        var info = await account.Data("companies.info", $$"""{"id":"{{company}}","includes":"related_contacts"}""");
        Assert.Equal("CEO", info.GetProperty("related_contacts")[0].GetProperty("position").GetString());

        await account.Do("contacts.unlinkFromCompany", link);
        Assert.Equal(1, await Count("null"));
        await account.Do("contacts.linkToCompany", link);
        await account.Do("companies.delete", $$"""{"id":"{{company}}"}""");
        Assert.Equal(1, await Count("null"));

        async Task<int> Count(string companyId) =>
            (await account.Data("contacts.list", $$"""{"filter":{"company_id":{{companyId}} } }""")).GetArrayLength();
    }

    [Fact]
    public async Task A_document_keeps_naming_a_customer_that_is_gone()
    {
        await using var account = await FocusAccount.Open();
        var invoice = account.PlantInvoice(new DateOnly(2026, 3, 2));
        await account.Do("companies.delete", $$"""{"id":"{{account.Company.Id}}"}""");
        var invoicee = (await account.Data("invoices.info", $$"""{"id":"{{invoice.Id}}"}""")).GetProperty("invoicee");
        Assert.Equal("Bakkerij De Halm BV", invoicee.GetProperty("name").GetString());
        Assert.Equal(account.Company.Id, invoicee.GetProperty("customer").GetProperty("id").GetGuid());
    }
}
