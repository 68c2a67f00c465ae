using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Problems;
using Bookonce.Engine.Store;

namespace Bookonce.Storage.Tests;

public sealed class DeactivationTests
{
    static readonly CustomerKey Elan = new(CustomerKind.Company, Memory.Id(8));

    [Fact]
    public async Task Deactivating_ends_what_was_named_and_nothing_else()
    {
        using var memory = await Memory.Open();
        var store = memory.Store;
        await store.SaveDocuments(
            memory.Office,
            memory.Connection.Id,
            [Memory.Invoice(10, "2026 / 1"), Memory.Invoice(11, "2026 / 2")]
        );
        await store.Adopt(memory.Office, [Memory.Link(10, 51, null, 1), Memory.Link(11, 52, null, 2)]);
        await store.LinkRelation(memory.Office, new RelationLink(Elan, Memory.Id(60)));
        await store.LinkRelation(
            memory.Office,
            new RelationLink(Elan with { Kind = CustomerKind.Contact }, Memory.Id(61))
        );
        var deactivation = new Deactivation(Memory.Now, new DateOnly(2026, 3, 1), true);

        await store.Deactivate(memory.Office, memory.Connection.Id, deactivation, [Memory.Id(11)], [Elan]);

        var books = await store.LoadBooks(memory.Administration.Id);
        Assert.Equal(Memory.Id(10), Assert.Single(books.Links).DocumentId);
        Assert.Equal(CustomerKind.Contact, Assert.Single(books.RelationLinks).Customer.Kind);
        var connection = Assert.Single(await store.Connections());
        Assert.Equal(deactivation, connection.Deactivation);
        Assert.Equivalent(Memory.Settings(), connection.Settings);
        Assert.True((await memory.Database.Log.Verify(memory.Administration.Id)).Holds);
    }

    [Fact]
    public async Task A_link_that_is_not_there_any_more_leaves_everything_as_it_was()
    {
        using var memory = await Memory.Open();
        await memory.Store.SaveDocuments(memory.Office, memory.Connection.Id, [Memory.Invoice(10, "2026 / 1")]);
        await memory.Store.Adopt(memory.Office, [Memory.Link(10, 51, null, 1)]);
        var deactivation = new Deactivation(Memory.Now, null, true);

        await Assert.ThrowsAnyAsync<Exception>(() =>
            memory.Store.Deactivate(memory.Office, memory.Connection.Id, deactivation, [Memory.Id(10)], [Elan])
        );

        Assert.Single((await memory.Store.LoadBooks(memory.Administration.Id)).Links);
        Assert.Null((await memory.Store.Connections())[0].Deactivation);
    }

    [Fact]
    public async Task Reconnecting_ends_the_rest_and_the_pause_with_the_settings_given()
    {
        using var memory = await Memory.Open();
        var (store, connection) = (memory.Store, memory.Connection.Id);
        await store.SaveTeamleaderPoint(memory.Office, connection, Memory.Now);
        await store.Pause(memory.Office, connection, new Problem("somebodyElseBooks", "", ""));
        await store.Deactivate(memory.Office, connection, new Deactivation(Memory.Now, null, false), [], []);
        var earlier = Memory.Settings() with { StartDate = new DateOnly(2025, 7, 1) };

        await store.Reconnect(memory.Office, connection, earlier, Memory.Now.AddHours(1));

        var again = (await store.Connections())[0];
        Assert.Equal((null, null), (again.Deactivation, again.Pause));
        Assert.Equal((earlier.StartDate, Memory.Now.AddHours(1)), (again.Settings.StartDate, again.AloneSince));
        // What lies before the old start date was never read.
        Assert.Null(await store.TeamleaderPoint(connection));
    }

    [Fact]
    public async Task A_customer_intent_stays_until_the_customer_is_seen_or_refused()
    {
        using var memory = await Memory.Open();
        var (store, intent) = (memory.Store, Memory.CustomerIntent);
        await store.BeginCustomer(memory.Office, intent);
        await store.BeginCustomer(memory.Office, intent with { LastTry = Memory.Now.AddHours(1) });

        Assert.Equal(
            [intent with { LastTry = Memory.Now.AddHours(1) }],
            await store.LoadCustomerIntents(memory.Administration.Id)
        );

        await store.ConfirmCustomer(memory.Office, intent, Elan);

        Assert.Empty(await store.LoadCustomerIntents(memory.Administration.Id));
        Assert.Equal(
            [new RelationLink(Elan, intent.Account)],
            (await store.LoadBooks(memory.Administration.Id)).RelationLinks
        );

        await store.BeginCustomer(memory.Office, intent);
        await store.RefuseCustomer(memory.Office, intent, "no");

        Assert.Empty(await store.LoadCustomerIntents(memory.Administration.Id));
    }
}
