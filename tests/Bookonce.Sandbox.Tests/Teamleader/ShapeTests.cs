using System.Text.Json;
using Bookonce.Sandbox.Teamleader;
using Bookonce.Sandbox.Teamleader.Endpoints;
using Bookonce.Sandbox.Teamleader.Model;

namespace Bookonce.Sandbox.Tests.Teamleader;

/// <summary>Every answer against the field lists: names, types, formats, and what may be null.</summary>
public sealed class ShapeTests
{
    [Fact]
    public void Every_reading_endpoint_has_a_field_list()
    {
        string[] acts = ["list", "info", "me", "download", "upload", "url", "exchangeRates"];
        Assert.Equal(
            EndpointList.All().Keys.Where(name => acts.Contains(name.Split('.')[1])).Order(StringComparer.Ordinal),
            Shapes.ByEndpoint.Keys.Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("{a:text b~:[number]}", """{"a":"x"}""", true)]
    [InlineData("{a:text}", """{"a":null}""", false)]
    [InlineData("{a:text?}", """{"a":null}""", true)]
    [InlineData("{a:text}", """{"a":"x","b":1}""", false)]
    [InlineData("{a:text}", "{}", false)]
    [InlineData("[{a:moment}]", """[{"a":"2026-01-01T00:00:00+00:00"},{"a":"2026-01-01"}]""", false)]
    [InlineData("[x|y]", """["x","y"]""", true)]
    [InlineData("{a:@ref? b:bool}", """{"a":{"type":"x","id":"1"},"b":true}""", false)]
    public void A_field_list_finds_what_does_not_fit(string shape, string json, bool fits) =>
        Assert.Equal(fits, Shape.Fault(shape, JsonSerializer.Deserialize<JsonElement>(json)) is null);

    [Fact]
    public async Task Every_answer_holds_the_fields_that_the_reference_lists()
    {
        await using var account = await FocusAccount.Open(new TeamleaderSandboxOptions { CallsPerMinute = 10_000 });
        var full = await FullAccount.Fill(account);
        foreach (var (endpoint, shape) in Shapes.ByEndpoint)
        foreach (var body in full.BodiesFor(endpoint))
        {
            var data = await account.Data(endpoint, body);
            Assert.True(Shape.Fault(shape, data) is null, $"{endpoint} {body}: {Shape.Fault(shape, data)}");
            var empty = data.ValueKind == JsonValueKind.Array && data.GetArrayLength() == 0;
            Assert.True(!empty || endpoint is "expenses.list" or "bookkeepingSubmissions.list", $"{endpoint} is empty");
        }
    }

    [Fact]
    public async Task Every_document_of_a_bare_account_holds_them_too()
    {
        await using var account = await FocusAccount.Open(new TeamleaderSandboxOptions { CallsPerMinute = 10_000 });
        var contact = account.State.Plant(new Contact { LastName = "Maes" });
        var id = await account.Create(
            "invoices.draft",
            account
                .DraftOf(-3.335m)
                .Replace(
                    $$"""{"type":"company","id":"{{account.Company.Id}}"}""",
                    $$"""{"type":"contact","id":"{{contact.Id}}"}"""
                )
        );
        await Check("invoices.list", "{}");
        await Check("invoices.info", $$"""{"id":"{{id}}"}""");
        await Check("contacts.info", $$"""{"id":"{{contact.Id}}"}""");
        await Check("companies.info", $$"""{"id":"{{account.Company.Id}}"}""");

        async Task Check(string endpoint, string body) =>
            Assert.Null(Shape.Fault(Shapes.ByEndpoint[endpoint], await account.Data(endpoint, body)));
    }
}
