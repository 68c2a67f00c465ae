using Bookonce.Engine.Numbers;
using Bookonce.Engine.Release;
using Bookonce.Sandbox.World;

namespace Bookonce.Engine.Tests;

/// <summary>Numbers are not given again by themselves; a person may say so once nothing stands there any more.</summary>
public sealed class GoingOnTests
{
    [Fact]
    public async Task A_series_goes_on_where_Exact_does_once_its_last_entries_were_deleted_by_hand()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await town.Connect();
        await town.Run(connection);
        await town.Run(connection);
        var books = await town.Store.LoadBooks(connection.Administration.Id);
        var last = books.Links.Where(link => link.Series.Journal == "70").MaxBy(link => link.BookingNumber)!;
        var goingOn = new GoingOnAt(town.Store, town.Synchroniser, town.Clock);

        var refused = await Assert.ThrowsAsync<CannotBeDoneException>(() =>
            goingOn.Say(connection, last.Series, last.BookingNumber)
        );
        Assert.Equal("numberStands", refused.Problem.Code);

        var division = town.Division(connection);
        division.DeleteEntry(division.FindEntry(last.EntryId)!);
        var releasing = new Releasing(town.Store, town.Synchroniser);
        var date = town.Sandboxes.Truth.Documents.Single(document => document.Id == last.DocumentId).Date;
        await town.Run(connection, isPreview: true);
        await releasing.Release(connection, await releasing.List(connection, date));
        await goingOn.Say(connection, last.Series, last.BookingNumber);
        await town.Run(connection);

        var again = (await town.Store.FindPlace(connection.Administration.Id, last.DocumentId)).Link!;
        Assert.Equal((last.Series, last.BookingNumber), (again.Series, again.BookingNumber));
    }
}
