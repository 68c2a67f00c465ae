using System.Globalization;

namespace Bookonce.Sandbox.Tests.ExactOnline;

public sealed class SyncTests
{
    [Fact]
    public async Task A_sync_reads_what_changed_behind_a_row_version_in_pages_of_a_thousand()
    {
        await using var caller = await Caller.Start();
        for (var i = 0; i < 400; i++)
            caller.Books.Division.EnterSalesEntry(caller.Books.Invoice());
        var reply = await caller.Get("sync/Financial/TransactionLines?$filter=Timestamp gt 1L&$select=Timestamp,ID");
        var seen = reply.Results.ToList();
        Assert.Equal(1000, seen.Count);
        seen.AddRange((reply = await caller.Get(reply.Next!)).Results);
        Assert.Null(reply.Next);
        var versions = seen.Select(row => row.GetProperty("Timestamp").GetInt64()).ToArray();
        Assert.Equal(1200, versions.Length);
        Assert.Equal(versions.Order(), versions);

        var entry = caller.Books.Division.Entries[0];
        await caller.Put($"salesentry/SalesEntries(guid'{entry.Id}')", new { YourRef = "later" });
        var news = await caller.Get(
            string.Create(
                CultureInfo.InvariantCulture,
                $"sync/Financial/TransactionLines?$filter=Timestamp gt {versions[^1]}&$select=YourRef"
            )
        );
        Assert.Equal(["later", "later", "later"], news.Results.Select(row => row.GetProperty("YourRef").GetString()));
    }

    [Fact]
    public async Task Deleted_rows_are_told_by_kind_for_two_months()
    {
        await using var caller = await Caller.Start();
        var entry = caller.Books.Division.EnterSalesEntry(caller.Books.Invoice());
        await caller.Delete($"salesentry/SalesEntries(guid'{entry.Id}')");
        var lines = await caller.Get("sync/Deleted?$filter=Timestamp gt 1L and EntityType eq 1");
        Assert.Equal(
            entry.Lines.Select(line => line.Id),
            lines.Results.Select(row => row.GetProperty("EntityKey").GetGuid())
        );

        caller.Books.Clock.Advance(TimeSpan.FromDays(63));
        await caller.Connect();
        Assert.Empty((await caller.Get("sync/Deleted?$filter=Timestamp gt 1L")).Results);
    }

    [Fact]
    public async Task A_starting_timestamp_is_told_for_a_date()
    {
        await using var caller = await Caller.Start();
        caller.Books.Division.EnterSalesEntry(caller.Books.Invoice());
        caller.Books.Clock.Advance(TimeSpan.FromDays(2));
        await caller.Connect();
        caller.Books.Division.EnterSalesEntry(caller.Books.Invoice());
        var start = await caller.Get(
            "read/sync/Sync/SyncTimestamp?modified=datetime'2026-03-04'&endPoint='TransactionLines'"
        );
        var version = Assert.Single(start.Results).GetProperty("TimeStampAsBigInt").GetInt64();
        var news = await caller.Get(
            string.Create(
                CultureInfo.InvariantCulture,
                $"sync/Financial/TransactionLines?$filter=Timestamp gt {version}L&$select=EntryNumber"
            )
        );
        Assert.Equal(
            [26700002, 26700002, 26700002],
            news.Results.Select(row => row.GetProperty("EntryNumber").GetInt32())
        );
    }
}
