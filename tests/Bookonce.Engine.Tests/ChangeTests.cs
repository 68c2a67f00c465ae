using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Duplicates;
using Bookonce.Domain.Entries;
using Bookonce.Engine.Answer;
using Bookonce.Engine.Duplicates;
using Bookonce.Engine.Store;
using Bookonce.Sandbox.ExactOnline;
using Bookonce.Sandbox.World;
using Link = Bookonce.Domain.Entries.Link;

namespace Bookonce.Engine.Tests;

/// <summary>What people do on either side after booking is noticed in the next run, shown for what it is, and repaired by nobody.</summary>
public sealed class ChangeTests
{
    static readonly Entered ByHand = new(new Actor(new Guid("6f1d2c58-0d3c-4f0b-9a51-5d1a3f7f6a12"), "Els"));

    [Fact]
    public async Task An_entry_that_got_another_number_is_shown_until_that_is_accepted()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var (connection, link) = await Booked(town);
        var division = town.Division(connection);
        var entry = division.FindEntry(link.EntryId)!;
        division.ChangeSalesEntry(entry, division.DraftOf(entry) with { EntryNumber = link.BookingNumber + 5_000 });

        await town.Run(connection);

        Assert.Equal("entryRenumbered", await Told(town, connection, link));
        await new Answering(town.Store, town.Synchroniser, town.Clock).Accept(connection, link.DocumentId);
        await town.Run(connection);
        Assert.Null(await Told(town, connection, link));
        Assert.Equal(link.BookingNumber + 5_000, (await LinkOf(town, connection, link)).BookingNumber);
    }

    [Fact]
    public async Task An_entry_that_was_changed_is_shown_with_what_it_said_before()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var (connection, link) = await Booked(town);
        var before = await town.Run(connection);
        var division = town.Division(connection);
        var entry = division.FindEntry(link.EntryId)!;
        division.ChangeSalesEntry(entry, division.DraftOf(entry) with { EntryDate = entry.Date.AddDays(1) });

        var run = await town.Run(connection);

        Assert.Equal(before.Counts.ToLookAt + 1, run.Counts.ToLookAt);
        Assert.Equal("entryEdited", await Told(town, connection, link));
    }

    [Fact]
    public async Task A_document_that_was_changed_or_renumbered_is_shown_and_not_booked_again()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var (connection, link) = await Booked(town);
        var account = town.Sandboxes.TeamleaderState;
        var invoice = account.FindInvoice(link.DocumentId)!;
        account.Change(invoice with { Number = $"{invoice.Number}B" });

        var run = await town.Run(connection);

        Assert.Equal("documentRenumbered", await Told(town, connection, link));
        Assert.Equal(0, run.Counts.Booked);
    }

    [Fact]
    public async Task The_deletion_of_the_last_document_is_noticed_though_nothing_tells_of_it()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var (connection, _) = await Booked(town);
        var links = (await town.Store.LoadBooks(connection.Administration.Id)).Links;
        var account = town.Sandboxes.TeamleaderState;
        var last = account
            .Invoices.Where(invoice => invoice.Booked && invoice.DepartmentId == connection.Department)
            .Last();
        account.DeleteInvoice(last.Id);

        await town.Run(connection);

        var link = links.Single(link => link.DocumentId == last.Id);
        Assert.Equal("documentGone", await Told(town, connection, link));
    }

    [Fact]
    public async Task An_entry_that_was_deleted_before_the_mirror_saw_it_is_noticed_all_the_same()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await town.Connect();
        await town.Run(connection);
        var link = (await town.Store.LoadBooks(connection.Administration.Id)).Links.First(link =>
            link.Origin == LinkOrigin.Booked
        );
        var division = town.Division(connection);
        division.DeleteEntry(division.FindEntry(link.EntryId)!);

        await town.Run(connection);

        Assert.Equal("entryGone", await Told(town, connection, link));
    }

    [Fact]
    public async Task An_entry_typed_in_place_of_one_that_the_mirror_never_saw_is_no_twin()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await town.Connect();
        await town.Run(connection);
        var link = (await town.Store.LoadBooks(connection.Administration.Id)).Links.First(link =>
            link is { Origin: LinkOrigin.Booked, Kind: DocumentKind.Invoice }
        );
        var division = town.Division(connection);
        var entry = division.FindEntry(link.EntryId)!;
        var draft = division.DraftOf(entry) with { EntryNumber = null, ExternalLinkReference = null };
        division.DeleteEntry(entry);
        var typed = division.EnterSalesEntry(draft, ByHand with { At = town.Clock.GetUtcNow().AddMinutes(1) });

        await town.Run(connection);

        Assert.Equal("entryReplaced", await Told(town, connection, link));
        var found = await new FindDuplicates(town.Store, town.Synchroniser).In(connection);
        var finding = Assert.Single(found.Findings, finding => finding.Key.EndsWith($"{link.DocumentId:N}"));
        Assert.Equal(typed.Id, Assert.Single(Assert.IsType<Finding.EntryGone>(finding).Replacements).Entry.EntryId);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_mirror_that_may_have_missed_deletions_is_read_again(bool wasAway)
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var (connection, link) = await Booked(town);
        var books = await town.Store.LoadBooks(connection.Administration.Id);
        var phantom = books.Entries[0] with { LineId = link.DocumentId, EntryId = link.DocumentId };
        // Either the line read last is no more, or nobody followed for two months.
        var point = wasAway
            ? books.Point with
            {
                FollowedAt = town.Clock.GetUtcNow().AddDays(-60),
            }
            : books.Point with
            {
                LastLine = link.DocumentId,
            };
        var office = await town.Store.TakeOffice(connection.Administration.Id);
        await town.Store.SaveEntries(office, [phantom], [], point);

        await town.Run(connection);

        var after = await town.Store.LoadBooks(connection.Administration.Id);
        Assert.Equal(
            books.Entries.Select(entry => entry.LineId).Order(),
            after.Entries.Select(entry => entry.LineId).Order()
        );
    }

    [Fact]
    public async Task Booking_pauses_when_somebody_else_books_too_and_goes_on_when_a_person_says_so()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var (connection, link) = await Booked(town);
        var division = town.Division(connection);
        var draft = division.DraftOf(division.FindEntry(link.EntryId)!);
        // In winter Exact's wall clock seems an hour behind, so this is before connecting by ours.
        var later = ByHand with
        {
            At = town.Clock.GetUtcNow().AddMinutes(1),
        };
        division.EnterSalesEntry(draft with { EntryNumber = null, ExternalLinkReference = null }, later);

        var run = await town.Run(connection);

        Assert.Equal(1, run.Counts.Twice - FirstTwice);
        Assert.Equal("somebodyElseBooks", (await Current(town, connection)).Pause?.Code);
        await new Answering(town.Store, town.Synchroniser, town.Clock).GoOn(connection);
        Assert.Null((await Current(town, connection)).Pause);

        // Whatever the clocks say, the next one is noticed again.
        division.EnterSalesEntry(
            draft with
            {
                EntryNumber = null,
                ExternalLinkReference = null,
            },
            later with
            {
                At = later.At!.Value.AddMinutes(1),
            }
        );
        await town.Run(connection);
        Assert.Equal("somebodyElseBooks", (await Current(town, connection)).Pause?.Code);
    }

    /// <summary>What stands twice in the world from the start.</summary>
    const int FirstTwice = 8;

    /// <summary>The first documents are booked, and the mirror has seen them.</summary>
    static async Task<(Connection, Link)> Booked(Town town)
    {
        var connection = await town.Connect();
        await town.Run(connection);
        await town.Run(connection);
        var links = (await town.Store.LoadBooks(connection.Administration.Id)).Links;
        return (connection, links.First(link => link is { Origin: LinkOrigin.Booked, Kind: DocumentKind.Invoice }));
    }

    static async Task<string?> Told(Town town, Connection connection, Link link) =>
        (await town.Store.LoadDocuments(connection.Id))
            .Single(document => document.Content.Id == link.DocumentId)
            .Outcome
            is { Status: DocumentStatus.Linked } outcome
            ? outcome.Problem?.Code
            : "not linked";

    static async Task<Link> LinkOf(Town town, Connection connection, Link link) =>
        (await town.Store.LoadBooks(connection.Administration.Id)).Links.Single(now =>
            now.DocumentId == link.DocumentId
        );

    static async Task<Connection> Current(Town town, Connection connection) =>
        (await town.Store.Connections()).Single(known => known.Id == connection.Id);
}
