using Bookonce.Domain.Documents;
using Bookonce.Engine.Release;
using Bookonce.Sandbox.World;

namespace Bookonce.Engine.Tests;

/// <summary>Released documents are looked at again, so one whose entry still stands is found, not doubled.</summary>
public sealed class ReleaseTests
{
    [Fact]
    public async Task What_is_released_is_adopted_again_and_nothing_is_booked_twice()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await town.Connect(startDate: new DateOnly(2026, 9, 1));
        var first = await town.Run(connection);
        var releasing = new Releasing(town.Store, town.Synchroniser);
        var before = town.Entries(connection).Count();

        var list = await releasing.List(connection, new DateOnly(2026, 9, 15));
        await releasing.Release(connection, list);

        var documents = await town.Store.LoadDocuments(connection.Id);
        var released = list.Released.Select(one => one.Document.Id).ToHashSet();
        Assert.All(
            documents.Where(document => document.Content.Date >= list.From),
            document => Assert.NotEqual(DocumentStatus.Linked, document.Outcome.Status)
        );
        Assert.InRange(released.Count, 5, first.Counts.Booked + first.Counts.Adopted - 1);

        var again = await town.Run(connection);

        Assert.Equal((0, released.Count), (again.Counts.Booked, again.Counts.Adopted));
        Assert.Equal(before, town.Entries(connection).Count());
    }

    [Fact]
    public async Task A_list_that_changed_since_it_was_shown_releases_nothing()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await town.Connect(startDate: new DateOnly(2026, 10, 1));
        await town.Run(connection);
        var releasing = new Releasing(town.Store, town.Synchroniser);
        var shown = await releasing.List(connection, new DateOnly(2026, 10, 1));
        await releasing.Release(connection, await releasing.List(connection, new DateOnly(2026, 10, 26)));

        var refused = await Assert.ThrowsAsync<CannotBeDoneException>(() => releasing.Release(connection, shown));

        Assert.Equal("listOutdated", refused.Problem.Code);
        Assert.NotEmpty((await town.Store.LoadBooks(connection.Administration.Id)).Links);
    }
}
