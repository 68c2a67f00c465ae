using System.Net;
using System.Text;
using Bookonce.Domain.Connections;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Proof;
using Bookonce.Engine.Proof;
using Bookonce.Sandbox.ExactOnline;
using Bookonce.Sandbox.World;
using Microsoft.Extensions.Time.Testing;
using Link = Bookonce.Domain.Entries.Link;

namespace Bookonce.Engine.Tests;

/// <summary>What the statement says, against what stands in the sandboxes.</summary>
public sealed class ProvingTests
{
    [Fact]
    public async Task After_a_run_what_is_open_is_what_people_slipped_at_and_the_rest_agrees()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await Synchronised(town);

        var whole = (await Proving(town).Prove(connection)).Statement;

        var documents = town
            .Sandboxes.Truth.Documents.Where(document => document.DepartmentId == connection.Department)
            .Where(document => whole.From <= document.Date && document.Date <= whole.To)
            .ToArray();
        Assert.Equal(new DateOnly(2026, 1, 1), whole.From);
        Assert.Equal(documents.Length, whole.Documents + whole.NothingToBook);
        Assert.Equal(
            documents.Where(document => document.Copies.Count > 1).Select(document => document.Number).Order(),
            whole.Open.Where(open => open.Reason == OpenReason.Twice).Select(open => open.Number).Order()
        );
        Assert.Empty(
            documents
                .Where(document => document.Copies is [] or [{ Slips: CopySlips.None }])
                .Select(document => document.Id)
                .Intersect(whole.Open.Where(open => open.Reason != OpenReason.NotBooked).Select(open => open.Document))
        );
        // Between the last two that are open everything is in order.
        var open = whole.Open.Select(open => documents.Single(document => document.Id == open.Document).Date).ToArray();
        var agrees = (await Proving(town).Prove(connection, open[^3].AddDays(1), open[^2].AddDays(-1))).Statement;
        Assert.InRange(agrees.Documents, 5, whole.Documents);
        Assert.Equal(new ProofOutcome.Agrees(agrees.Documents), agrees.Outcome);
        Assert.Equal((agrees.Documents, agrees.Documents), (agrees.Entries, agrees.OneToOne));
        Assert.All(agrees.Totals, row => Assert.Equal(0, row.Difference));
        Assert.All(
            agrees.Vat,
            row =>
                Assert.Equal(
                    (row.DocumentsTaxable, (decimal?)row.DocumentsVat),
                    (row.EntriesTaxable!.Value, row.EntriesVat)
                )
        );
    }

    [Fact]
    public async Task An_entry_that_was_changed_by_a_cent_since_the_run_is_found()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await Synchronised(town);
        var line = Line(town, connection, await LastBooked(town, connection));
        var division = town.Division(connection);
        var draft = new SalesLineDraft(line.GLAccount.Id, line.AmountFC, line.VatCode.Code, line.Description);

        division.ChangeSalesLine(line, draft with { AmountFC = line.AmountFC + 0.01m, VatAmountFC = line.VatAmountFC });
        Assert.Equal(OpenReason.AmountDiffers, await ReasonOf(town, connection, line));

        division.ChangeSalesLine(line, draft with { AmountFC = line.AmountFC, VatAmountFC = line.VatAmountFC - 0.01m });
        Assert.Equal(OpenReason.VatDiffers, await ReasonOf(town, connection, line));
    }

    [Fact]
    public async Task Lines_that_were_cut_off_are_read_to_their_end()
    {
        using var watched = new Watched(new FakeTimeProvider());
        await using var town = await Town.Build(WorldSize.Demo, handler: watched);
        var connection = await Synchronised(town);
        var entry = town.Division(connection).FindEntry((await LastBooked(town, connection)).EntryId)!;
        watched.Instead = request =>
            IsOfEntries(request)
                ? Answer(
                    $$$"""{"d":{"results":[{"EntryID":"{{{entry.Id}}}","AmountFC":{{{entry.AmountFC}}},"Currency":"{{{entry.Currency}}}","SalesEntryLines":{"results":[]}}]}}"""
                )
                : null;

        var made = await Proving(town).Prove(connection, entry.Date, entry.Date);

        Assert.DoesNotContain(made.Statement.Open, open => open.Number == entry.YourRef);
        Assert.Contains(watched.Calls, call => call.Path.EndsWith("/SalesEntryLines", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_Exact_does_not_show_is_not_proved()
    {
        using var watched = new Watched(new FakeTimeProvider());
        await using var town = await Town.Build(WorldSize.Demo, handler: watched);
        var connection = await Synchronised(town);
        var entry = town.Division(connection).FindEntry((await LastBooked(town, connection)).EntryId)!;
        watched.Instead = request => IsOfEntries(request) ? Answer("""{"d":{"results":[]}}""") : null;

        var made = await Proving(town).Prove(connection, entry.Date, entry.Date);

        Assert.IsType<ProofOutcome.NotProved>(made.Statement.Outcome);
        Assert.False(made.IsProved);
        Assert.All(made.Statement.Vat, row => Assert.Null(row.EntriesVat));
    }

    [Fact]
    public async Task A_statement_and_its_page_name_the_last_line_of_the_log_and_many_entries_are_read_in_a_call()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await Synchronised(town);

        var told = new List<ProofProgress>();
        var made = await Proving(town).Prove(connection, progress: told.Add);

        Assert.Equal(64, made.Log.Hash.Length);
        Assert.Equal((await town.ReadSide.LogEnd(connection.Administration.Id)), made.Log);
        Assert.Equal(told[^1].Total, told[^1].Done);
        Assert.InRange(made.ExactCalls, 1, (made.Statement.Entries / 40) + 1);
        using var page = new MemoryStream();
        ProofPage.Write(page, made);
        var html = Encoding.UTF8.GetString(page.ToArray());
        Assert.Contains($"bookonce log verify --until {made.Log.Hash}", html, StringComparison.Ordinal);
        Assert.Contains(made.Statement.Outcome.Words, html, StringComparison.Ordinal);
        Assert.All(made.Statement.Open, open => Assert.Contains(open.Number, html, StringComparison.Ordinal));
        Assert.DoesNotContain("http", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2025-08-31", null, "periodNotRead")]
    [InlineData("2026-03-02", "2026-03-01", "periodBackwards")]
    public async Task A_period_of_which_nothing_can_be_said_is_refused(string from, string? to, string code)
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await town.Connect(startDate: new DateOnly(2026, 3, 1));
        var last = to is null ? (DateOnly?)null : DateOnly.Parse(to);
        await town.Run(connection, isPreview: true);

        var refused = await Assert.ThrowsAsync<CannotBeDoneException>(() =>
            Proving(town).Prove(connection, DateOnly.Parse(from), last)
        );

        Assert.Equal(code, refused.Problem.Code);
    }

    [Fact]
    public async Task Before_the_first_run_nothing_is_said()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await town.Connect();

        var refused = await Assert.ThrowsAsync<CannotBeDoneException>(() => Proving(town).Prove(connection));

        Assert.Equal("notReadYet", refused.Problem.Code);
    }

    static bool IsOfEntries(HttpRequestMessage request) =>
        request.RequestUri!.AbsolutePath.EndsWith("/SalesEntries", StringComparison.Ordinal);

    static HttpResponseMessage Answer(string json) =>
        new(HttpStatusCode.OK) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    static Proving Proving(Town town) => new(town.Store, town.ReadSide, town.Vendors, town.Synchroniser, town.Clock);

    /// <summary>What was to be booked is booked, and the mirror has seen it.</summary>
    static async Task<Connection> Synchronised(Town town)
    {
        var connection = await town.Connect();
        await town.Run(connection);
        await town.Run(connection);
        return connection;
    }

    static async Task<Link> LastBooked(Town town, Connection connection) =>
        (await town.Store.LoadBooks(connection.Administration.Id)).Links.Last(link =>
            link.Origin == LinkOrigin.Booked
            && town.Division(connection).FindEntry(link.EntryId) is { SalesLines: [{ VatAmountFC: > 0 }, ..] }
        );

    static SalesLine Line(Town town, Connection connection, Link link) =>
        town.Division(connection).FindEntry(link.EntryId)!.SalesLines[0];

    static async Task<OpenReason> ReasonOf(Town town, Connection connection, SalesLine line)
    {
        var made = await Proving(town).Prove(connection, line.Entry.Date, line.Entry.Date);
        return made.Statement.Open.Single(open => open.Number == line.Entry.YourRef).Reason;
    }
}
