using Bookonce.Sandbox.ExactOnline;
using Bookonce.Sandbox.Teamleader;
using Bookonce.Sandbox.World;

namespace Bookonce.Sandbox.Tests.Teamleader;

public sealed class LargeWorldTests
{
    [Fact]
    public async Task Paging_to_the_end_of_the_large_world_gives_every_record_once()
    {
        await using var account = await FocusAccount.Open(
            new TeamleaderSandboxOptions { CallsPerMinute = int.MaxValue }
        );
        var exact = new ExactOnlineState(account.Clock, 1);
        WorldPlanter.Plant(account.State, exact, WorldSize.Large, seed: 1);
        await Pages("invoices.list", account.State.Invoices.Select(invoice => invoice.Id));
        await Pages("creditNotes.list", account.State.CreditNotes.Select(note => note.Id));
        await Pages("companies.list", account.State.Companies.Select(company => company.Id));
        await Pages("contacts.list", account.State.Contacts.Select(contact => contact.Id));

        async Task Pages(string endpoint, IEnumerable<Guid> expected)
        {
            var seen = new List<Guid>();
            for (var page = 1; ; page++)
            {
                var rows = await account.Data(endpoint, $$$"""{"page":{"size":100,"number":{{{page}}}}}""");
                seen.AddRange(rows.EnumerateArray().Select(row => row.GetProperty("id").GetGuid()));
                if (rows.GetArrayLength() < 100)
                    break;
            }
            Assert.Equal(expected.Order(), seen.Order());
        }
    }

    [Fact]
    public async Task Invoices_that_are_added_while_a_client_pages_by_ascending_number_hide_none()
    {
        await using var account = await FocusAccount.Open(
            new TeamleaderSandboxOptions { CallsPerMinute = int.MaxValue }
        );
        var planted = Enumerable
            .Range(0, 950)
            .Select(_ => account.PlantInvoice(new DateOnly(2026, 1, 1)).Id)
            .ToHashSet();
        var seen = new List<Guid>();
        for (var page = 1; ; page++)
        {
            var body =
                $$$"""{"sort":[{"field":"invoice_number","order":"asc"}],"page":{"size":100,"number":{{{page}}}}}""";
            var rows = await account.Data("invoices.list", body);
            seen.AddRange(rows.EnumerateArray().Select(row => row.GetProperty("id").GetGuid()));
            if (rows.GetArrayLength() < 100)
                break;
            account.PlantInvoice(new DateOnly(2026, 1, 2));
        }
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Subset(seen.ToHashSet(), planted);
    }
}
