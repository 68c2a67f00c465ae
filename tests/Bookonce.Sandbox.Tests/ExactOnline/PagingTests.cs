using Bookonce.Sandbox.ExactOnline;
using Bookonce.Sandbox.Host;
using Bookonce.Sandbox.World;
using Microsoft.Extensions.Time.Testing;

namespace Bookonce.Sandbox.Tests.ExactOnline;

public sealed class PagingTests
{
    [Theory]
    [InlineData("salesentry/SalesEntries?$select=EntryID", "EntryID")]
    [InlineData("salesentry/SalesEntries?$select=EntryID&$orderby=EntryNumber desc", "EntryID")]
    [InlineData("bulk/Financial/TransactionLines?$select=ID&$filter=FinancialYear ge 2000", "ID")]
    [InlineData("sync/Financial/TransactionLines?$select=ID&$filter=Timestamp gt 1", "ID")]
    public async Task Every_row_comes_once_though_rows_are_inserted_meanwhile(string path, string key)
    {
        var books = new SmallBooks();
        for (var i = 0; i < 2000; i++)
            books.Division.EnterSalesEntry(books.Invoice(i + 1));
        await using var caller = await Caller.Start(new() { CallsPerMinute = int.MaxValue }, books);
        var there =
            key == "ID"
                ? books.Division.Ledger.Lines.Ordered.Select(line => line.Id).ToArray()
                : [.. books.Division.Entries.Select(entry => entry.Id)];
        var seen = new List<Guid>();
        for (var next = path; next is not null; )
        {
            var reply = await caller.Get(next);
            seen.AddRange(reply.Results.Select(row => row.GetProperty(key).GetGuid()));
            books.Division.EnterSalesEntry(books.Invoice());
            next = reply.Next;
            Assert.True(seen.Count < 100_000);
        }
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Empty(there.Except(seen));
    }

    [Fact]
    public async Task The_large_world_is_read_to_the_end_and_every_row_comes_once()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero));
        var options = new SandboxOptions
        {
            TeamleaderPort = 0,
            ExactPort = 0,
            World = WorldSize.Large,
        };
        await using var host = await SandboxHost.StartAsync(options, clock, TestContext.Current.CancellationToken);
        var division = host.ExactState.Divisions[0];
        await using var caller = await Caller.Attach(
            host.ExactState,
            new() { CallsPerMinute = int.MaxValue, CallsPerDay = int.MaxValue },
            clock
        );
        var seen = new HashSet<Guid>();
        var path = $"{caller.Url}api/v1/{division.Code}/bulk/Financial/TransactionLines?$select=ID&$filter=Type ge 0";
        for (var next = path; next is not null; )
        {
            var reply = await caller.Get(next);
            Assert.All(reply.Results, row => Assert.True(seen.Add(row.GetProperty("ID").GetGuid())));
            next = reply.Next;
        }
        Assert.Equal(division.Ledger.Lines.Count, seen.Count);
    }
}
