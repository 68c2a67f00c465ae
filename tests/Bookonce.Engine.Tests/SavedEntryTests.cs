using Bookonce.Engine.Repair;
using Bookonce.ExactOnline;
using Bookonce.Sandbox.World;

namespace Bookonce.Engine.Tests;

/// <summary>What was saved of an entry is enough to enter it again under its own number.</summary>
public sealed class SavedEntryTests
{
    [Fact]
    public async Task Entries_that_are_deleted_come_back_as_they_were_saved()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await town.Connect();
        var access = await town.Store.FindAccess(connection.Administration.ExactAccess);
        var division = town.Vendors.Exact(access!).Division(connection.Administration.Division);
        var newest = division.WholeSalesEntries.Read(Filter.Eq("Journal", "70"), "EntryNumber desc", top: 6);
        var entries = await newest.ToListAsync();
        var back = 0;

        foreach (var entry in entries)
        {
            var saved = SavedEntries.Of(entry, []);
            try
            {
                await division.SalesEntries.Delete(entry.EntryID);
            }
            catch (ExactOnlineException refused) when (refused.IsAnswered)
            {
                // Matched, closed or filed; what may be deleted is tried.
                continue;
            }
            var body = SavedEntries.Body(saved, saved.Series, saved.Number, document: null);
            var created = await division.SalesEntries.Create(body);

            var now = await division.WholeSalesEntries.Read(Filter.Eq("EntryID", created.EntryID)).SingleAsync();
            Assert.Empty(saved.ChangesTo(SavedEntries.Of(now, [])));
            Assert.NotEqual(0, saved.Amount);
            back++;
        }
        Assert.InRange(back, 3, entries.Count);
    }
}
