using Bookonce.Domain.Connections;
using Bookonce.Domain.Duplicates;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Repair;
using Bookonce.Engine.Duplicates;
using Bookonce.Engine.Repair;
using Bookonce.Sandbox.World;
using Connection = Bookonce.Domain.Connections.Connection;

namespace Bookonce.Engine.Tests;

/// <summary>What stands twice is removed with a plan that a person approved, and comes back by undoing it.</summary>
public sealed class RepairTests
{
    static readonly DateOnly Start = new(2026, 9, 1);

    [Fact]
    public async Task The_least_harmful_plan_removes_what_is_too_many_and_nothing_else()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await town.Connect();
        await town.Run(connection);
        var before = town.Books(connection);

        var (end, plan) = await town.Repair(connection, choice => choice.Options.Recommended!);

        Assert.Equal(RepairKind.RemoveSurplus, plan.Kind);
        Assert.Empty(Assert.IsType<RepairEnd.Done>(end).Differences);
        var removed = plan.Cost.Deleted.Select(entry => entry.EntryId).ToHashSet();
        Assert.NotEmpty(removed);
        Assert.Equal(before.Where(entry => !removed.Contains(entry.Key)), town.Books(connection));
        Assert.Equal(plan.Cost.LeftOpen, (await Twins(town, connection)).Count);
        var again = await town.Run(connection);
        Assert.Equal(0, again.Counts.Booked);
    }

    [Fact]
    public async Task Undoing_it_puts_everything_back_under_its_own_number()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await town.Connect();
        await town.Run(connection);
        var before = town.Books(connection);
        var links = await Links(town, connection);
        var (_, plan) = await town.Repair(connection, choice => choice.Options.Recommended!);

        var undo = await town.Undo(connection);

        Assert.IsType<RepairEnd.Done>(undo);
        Assert.Equal(before.Values.Order(), town.Books(connection).Values.Order());
        Assert.Equal(links, await Links(town, connection));
        var document = town.NewInvoice(connection);
        Assert.Equal(1, (await town.Run(connection)).Counts.Booked);
        Assert.Contains(await Links(town, connection), link => link.Item1 == document);
        Assert.Equal(plan.Cases.Count, (await Twins(town, connection)).Count);
    }

    [Fact]
    public async Task A_rebuild_books_everything_again_from_a_date_on_with_numbers_that_run_on()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await town.Connect(startDate: Start);
        await town.Run(connection);
        var before = town.Books(connection);
        var links = await Links(town, connection);

        var (end, plan) = await town.Repair(connection, choice => Of(choice, RepairKind.RebuildFromDate));

        Assert.Empty(Assert.IsType<RepairEnd.Done>(end).Differences);
        var again = plan.Steps.OfType<RepairStep.BookAgain>().ToArray();
        Assert.NotEmpty(again);
        foreach (var series in again.GroupBy(step => step.Series))
        {
            var numbers = town.Entries(connection)
                .Where(entry => entry.Journal.Code == series.Key.Journal && entry.Year == series.Key.Year)
                .Select(entry => entry.EntryNumber)
                .ToHashSet();
            var (first, last) = (series.Min(step => step.Number)!.Value, series.Max(step => step.Number)!.Value);
            Assert.All(Enumerable.Range(first, last - first + 1), number => Assert.Contains(number, numbers));
        }
        await town.AssertEntriesEqualDocuments(connection);
        Assert.Equal(0, (await town.Run(connection)).Counts.Booked);

        Assert.IsType<RepairEnd.Done>(await town.Undo(connection));
        Assert.Equal(before.Values.Order(), town.Books(connection).Values.Order());
        Assert.Equal(links, await Links(town, connection));
    }

    static RepairPlan Of(RepairChoice choice, RepairKind kind) =>
        choice.Options.Plans.Single(plan => plan.Kind == kind);

    static async Task<IReadOnlyList<Finding>> Twins(Town town, Connection connection) =>
        [
            .. (await new FindDuplicates(town.Store, town.Synchroniser).In(connection)).Findings.Where(finding =>
                finding is Finding.Twins
            ),
        ];

    static async Task<IReadOnlyList<(Guid, SeriesKey, int)>> Links(Town town, Connection connection) =>
        [
            .. (await town.Store.LoadBooks(connection.Administration.Id))
                .Links.Select(link => (link.DocumentId, link.Series, link.BookingNumber))
                .Order(),
        ];
}
