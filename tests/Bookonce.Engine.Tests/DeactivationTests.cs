using Bookonce.Domain.Connections;
using Bookonce.Domain.Entries;
using Bookonce.Engine.Deactivate;
using Bookonce.Engine.Previews;
using Bookonce.Engine.Release;
using Bookonce.Engine.Repair;
using Bookonce.Sandbox.ExactOnline;
using Bookonce.Sandbox.World;

namespace Bookonce.Engine.Tests;

/// <summary>The way of those who mend by hand: deactivate, delete in Exact, connect again, synchronise.</summary>
public sealed class DeactivationTests
{
    static readonly DateOnly Start = new(2026, 10, 1);
    static readonly DateOnly Disconnect = new(2026, 10, 15);
    static readonly Entered ByHand = new(new Actor(new Guid("6f1d2c58-0d3c-4f0b-9a51-5d1a3f7f6a12"), "Els"));

    [Fact]
    public async Task A_deactivated_connection_books_nothing_until_it_is_connected_again()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await town.Connect(startDate: Start);
        await town.Run(connection);
        var before = town.Entries(connection).Count();
        var list = await Deactivating(town).List(connection, Disconnect);
        Assert.NotEmpty(list.Release.Released);

        await Deactivating(town).Deactivate(connection, list, disconnectCustomers: false);

        var refused = await Assert.ThrowsAsync<CannotBeDoneException>(() => town.Run(connection));
        Assert.Equal("deactivated", refused.Problem.Code);
        var preview = await town.Run(connection, isPreview: true);
        Assert.Equal((null, before), (preview.Failure, town.Entries(connection).Count()));

        var offer = await Reconnecting(town).Look(connection);
        await Reconnecting(town).Reconnect(connection, offer.Wanted.StartDate);
        var again = await town.Run(connection);

        // What was released still stands, so it is found and not booked again.
        Assert.Equal((0, list.Release.Released.Count), (again.Counts.Booked, again.Counts.Adopted));
        Assert.Equal(before, town.Entries(connection).Count());
        Assert.Null((await town.Store.Connections())[0].Pause);
    }

    [Fact]
    public async Task Settings_and_relations_stay_and_are_offered_again()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await town.Connect(startDate: Start);
        await town.Run(connection);
        var relations = (await town.Store.LoadBooks(connection.Administration.Id)).RelationLinks;
        await Deactivate(town, connection, null, disconnectCustomers: false);

        var offer = await Reconnecting(town).Look(connection);

        Assert.Equivalent(connection.Settings, offer.Connection.Settings);
        Assert.Equal(Start, offer.Wanted.StartDate);
        var books = await town.Store.LoadBooks(connection.Administration.Id);
        Assert.Equal(relations, books.RelationLinks);
        Assert.NotEmpty(books.Links);
    }

    [Fact]
    public async Task Customers_are_disconnected_only_when_that_is_asked_for_and_are_found_again()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await town.Connect(startDate: Start);
        await town.Run(connection);
        var relations = (await town.Store.LoadBooks(connection.Administration.Id)).RelationLinks.Count;
        Assert.NotEqual(0, relations);

        var list = await Deactivate(town, connection, Start, disconnectCustomers: true);

        Assert.Equal(relations, list.Customers.Count);
        Assert.Empty((await town.Store.LoadBooks(connection.Administration.Id)).RelationLinks);
        var accounts = town.Relations(connection).Count;
        await town.Run(connection, isPreview: true);
        await Reconnecting(town).Reconnect(connection, Start);
        await town.Run(connection);
        Assert.Equal(accounts, town.Relations(connection).Count);
    }

    [Fact]
    public async Task A_later_start_date_ends_no_link_and_an_earlier_one_shows_what_it_would_book()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await town.Connect(startDate: Start);
        await town.Run(connection);
        await Deactivate(town, connection, null, disconnectCustomers: false);
        var links = (await town.Store.LoadBooks(connection.Administration.Id)).Links.Count;

        var later = await Reconnecting(town).Look(connection, Start.AddDays(20));
        var earlier = await Reconnecting(town).Look(connection, Start.AddDays(-20));

        Assert.Equal(Linked(later.Kept), Linked(later.Wanted));
        Assert.True(earlier.IsMoved);
        Assert.True(earlier.Wanted.Documents.Count > earlier.Kept.Documents.Count);

        await Reconnecting(town).Reconnect(connection, later.Wanted.StartDate);
        await town.Run(connection);
        Assert.Equal(links, (await town.Store.LoadBooks(connection.Administration.Id)).Links.Count);
    }

    [Fact]
    public async Task What_people_typed_meanwhile_is_adopted_and_stops_nobody()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await town.Connect(startDate: Start);
        await town.Run(connection);
        var link = (await town.Store.LoadBooks(connection.Administration.Id)).Links.Last(link =>
            link.Origin == LinkOrigin.Booked
        );
        await Deactivate(town, connection, Start, disconnectCustomers: false);
        var division = town.Division(connection);
        var entry = division.FindEntry(link.EntryId)!;
        var draft = division.DraftOf(entry) with { EntryNumber = null, ExternalLinkReference = null };
        division.DeleteEntry(entry);
        var typed = division.EnterSalesEntry(draft, ByHand with { At = town.Clock.GetUtcNow().AddMinutes(1) });

        await town.Run(connection, isPreview: true);
        await Reconnecting(town).Reconnect(connection, Start);
        var run = await town.Run(connection);

        Assert.Null((await town.Store.Connections())[0].Pause);
        Assert.NotEqual(0, run.Counts.Adopted);
        var links = (await town.Store.LoadBooks(connection.Administration.Id)).Links;
        Assert.Contains(links, now => (now.DocumentId, now.EntryId) == (link.DocumentId, typed.Id));
    }

    [Fact]
    public async Task A_list_that_is_another_one_by_now_ends_nothing()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await town.Connect(startDate: Start);
        await town.Run(connection);
        var shown = await Deactivating(town).List(connection, Start);
        var releasing = new Releasing(town.Store, town.Synchroniser);
        await releasing.Release(connection, await releasing.List(connection, Disconnect));

        var refused = await Assert.ThrowsAsync<CannotBeDoneException>(() =>
            Deactivating(town).Deactivate(connection, shown, disconnectCustomers: false)
        );

        Assert.Equal("listOutdated", refused.Problem.Code);
        Assert.Null((await town.Store.Connections())[0].Deactivation);
    }

    [Fact]
    public async Task A_repair_that_is_not_through_keeps_its_links()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await town.Connect();
        await town.Run(connection);
        var plan = (await town.Planning().Plan(connection, new RepairWish())).Options.Recommended!;
        await town.Planning().Approve(connection, new RepairWish(), plan.Seal);

        var list = await Deactivating(town).List(connection, Start);

        Assert.Equal("repairOpen", list.Refusal?.Code);
        await Assert.ThrowsAsync<CannotBeDoneException>(() =>
            Deactivating(town).Deactivate(connection, list, disconnectCustomers: false)
        );
    }

    [Fact]
    public async Task Neither_can_be_done_twice()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await town.Connect(startDate: Start);

        var early = await Assert.ThrowsAsync<CannotBeDoneException>(() =>
            Reconnecting(town).Reconnect(connection, Start)
        );
        await Deactivate(town, connection, null, disconnectCustomers: false);
        var late = await Assert.ThrowsAsync<CannotBeDoneException>(() =>
            Deactivate(town, connection, null, disconnectCustomers: false)
        );

        Assert.Equal(("notDeactivated", "deactivatedAlready"), (early.Problem.Code, late.Problem.Code));
    }

    static int Linked(Preview preview) => preview.Documents.Count(row => row.Link is not null);

    static Deactivating Deactivating(Town town) => new(town.Store, town.Synchroniser, town.Clock);

    static Reconnecting Reconnecting(Town town) =>
        new(
            town.Store,
            town.Synchroniser,
            new Previewing(town.Store, town.Vendors, town.Synchroniser, town.Clock),
            town.Clock
        );

    static async Task<DeactivationList> Deactivate(
        Town town,
        Connection connection,
        DateOnly? from,
        bool disconnectCustomers
    )
    {
        var list = await Deactivating(town).List(connection, from);
        await Deactivating(town).Deactivate(connection, list, disconnectCustomers);
        return list;
    }
}
