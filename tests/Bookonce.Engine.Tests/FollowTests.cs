using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Bookonce.Engine.Store;
using Bookonce.Sandbox.ExactOnline;
using Bookonce.Sandbox.World;
using Microsoft.Extensions.Time.Testing;

namespace Bookonce.Engine.Tests;

public sealed class FollowTests
{
    [Fact]
    public async Task A_deletion_is_noticed_even_when_the_start_date_moves_meanwhile()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await town.Connect(startDate: new DateOnly(2026, 7, 1));
        await town.Run(connection, isPreview: true);
        var division = town.Division(connection);
        var typed = (
            from document in town.Sandboxes.Truth.AlreadyBooked
            where document.Date < new DateOnly(2026, 6, 1) && document.Copies is [{ Slips: CopySlips.None }]
            from entry in division.Entries
            where entry.Id == document.Copies[0].EntryId
            select entry
        ).First();
        AllowDeleting(town);
        division.DeleteEntry(typed);

        await town.Store.SaveSettings(connection.Id, connection.Settings with { StartDate = new DateOnly(2025, 9, 1) });
        await town.Run(connection);

        var links = (await town.Store.LoadBooks(connection.Administration.Id)).Links;
        Assert.DoesNotContain(links, link => link.EntryId == typed.Id);
    }

    [Fact]
    public async Task When_the_newest_lines_are_deleted_the_mirror_is_not_read_anew()
    {
        var wire = new Watched(new FakeTimeProvider());
        await using var town = await Town.Build(WorldSize.Demo, handler: wire);
        var connection = await town.Connect();
        await town.Run(connection);
        await town.Run(connection, isPreview: true);
        AllowDeleting(town);
        var filled = Fills(wire);

        for (var again = 0; again < 2; again++)
        {
            DeleteNewest(town.Division(connection));
            DeleteNewest(town.Division(connection));
            await town.Run(connection, isPreview: true);
            await town.Run(connection, isPreview: true);
        }

        Assert.Equal(filled, Fills(wire));
        var mirror = (await town.Store.LoadBooks(connection.Administration.Id)).Entries;
        Assert.Equal(
            town.Entries(connection).Where(entry => entry.SalesLines.Count > 0).Select(entry => entry.Id).Order(),
            mirror.Where(entry => entry.IsSales).Select(entry => entry.EntryId).Order()
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task When_Exact_gave_out_new_row_versions_the_mirror_is_read_anew(bool isNewestDeleted)
    {
        var wire = new Watched(new FakeTimeProvider());
        await using var town = await Town.Build(WorldSize.Demo, handler: wire);
        var connection = await town.Connect();
        await town.Run(connection);
        await town.Run(connection, isPreview: true);
        if (isNewestDeleted)
        {
            AllowDeleting(town);
            DeleteNewest(town.Division(connection));
            await town.Run(connection, isPreview: true);
        }
        var filled = Fills(wire);

        // All of them are lower than what was read before.
        wire.Instead = request =>
            request.RequestUri!.AbsolutePath is var path
            && (
                path.EndsWith("/sync/Deleted", StringComparison.Ordinal)
                || path.EndsWith("/sync/Financial/TransactionLines", StringComparison.Ordinal)
            )
                ? new HttpResponseMessage { Content = new StringContent("""{"d":{"results":[]}}""") }
                : null;
        await town.Run(connection, isPreview: true);

        Assert.True(Fills(wire) > filled);
    }

    static int Fills(Watched wire) =>
        wire.Calls.Count(call => call.Path.EndsWith("/bulk/Financial/TransactionLines", StringComparison.Ordinal));

    static void DeleteNewest(Division division) =>
        division.DeleteEntry(
            division
                .Entries.Where(entry => entry.SalesLines.Count > 0)
                .MaxBy(entry => entry.Lines.Max(line => line.RowVersion))!
        );

    static void AllowDeleting(Town town)
    {
        var state = town.Sandboxes.ExactState;
        state.Switches = state.Switches with
        {
            DeleteMatched = DelicateAnswer.Accepted,
            DeleteProcessed = DelicateAnswer.Accepted,
        };
    }

    [Fact]
    public async Task A_document_that_was_deleted_in_Teamleader_is_not_booked()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await town.Connect();
        await town.Run(connection, isPreview: true);
        var query = new DocumentQuery(connection.Id, DocumentKind.Invoice, Status: DocumentStatus.Book, Take: 1);
        var last = (await town.ReadSide.Documents(query)).Rows[0];
        town.Sandboxes.TeamleaderState.DeleteInvoice(last.Id);

        await town.Run(connection);

        Assert.DoesNotContain(
            town.Entries(connection),
            entry => entry.ExternalLinkReference == DocumentMark.Of(DocumentKind.Invoice, last.Id)
        );
        Assert.Contains(
            (await town.ReadSide.Problems(connection.Id, 0, 1_000)).Rows,
            row => row.DocumentId == last.Id && row.Problem.Code == "documentGone"
        );
    }

    [Fact]
    public async Task A_booked_entry_that_was_deleted_in_Exact_is_shown_and_not_booked_again()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await town.Connect();
        await town.Run(connection);
        // The mirror sees its own entries in the next run.
        await town.Run(connection);
        var link = (await town.Store.LoadBooks(connection.Administration.Id)).Links.First(link =>
            link.Origin == LinkOrigin.Booked
        );
        var division = town.Division(connection);
        division.DeleteEntry(division.Entries.Single(entry => entry.Id == link.EntryId));

        var run = await town.Run(connection);

        Assert.Equal(0, run.Counts.Booked);
        var row = (await town.ReadSide.Problems(connection.Id, 0, 1_000)).Rows.Single(row =>
            row.DocumentId == link.DocumentId
        );
        Assert.Equal(("entryGone", DocumentStatus.Linked), (row.Problem.Code, row.Status));
    }

    [Fact]
    public async Task Relations_that_were_merged_in_Exact_are_no_question_any_more()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await town.Connect();
        await town.Run(connection);
        var asked = (await town.ReadSide.Problems(connection.Id, 0, 1_000)).Rows.First(row =>
            row.Problem.Code == "relationTwice"
        );
        var division = town.Division(connection);
        var doubled = division
            .Accounts.Where(account => account.VatNumber is not null)
            .GroupBy(account => account.VatNumber, StringComparer.Ordinal)
            .First(same => same.Count() > 1);
        division.DeleteAccount(doubled.Last(account => division.Entries.All(entry => entry.Customer != account)));

        await town.Run(connection);

        Assert.DoesNotContain(
            (await town.ReadSide.Problems(connection.Id, 0, 1_000)).Rows,
            row => row.DocumentId == asked.DocumentId
        );
    }
}
