using Bookonce.Sandbox.ExactOnline;

namespace Bookonce.Sandbox.Tests.ExactOnline;

public sealed class AccountTests
{
    [Fact]
    public async Task A_relation_gets_the_next_code_and_keeps_every_field_that_was_written()
    {
        await using var caller = await Caller.Start();
        var made = await caller.Post(
            "crm/Accounts",
            new
            {
                Name = "Nieuw BV",
                Status = "C",
                VATNumber = "NL123456789B01",
                Fax = "12",
            }
        );
        Assert.Equal(
            (201, "                 2", "12"),
            (made.Status, made.D.GetProperty("Code").GetString(), made.D.GetProperty("Fax").GetString())
        );
        var path = $"crm/Accounts(guid'{made.D.GetProperty("ID").GetGuid()}')";

        Assert.Equal(204, (await caller.Put(path, new { Email = "post@nieuw.test" })).Status);
        var row = (await caller.Get(path)).D;
        Assert.Equal(
            ("Nieuw BV", "post@nieuw.test"),
            (row.GetProperty("Name").GetString(), row.GetProperty("Email").GetString())
        );
        Assert.Equal(2, (await caller.Get("sync/CRM/Accounts?$filter=Timestamp gt 1")).Results.Count);

        Assert.Equal(204, (await caller.Delete(path)).Status);
        Assert.Equal(403, (await caller.Delete(path)).Status);
        Assert.Single((await caller.Get("sync/Deleted?$filter=EntityType eq 2")).Results);
    }

    [Fact]
    public async Task A_wrong_relation_is_refused_with_every_reason()
    {
        await using var caller = await Caller.Start();
        var reply = await caller.Post("crm/Accounts", new { Email = "nonsense", VATNumber = "12" });
        Assert.Equal((500, "Mandatory: Name\r\nInvalid: Email\r\nInvalid: VAT number"), (reply.Status, reply.Error));
    }

    [Theory]
    [InlineData("BE0123456749", VatNumberCheck.ShapePerCountry, 201)]
    [InlineData("BE 0123.456.749", VatNumberCheck.ShapePerCountry, 201)]
    [InlineData("BE 0123.456.749", VatNumberCheck.ExactlyAsListed, 500)]
    [InlineData("BE12", VatNumberCheck.ShapePerCountry, 500)]
    [InlineData("FRXX 123456789", VatNumberCheck.ExactlyAsListed, 201)]
    [InlineData("FRXX123456789", VatNumberCheck.ExactlyAsListed, 500)]
    [InlineData("CHE-123.456.789 TVA", VatNumberCheck.ExactlyAsListed, 201)]
    [InlineData("DE123456789", VatNumberCheck.ExactlyAsListed, 201)]
    [InlineData("nonsense", VatNumberCheck.None, 201)]
    public async Task A_vat_number_is_looked_at_as_the_switch_says(string number, VatNumberCheck check, int status)
    {
        await using var caller = await Caller.Start(new() { Switches = new() { VatNumberCheck = check } });
        Assert.Equal(status, (await caller.Post("crm/Accounts", new { Name = "X", VATNumber = number })).Status);
    }
}
