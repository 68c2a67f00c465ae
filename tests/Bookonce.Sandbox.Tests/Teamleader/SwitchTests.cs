using System.Globalization;
using Bookonce.Sandbox.Teamleader;

namespace Bookonce.Sandbox.Tests.Teamleader;

/// <summary>Switches of the conventions; those of a resource are with its tests.</summary>
public sealed class SwitchTests
{
    [Fact]
    public async Task A_large_page_may_be_refused()
    {
        await using var account = await FocusAccount.Open(new TeamleaderSwitches { LargePage = LargePage.Refused });
        await account.Call("invoices.list", """{"page":{"size":100}}""");
        Assert.Equal("page.size", (await account.Refused("invoices.list", """{"page":{"size":101}}""")).Field);
    }

    [Fact]
    public async Task An_unknown_id_may_be_a_bad_request_that_names_it()
    {
        await using var account = await FocusAccount.Open(
            new TeamleaderSwitches { UnknownId = UnknownIdStatus.BadRequest }
        );
        var body = $$"""{"id":"{{account.Company.Id}}"}""";
        Assert.Equal(("id must be valid", "id"), await account.Refused("invoices.info", body));
    }

    [Fact]
    public async Task A_429_may_say_how_long_to_wait()
    {
        await using var account = await FocusAccount.Open(
            new TeamleaderSandboxOptions
            {
                CallsPerMinute = 1,
                Switches = new TeamleaderSwitches { RetryAfter = RetryAfterHeader.Seconds },
            }
        );
        Assert.False((await account.Send("users.me", "")).Headers.Contains("Retry-After"));
        var refused = await account.Send("users.me", "");
        Assert.Equal(
            "60",
            refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ToString(CultureInfo.InvariantCulture)
        );
    }

    [Theory]
    [InlineData(DefaultInvoiceOrder.Ascending, "2026 / 1")]
    [InlineData(DefaultInvoiceOrder.Descending, "2026 / 2")]
    public async Task The_order_of_unsorted_invoices_is_a_switch(DefaultInvoiceOrder order, string first)
    {
        await using var account = await FocusAccount.Open(new TeamleaderSwitches { InvoiceOrder = order });
        account.PlantInvoice(new DateOnly(2026, 3, 1));
        account.PlantInvoice(new DateOnly(2026, 3, 1));
        Assert.Equal(first, (await account.Data("invoices.list"))[0].GetProperty("invoice_number").GetString());
    }
}
