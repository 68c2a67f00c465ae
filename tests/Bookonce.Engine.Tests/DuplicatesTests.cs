using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Duplicates;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Matching;
using Bookonce.Engine.Answer;
using Bookonce.Engine.Duplicates;
using Bookonce.Sandbox.ExactOnline;
using Bookonce.Sandbox.World;
using Connection = Bookonce.Domain.Connections.Connection;
using DocumentKind = Bookonce.Domain.Documents.DocumentKind;

namespace Bookonce.Engine.Tests;

public sealed class DuplicatesTests
{
    [Theory]
    [InlineData(Mode.Book)]
    [InlineData(Mode.Watch)]
    public async Task What_stands_twice_in_the_demo_world_is_found_whole_and_nothing_else_is_accused(Mode mode)
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await town.Connect(settings => settings with { Mode = mode });

        var run = await town.Run(connection);
        var found = await Find(town, connection);

        Assert.Equal(found.Findings.Count, run.Counts.Duplicates);
        Assert.All(found.Findings, finding => Assert.IsType<Finding.Twins>(finding));
        var twins = found.Findings.Cast<Finding.Twins>().ToDictionary(finding => finding.Document.Id);
        Assert.Equal(8, twins.Count);
        Assert.All(
            town.Sandboxes.Truth.Twice,
            truth =>
                Assert.Equal(
                    truth.Copies.Select(copy => copy.EntryId).Order(),
                    twins[truth.Id].Of.Select(twin => twin.Entry.EntryId).Order()
                )
        );
    }

    [Fact]
    public async Task Every_copy_of_the_demo_world_is_found_and_no_look_alike_is_taken_for_one()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await town.Connect();
        await town.Run(connection, isPreview: true);

        var books = await town.Store.LoadBooks(connection.Administration.Id);
        var documents = await town.Store.LoadDocuments(connection.Id);
        var verdicts = Matcher.Look(
            [.. documents.Select(document => document.Content)],
            books.Entries,
            books.Links,
            books.Denials
        );

        var truth = town.Sandboxes.Truth;
        var foreign = truth.Foreign.Select(entry => entry.EntryId).ToHashSet();
        var copies = truth.AlreadyBooked.Where(document => verdicts.ContainsKey(document.Id)).ToArray();
        Assert.Contains(copies, document => document.Copies.Any(copy => copy.Origin == CopyOrigin.OpenItem));
        Assert.Contains(copies, document => document.Copies.Any(copy => copy.Journal == "60"));
        Assert.All(
            copies,
            document =>
                Assert.Contains(
                    Candidates(verdicts[document.Id]),
                    candidate => document.Copies.Any(copy => copy.EntryId == candidate.Entry.EntryId)
                )
        );
        Assert.DoesNotContain(
            verdicts.Values.Where(verdict => verdict is Verdict.Adopt or Verdict.Twice).SelectMany(Candidates),
            candidate => foreign.Contains(candidate.Entry.EntryId)
        );
    }

    [Fact]
    public async Task Twins_say_who_made_them_and_what_is_closed_filed_and_matched()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await town.Connect();
        var document = town.Sandboxes.Truth.Twice.MinBy(truth => truth.Date)!;
        var typed = document.Copies.Single(copy => copy.Origin == CopyOrigin.Typed);
        var division = town.Division(connection);
        var entry = division.FindEntry(typed.EntryId)!;
        division.FileVatReturn(entry.Year, entry.Period);
        division.ClosePeriod(typed.Journal, entry.Year, entry.Period);

        await town.Run(connection);
        var twins = (await Find(town, connection))
            .Findings.OfType<Finding.Twins>()
            .Single(finding => finding.Document.Id == document.Id);

        var hand = twins.Of.Single(twin => twin.Entry.EntryId == typed.EntryId);
        var other = twins.Of.Single(twin => twin.Entry.EntryId != typed.EntryId);
        Assert.Equal((Maker.Hand, "Greet Lauwers"), (hand.Maker, hand.Entry.Creator));
        Assert.Equal((Maker.Unknown, "Koppeling facturatie"), (other.Maker, other.Entry.Creator));
        Assert.NotNull(other.Entry.EnteredAt);
        Assert.Equal(Known.Yes, hand.Holds(KeepReason.Filed));
        Assert.Equal(Known.Yes, hand.Holds(KeepReason.Closed));
        Assert.NotEqual(Known.Unknown, hand.Holds(KeepReason.Matched));
        Assert.NotEqual(Known.Unknown, hand.Holds(KeepReason.Corrected));
    }

    [Fact]
    public async Task What_is_closed_and_filed_is_read_when_there_are_twins_but_not_with_every_run()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await town.Connect();

        await town.Run(connection);
        var first = (await town.Store.LoadBooks(connection.Administration.Id)).Masters!.Closings;
        await town.Run(connection);
        var second = (await town.Store.LoadBooks(connection.Administration.Id)).Masters!.Closings;

        Assert.NotNull(first?.Returns);
        Assert.Equal(first.ReadAt, second!.ReadAt);
    }

    [Fact]
    public async Task Twins_that_a_person_told_apart_are_not_found_again()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await town.Connect();
        await town.Run(connection);
        var duplicates = new FindDuplicates(town.Store, town.Synchroniser);
        var finding = (await Find(town, connection)).Findings[0];
        var line = finding.Entries.Last(twin => !twin.IsLinked).Entry.LineId;

        await duplicates.NotTheSame(connection, finding.Key, line);
        await town.Run(connection);

        Assert.DoesNotContain((await Find(town, connection)).Findings, other => other.Key == finding.Key);
        await Assert.ThrowsAsync<AnswerOutdatedException>(() => duplicates.NotTheSame(connection, finding.Key, line));
    }

    [Fact]
    public async Task A_sloppy_copy_of_a_booked_document_is_found_by_the_next_run()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await town.Connect();
        await town.Run(connection);
        var books = await town.Store.LoadBooks(connection.Administration.Id);
        var link = books.Links.First(link => link.Origin == LinkOrigin.Booked && link.Kind == DocumentKind.Invoice);
        var content = (await town.Store.LoadDocuments(connection.Id))
            .Single(document => document.Content.Id == link.DocumentId)
            .Content;
        var division = town.Division(connection);
        var sloppy = division.DraftOf(division.FindEntry(link.EntryId)!) with
        {
            EntryNumber = null,
            ExternalLinkReference = null,
            YourRef = null,
            Description = content.Number.Replace(" ", "", StringComparison.Ordinal),
        };
        var copy = division.EnterSalesEntry(sloppy, ByHand).Id;

        await town.Run(connection);

        var twins = (await Find(town, connection))
            .Findings.OfType<Finding.Twins>()
            .Single(finding => finding.Document.Id == content.Id);
        Assert.Equal([link.EntryId, copy], twins.Of.Select(twin => twin.Entry.EntryId));
        Assert.Equal(Maker.Bookonce, twins.Of[0].Maker);
    }

    static readonly Entered ByHand = new(new Actor(new Guid("00000000-0000-0000-0000-00000000000a"), "Greet Lauwers"));

    static Task<FoundDuplicates> Find(Town town, Connection connection) =>
        new FindDuplicates(town.Store, town.Synchroniser).In(connection);

    static IEnumerable<Candidate> Candidates(Verdict verdict) =>
        verdict switch
        {
            Verdict.Adopt(var candidate) => [candidate],
            Verdict.Ask(var candidates) => candidates,
            Verdict.Twice(var twins) => twins,
            _ => [],
        };
}
