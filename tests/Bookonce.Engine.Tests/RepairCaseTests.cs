using Bookonce.Domain.Documents;
using Bookonce.Domain.Duplicates;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Repair;
using Bookonce.Engine.Duplicates;
using Bookonce.Engine.Repair;
using Bookonce.Sandbox.World;
using Connection = Bookonce.Domain.Connections.Connection;
using Link = Bookonce.Domain.Entries.Link;

namespace Bookonce.Engine.Tests;

/// <summary>Every case that can be repaired, in every way there is.</summary>
public sealed class RepairCaseTests
{
    [Fact]
    public async Task An_entry_that_somebody_changed_is_corrected_under_its_own_number()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var (connection, link) = await RepairedCase.Booked(town);
        var before = town.Books(connection);
        RepairedCase.Change(town, connection, link);
        await town.Run(connection);

        var end = await RepairedCase.Mend(town, connection, link, RepairKind.Correct);

        Assert.IsType<RepairEnd.Done>(end);
        Assert.Equal(before, town.Books(connection));
        Assert.Null(await RepairedCase.Told(town, connection, link));
    }

    [Fact]
    public async Task Undoing_a_correction_brings_back_what_somebody_typed()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var (connection, link) = await RepairedCase.Booked(town);
        RepairedCase.Change(town, connection, link);
        await town.Run(connection);
        var typed = town.Books(connection);
        await RepairedCase.Mend(town, connection, link, RepairKind.Correct);

        Assert.IsType<RepairEnd.Done>(await town.Undo(connection));

        Assert.Equal(typed, town.Books(connection));
    }

    [Fact]
    public async Task An_entry_that_somebody_changed_is_booked_again_under_its_own_number()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var (connection, link) = await RepairedCase.Booked(town);
        var before = town.Books(connection).Values.Order().ToArray();
        RepairedCase.Change(town, connection, link);
        await town.Run(connection);

        Assert.IsType<RepairEnd.Done>(await RepairedCase.Mend(town, connection, link, RepairKind.BookAgain));

        Assert.Equal(before, town.Books(connection).Values.Order());
        Assert.Equal(link.BookingNumber, (await RepairedCase.LinkOf(town, connection, link.DocumentId))!.BookingNumber);
    }

    [Fact]
    public async Task A_difference_that_a_person_accepts_changes_nothing_in_Exact()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var (connection, link) = await RepairedCase.Booked(town);
        RepairedCase.Change(town, connection, link);
        await town.Run(connection);
        var before = town.Books(connection);

        Assert.IsType<RepairEnd.Done>(await RepairedCase.Mend(town, connection, link, RepairKind.Accept));

        Assert.Equal(before, town.Books(connection));
        Assert.Null(await RepairedCase.Told(town, connection, link));
    }

    [Fact]
    public async Task A_document_whose_entry_is_gone_is_booked_again_under_its_own_number()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var (connection, link) = await RepairedCase.Booked(town);
        var before = town.Books(connection).Values.Order().ToArray();
        var division = town.Division(connection);
        division.DeleteEntry(division.FindEntry(link.EntryId)!);
        await town.Run(connection);

        Assert.IsType<RepairEnd.Done>(await RepairedCase.Mend(town, connection, link, RepairKind.BookAgain));

        Assert.Equal(before, town.Books(connection).Values.Order());
        Assert.Null(await RepairedCase.Told(town, connection, link));
    }

    [Fact]
    public async Task A_twin_that_is_taken_back_stays_with_its_opposite_and_is_not_asked_about_again()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await town.Connect();
        await town.Run(connection);
        var before = town.Books(connection);
        var total = town.Entries(connection).Sum(entry => entry.AmountDC);

        var (end, plan) = await town.Repair(
            connection,
            choice => choice.Options.Plans.Single(plan => plan.Kind == RepairKind.Reverse)
        );

        Assert.IsType<RepairEnd.Done>(end);
        var reversed = plan.Steps.OfType<RepairStep.ReverseEntry>().ToArray();
        Assert.NotEmpty(reversed);
        var after = town.Books(connection);
        Assert.Equal(before, after.Where(entry => before.ContainsKey(entry.Key)));
        Assert.Equal(before.Count + reversed.Length, after.Count);
        Assert.Equal(
            total - reversed.Sum(step => town.Division(connection).FindEntry(step.Entry.EntryId)!.AmountDC),
            town.Entries(connection).Sum(entry => entry.AmountDC)
        );
        var run = await town.Run(connection);
        Assert.Equal((0, plan.Cost.LeftOpen), (run.Counts.Booked, run.Counts.Twice));
        var found = await new FindDuplicates(town.Store, town.Synchroniser).In(connection);
        Assert.Equal(plan.Cost.LeftOpen, found.Findings.Count);
    }

    [Fact]
    public async Task A_document_that_must_go_in_Teamleader_loses_its_entry_first()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var (connection, link) = await RepairedCase.Booked(town);
        var before = town.Books(connection);
        var wish = new RepairWish { Withdrawn = new HashSet<Guid> { link.DocumentId } };
        var planning = town.Planning();
        var plan = (await planning.Plan(connection, wish)).Options.Plans.Single(plan =>
            plan.Kind == RepairKind.RemoveSurplus
        );
        var repair = await planning.Approve(connection, wish, plan.Seal);

        var asks = Assert.IsType<RepairEnd.AsksPerson>(await town.Repairing().Go(connection, repair.Id));

        Assert.IsType<PersonCheck.DocumentGone>(asks.Step.Check);
        before.Remove(link.EntryId);
        Assert.Equal(before, town.Books(connection));
        var account = town.Sandboxes.TeamleaderState;
        account.DeleteInvoice(link.DocumentId);
        Assert.IsType<RepairEnd.Done>(await town.Repairing().Go(connection, repair.Id));
        Assert.Equal(0, (await town.Run(connection)).Counts.Booked);
    }
}
