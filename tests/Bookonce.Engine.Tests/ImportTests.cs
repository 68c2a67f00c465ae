using Bookonce.Domain.Connections;
using Bookonce.Domain.Import;
using Bookonce.Engine.Import;
using Bookonce.Sandbox.ExactOnline;
using Bookonce.Sandbox.World;

namespace Bookonce.Engine.Tests;

/// <summary>Customers of Exact come into Teamleader once each, whatever is lost or pressed twice.</summary>
public sealed class ImportTests
{
    const string Tag = "Exact Online Import";

    [Fact]
    public async Task The_missing_are_created_and_tagged_once_and_the_others_are_linked()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await Connected(town);
        var before = Cards(town);

        var shown = await Importing(town).Look(connection);
        Assert.Equal(before, Cards(town));
        var result = await Importing(town).Import(connection, shown);

        Assert.Equal(["Drukkerij Nieuw BV", "Nieuwkomer"], shown.ToCreate.Select(one => one.Customer.Relation.Name));
        Assert.Equal(
            (shown.Matched.Count, 2, 0, null),
            (result.Linked, result.Created, result.Refused.Count, result.Unanswered)
        );
        Assert.Equal(before + 2, Cards(town));
        var company = town.Sandboxes.TeamleaderState.Companies.Single(one => one.Tags.Contains(Tag));
        Assert.Equal(
            ("Drukkerij Nieuw BV", "BE0411905847", "Dorp 1"),
            (company.Name, company.VatNumber, company.Addresses[0].Address.Line1)
        );
        var contact = town.Sandboxes.TeamleaderState.Contacts.Single(one => one.Tags.Contains(Tag));
        Assert.Equal((null, "Nieuwkomer"), (contact.FirstName, contact.LastName));
    }

    [Fact]
    public async Task A_second_click_does_nothing_also_with_the_list_of_the_first()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await Connected(town);
        var shown = await Importing(town).Look(connection);
        await Importing(town).Import(connection, shown);
        var links = (await town.Store.LoadBooks(connection.Administration.Id)).RelationLinks;
        var cards = Cards(town);

        var again = await Importing(town).Import(connection, shown);

        Assert.Equal((0, 0), (again.Linked, again.Created));
        Assert.Equal(cards, Cards(town));
        Assert.Equal(links, (await town.Store.LoadBooks(connection.Administration.Id)).RelationLinks);
    }

    [Fact]
    public async Task A_lost_answer_creates_no_second_customer()
    {
        using var handler = new LosesAnswers("/companies.add", 1);
        await using var town = await Town.Build(WorldSize.Demo, handler: handler);
        var connection = await Connected(town);
        var before = Cards(town);
        var shown = await Importing(town).Look(connection);

        var first = await Importing(town).Import(connection, shown);
        var second = await Importing(town).Import(connection, shown);

        Assert.Equal("Drukkerij Nieuw BV", first.Unanswered?.Relation.Name);
        Assert.Equal((0, 1), (first.Created, first.Left));
        Assert.Equal((1, 1, null), (second.Linked, second.Created, second.Unanswered));
        Assert.Equal((1, before + 2), (handler.Lost, Cards(town)));
        Assert.Empty(await town.Store.LoadCustomerIntents(connection.Administration.Id));
    }

    [Fact]
    public async Task What_never_arrived_is_waited_for_and_not_sent_again_at_once()
    {
        using var handler = new NeverArrives("/companies.add");
        await using var town = await Town.Build(WorldSize.Demo, handler: handler);
        var connection = await Connected(town);
        var shown = await Importing(town).Look(connection);
        await Importing(town).Import(connection, shown);

        var again = await Importing(town).Look(connection);
        await Importing(town).Import(connection, again);

        Assert.Equal("Drukkerij Nieuw BV", Assert.Single(again.Waiting).Customer.Relation.Name);
        Assert.Equal(1, handler.Seen);
    }

    [Fact]
    public async Task What_Teamleader_refuses_is_told_and_the_others_go_on()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await Connected(
            town,
            new AccountDraft("Aardig BV") { VatNumber = "BE0400000001", Country = "BELG" }
        );

        var result = await Importing(town).Import(connection, await Importing(town).Look(connection));

        Assert.Equal("Aardig BV", Assert.Single(result.Refused).Customer.Relation.Name);
        Assert.Equal(2, result.Created);
    }

    [Fact]
    public async Task What_was_not_shown_is_not_created()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await Connected(town);
        var shown = await Importing(town).Look(connection);
        town.Division(connection).AddAccount(new AccountDraft("Later BV"));
        var before = Cards(town);

        var refused = await Assert.ThrowsAsync<CannotBeDoneException>(() => Importing(town).Import(connection, shown));

        Assert.Equal(("importOutdated", before), (refused.Problem.Code, Cards(town)));
    }

    /// <summary>A connection that has read both sides, with two customers in Exact that nobody knows in Teamleader.</summary>
    static async Task<Connection> Connected(Town town, AccountDraft? before = null)
    {
        var connection = await town.Connect(startDate: new DateOnly(2026, 10, 1));
        await town.Run(connection, isPreview: true);
        var division = town.Division(connection);
        if (before is not null)
            division.AddAccount(before);
        division.AddAccount(
            new AccountDraft("Drukkerij Nieuw BV")
            {
                VatNumber = "BE0411905847",
                AddressLine1 = "Dorp 1",
                Postcode = "9000",
                City = "Gent",
                Country = "BE",
            }
        );
        division.AddAccount(new AccountDraft("Nieuwkomer"));
        return connection;
    }

    static int Cards(Town town) =>
        town.Sandboxes.TeamleaderState.Companies.Count + town.Sandboxes.TeamleaderState.Contacts.Count;

    static Importing Importing(Town town) => new(town.Store, town.Vendors, town.Synchroniser, town.Clock);
}
