using Bookonce.Domain.Connections;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Numbering;
using Bookonce.Sandbox.ExactOnline;
using Bookonce.Sandbox.Host;
using Bookonce.Sandbox.World;

namespace Bookonce.Engine.Tests;

public sealed class LostAnswerTests
{
    [Theory]
    [InlineData(Supplied.Honoured)]
    [InlineData(Supplied.Ignored)]
    public async Task A_lost_answer_books_nothing_twice_and_the_entry_is_found_by_looking(Supplied entryNumber)
    {
        using var handler = new LosesAnswers("/salesentry/SalesEntries", every: 7);
        await using var town = await Build(entryNumber, handler);
        var connection = await town.Connect();

        var run = await town.Run(connection);

        Assert.True(handler.Lost > 10);
        Assert.Equal(run.Counts.Booked, AssertOnce(town, connection));
        Assert.Empty((await town.Store.LoadBooks(connection.Administration.Id)).Intents);
    }

    [Fact]
    public async Task Where_Exact_refuses_numbers_it_is_let_to_number_and_that_is_learned()
    {
        await using var town = await Build(Supplied.Refused, handler: null);
        var connection = await town.Connect();

        var run = await town.Run(connection);

        Assert.Equal(run.Counts.Booked, AssertOnce(town, connection));
        Assert.True(run.Counts.Booked > 300);
        var books = await town.Store.LoadBooks(connection.Administration.Id);
        var used = books.Links.Where(link => link.Origin == LinkOrigin.Booked).Select(link => link.Series).ToHashSet();
        Assert.All(
            books.Series.Where(series => used.Contains(series.Key)),
            series => Assert.Equal(NumberingMode.ExactNumbers, series.Numbering)
        );
    }

    [Fact]
    public async Task A_lost_refusal_keeps_its_series_waiting_and_books_nothing_twice()
    {
        using var handler = new LosesAnswers("/salesentry/SalesEntries", every: 1);
        await using var town = await Build(Supplied.Refused, handler);
        var connection = await town.Connect();

        var run = await town.Run(connection);

        Assert.True(run.Counts.Waiting > 300);
        Assert.Equal(run.Counts.Booked, AssertOnce(town, connection));
    }

    static Task<Town> Build(Supplied entryNumber, LosesAnswers? handler) =>
        Town.Build(
            WorldSize.Demo,
            options: new SandboxOptions { ExactSwitches = new ExactOnlineSwitches { EntryNumber = entryNumber } },
            handler: handler
        );

    /// <summary>How many entries carry our mark; none of them a second time.</summary>
    static int AssertOnce(Town town, Connection connection)
    {
        var marks = town.Entries(connection).Select(entry => entry.ExternalLinkReference).OfType<string>().ToArray();
        Assert.Equal(marks.Length, marks.Distinct(StringComparer.Ordinal).Count());
        return marks.Length;
    }

    [Fact]
    public async Task A_lost_answer_makes_no_second_relation()
    {
        using var handler = new LosesAnswers("/crm/Accounts", every: 3);
        await using var town = await Town.Build(WorldSize.Demo, handler: handler);
        var connection = await town.Connect();
        var before = town.Relations(connection).Select(relation => relation.Id).ToHashSet();

        await town.Run(connection);

        Assert.True(handler.Lost > 5);
        var made = town.Relations(connection)
            .Where(relation => !before.Contains(relation.Id))
            .Select(relation => relation.Name);
        Assert.DoesNotContain(made.GroupBy(name => name, StringComparer.Ordinal), same => same.Count() > 1);
    }
}
