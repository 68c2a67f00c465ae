using Bookonce.Domain.Documents;
using Bookonce.Domain.Duplicates;
using Bookonce.Domain.Repair;
using Bookonce.Engine.Duplicates;
using Bookonce.Engine.Repair;
using Bookonce.Sandbox.ExactOnline;
using Bookonce.Sandbox.Host;
using Bookonce.Sandbox.World;
using Connection = Bookonce.Domain.Connections.Connection;

namespace Bookonce.Engine.Tests;

/// <summary>An undo leaves nothing of its repair behind, is known to be done, and can be undone itself.</summary>
public sealed class RepairUndoTests
{
    [Fact]
    public async Task A_difference_that_was_accepted_is_told_again_and_accepted_again()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var (connection, link) = await RepairedCase.Booked(town);
        RepairedCase.Change(town, connection, link);
        await town.Run(connection);
        var told = await RepairedCase.Told(town, connection, link);
        await RepairedCase.Mend(town, connection, link, RepairKind.Accept);

        Assert.IsType<RepairEnd.Done>(await town.Undo(connection));
        await town.Run(connection);
        Assert.Equal(told, await RepairedCase.Told(town, connection, link));

        Assert.IsType<RepairEnd.Done>(await town.Undo(connection));
        await town.Run(connection);
        Assert.Null(await RepairedCase.Told(town, connection, link));
    }

    [Fact]
    public async Task Twins_that_were_taken_back_stand_there_twice_again()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await town.Connect();
        await town.Run(connection);
        var (before, twins) = (town.Books(connection), await Twins(town, connection));
        await town.Repair(connection, choice => choice.Options.Plans.Single(plan => plan.Kind == RepairKind.Reverse));

        Assert.IsType<RepairEnd.Done>(await town.Undo(connection));

        Assert.Equal(before, town.Books(connection));
        await town.Run(connection);
        Assert.Equal(twins, await Twins(town, connection));

        Assert.IsType<RepairEnd.Done>(await town.Undo(connection));
        await town.Run(connection);
        Assert.True(await Twins(town, connection) < twins);
    }

    [Fact]
    public async Task Where_Exact_gives_numbers_of_its_own_what_is_put_back_is_found_under_them()
    {
        var switches = new ExactOnlineSwitches { EntryNumber = Supplied.Ignored };
        await using var town = await Town.Build(
            WorldSize.Demo,
            options: new SandboxOptions { ExactSwitches = switches }
        );
        var connection = await town.Connect();
        await town.Run(connection, isPreview: true);
        var before = town.Books(connection);
        var twins = (await town.Planning().Plan(connection, new RepairWish())).Meant[0];
        var (_, plan) = await town.Repair(
            connection,
            choice => choice.Options.Plans.Single(plan => plan.Kind == RepairKind.RemoveSurplus),
            new RepairWish { Cases = [twins.Key] }
        );

        Assert.IsType<RepairEnd.Done>(await town.Undo(connection));

        Assert.NotEmpty(plan.Cost.Deleted);
        Assert.Equal(before.Count, town.Books(connection).Count);
    }

    [Fact]
    public async Task A_text_that_was_empty_is_emptied_again()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var (connection, link) = await RepairedCase.Booked(town);
        var division = town.Division(connection);
        var entry = division.FindEntry(link.EntryId)!;
        division.ChangeSalesEntry(
            entry,
            division.DraftOf(entry) with
            {
                EntryDate = entry.Date.AddDays(1),
                YourRef = null,
                PaymentReference = null,
            }
        );
        await town.Run(connection);
        var typed = town.Books(connection);
        Assert.IsType<RepairEnd.Done>(await RepairedCase.Mend(town, connection, link, RepairKind.Correct));
        Assert.NotEqual(typed, town.Books(connection));

        Assert.IsType<RepairEnd.Done>(await town.Undo(connection));

        Assert.Equal(typed, town.Books(connection));
    }

    [Fact]
    public async Task What_came_back_before_an_undo_was_given_up_does_not_come_back_twice()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await town.Connect();
        await town.Run(connection);
        var before = town.Books(connection);
        await town.Repair(connection, choice => choice.Options.Recommended!);
        var planning = town.Planning();
        var repair = (await planning.Repairs(connection))[^1];
        var plan = await planning.PlanUndo(connection, repair.Id);
        var back = plan.Steps.OfType<RepairStep.PutBack>().ToArray();
        Assert.True(back.Length > 1);
        var undo = await planning.ApproveUndo(connection, repair.Id, plan.Seal);
        var taken = Take(town, connection, back[^1]);
        Assert.IsType<RepairEnd.Halted>(await town.GoOn(connection, undo.Id));
        await town.Repairing().GiveUp(connection, undo.Id);
        town.Division(connection).DeleteEntry(taken);

        var rest = await planning.PlanUndo(connection, repair.Id);

        Assert.Equal(back[^1].Saved.EntryId, Assert.Single(rest.Steps.OfType<RepairStep.PutBack>()).Saved.EntryId);
        var second = await planning.ApproveUndo(connection, repair.Id, rest.Seal);
        Assert.IsType<RepairEnd.Done>(await town.GoOn(connection, second.Id));
        Assert.Equal(before.Values.Order(), town.Books(connection).Values.Order());
    }

    [Fact]
    public async Task What_a_later_repair_went_on_with_is_not_undone_before_that()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var (connection, link) = await RepairedCase.Booked(town);
        RepairedCase.Change(town, connection, link);
        await town.Run(connection);
        await RepairedCase.Mend(town, connection, link, RepairKind.BookAgain);
        var again = await RepairedCase.LinkOf(town, connection, link.DocumentId);
        RepairedCase.Change(town, connection, again!);
        await town.Run(connection);
        await RepairedCase.Mend(town, connection, again!, RepairKind.Correct);
        var planning = town.Planning();
        var first = (await planning.Repairs(connection))[0];

        var refused = await Assert.ThrowsAsync<CannotBeDoneException>(() => planning.PlanUndo(connection, first.Id));

        Assert.Equal("undoLaterFirst", refused.Problem.Code);
        Assert.IsType<RepairEnd.Done>(await town.Undo(connection));
        Assert.Empty((await planning.PlanUndo(connection, first.Id)).Obstacles);
    }

    /// <summary>Somebody enters something else under the number of what is to come back.</summary>
    static Entry Take(Town town, Connection connection, RepairStep.PutBack back)
    {
        var division = town.Division(connection);
        var other = division.Entries.First(entry => entry.Journal.Code == back.Series.Journal);
        return division.EnterSalesEntry(
            division.DraftOf(other) with
            {
                EntryNumber = back.Number,
                Year = back.Series.Year,
                YourRef = "something else",
                ExternalLinkReference = null,
            }
        );
    }

    static async Task<int> Twins(Town town, Connection connection) =>
        (await new FindDuplicates(town.Store, town.Synchroniser).In(connection)).Findings.Count(finding =>
            finding is Finding.Twins
        );
}
