using Bookonce.Domain.Repair;
using Bookonce.Engine.Repair;
using Bookonce.Sandbox.World;
using Connection = Bookonce.Domain.Connections.Connection;

namespace Bookonce.Engine.Tests;

/// <summary>What stands against a repair stops it before anything is lost, and a person decides how it goes on.</summary>
public sealed class RepairRefusalTests
{
    [Fact]
    public async Task A_plan_that_the_books_have_outrun_is_not_applied()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var (connection, plan) = await Planned(town);
        var division = town.Division(connection);
        division.DeleteEntry(division.FindEntry(Removed(plan)[0])!);
        var before = town.Books(connection);

        var refused = await Assert.ThrowsAsync<CannotBeDoneException>(() =>
            town.Planning().Approve(connection, new RepairWish(), plan.Seal)
        );

        Assert.Equal("planStale", refused.Problem.Code);
        Assert.Equal(before, town.Books(connection));
    }

    [Fact]
    public async Task A_second_plan_waits_until_the_first_is_through()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var (connection, plan) = await Planned(town);
        var repair = await town.Planning().Approve(connection, new RepairWish(), plan.Seal);

        var refused = await Assert.ThrowsAsync<CannotBeDoneException>(() =>
            town.Planning().Approve(connection, new RepairWish(), plan.Seal)
        );

        Assert.Equal("repairOpen", refused.Problem.Code);
        Assert.IsType<RepairEnd.Done>(await town.GoOn(connection, repair.Id));
    }

    [Fact]
    public async Task A_repair_of_another_connection_is_not_applied()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var (connection, plan) = await Planned(town);
        var repair = await town.Planning().Approve(connection, new RepairWish(), plan.Seal);
        var other = await town.Connect();

        var refused = await Assert.ThrowsAsync<CannotBeDoneException>(() => town.Repairing().Go(other, repair.Id));

        Assert.Equal("repairUnknown", refused.Problem.Code);
    }

    [Fact]
    public async Task An_entry_that_was_matched_meanwhile_stops_the_plan_there_and_it_goes_on_once_that_is_undone()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var (connection, plan) = await Planned(town);
        var repair = await town.Planning().Approve(connection, new RepairWish(), plan.Seal);
        var division = town.Division(connection);
        var last = division.FindEntry(Removed(plan)[^1])!;
        var paid = town.Pay(connection, last);

        var end = await town.GoOn(connection, repair.Id);

        var halted = Assert.IsType<RepairEnd.Halted>(end);
        Assert.Equal(last.Id, ((RepairStep.RemoveEntry)plan.Steps[halted.At]).Entry.EntryId);
        Assert.NotNull(division.FindEntry(last.Id));
        division.Unmatch(division.ReceivableLineOf(last).Id);
        division.DeleteEntry(paid);
        Assert.IsType<RepairEnd.Done>(await town.GoOn(connection, repair.Id));
        Assert.Null(division.FindEntry(last.Id));
    }

    [Fact]
    public async Task What_is_left_of_a_plan_can_be_given_up_and_what_was_done_can_be_undone()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var (connection, plan) = await Planned(town);
        var before = town.Books(connection);
        var repair = await town.Planning().Approve(connection, new RepairWish(), plan.Seal);
        var division = town.Division(connection);
        var last = division.FindEntry(Removed(plan)[^1])!;
        division.ClosePeriod(last.Journal.Code, last.Year, last.Period);
        var halted = Assert.IsType<RepairEnd.Halted>(await town.GoOn(connection, repair.Id));
        Assert.Equal(StopReason.PeriodClosed, halted.Why.Reason);
        Assert.NotEqual(before, town.Books(connection));

        await town.Repairing().GiveUp(connection, repair.Id);
        Assert.False((await town.Planning().Repairs(connection))[0].IsOpen);
        Assert.IsType<RepairEnd.Done>(await town.Undo(connection));

        Assert.Equal(before.Values.Order(), town.Books(connection).Values.Order());
    }

    [Fact]
    public async Task While_a_plan_stands_still_no_run_books_or_adopts()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var (connection, plan) = await Planned(town);
        await town.Planning().Approve(connection, new RepairWish(), plan.Seal);
        var document = town.NewInvoice(connection);

        var held = await town.Run(connection);

        Assert.Equal((0, 0), (held.Counts.Booked, held.Counts.Adopted));
        var told = (await town.Store.LoadDocuments(connection.Id)).Single(one => one.Content.Id == document);
        Assert.Equal("repairOpen", told.Outcome.Problem?.Code);
        var repair = (await town.Planning().Repairs(connection))[0];
        Assert.IsType<RepairEnd.Done>(await town.GoOn(connection, repair.Id));
        Assert.Equal(1, (await town.Run(connection)).Counts.Booked);
    }

    static async Task<(Connection, RepairPlan)> Planned(Town town)
    {
        var connection = await town.Connect();
        await town.Run(connection);
        var choice = await town.Planning().Plan(connection, new RepairWish());
        return (connection, choice.Options.Recommended!);
    }

    static Guid[] Removed(RepairPlan plan) =>
        [.. plan.Steps.OfType<RepairStep.RemoveEntry>().Select(step => step.Entry.EntryId)];
}
