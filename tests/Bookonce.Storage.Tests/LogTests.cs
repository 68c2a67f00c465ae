using Bookonce.Domain.Documents;
using Bookonce.Domain.Problems;
using Bookonce.Engine.Store;
using Microsoft.Data.Sqlite;

namespace Bookonce.Storage.Tests;

public sealed class LogTests
{
    [Fact]
    public async Task A_fact_and_its_line_in_the_log_are_written_together_or_not_at_all()
    {
        using var memory = await Memory.Open();
        await memory.Store.SaveDocuments(
            memory.Office,
            memory.Connection.Id,
            [Memory.Invoice(10, "1"), Memory.Invoice(11, "2")]
        );
        var before = await memory.Count("log");

        // The second link takes the first one's entry, so the first must not be there either.
        await Assert.ThrowsAsync<DuplicateException>(() =>
            memory.Store.Adopt(memory.Office, [Memory.Link(10, 51, 50, 1), Memory.Link(11, 51, 50, 1)])
        );

        Assert.Equal(0, await memory.Count("links"));
        Assert.Equal(before, await memory.Count("log"));
        Assert.All(
            await memory.Store.LoadDocuments(memory.Connection.Id),
            document => Assert.Equal(DocumentStatus.New, document.Outcome.Status)
        );

        await memory.Store.Adopt(memory.Office, [Memory.Link(10, 51, 50, 1)]);
        Assert.Equal(before + 1, await memory.Count("log"));
    }

    [Fact]
    public async Task An_outcome_is_logged_only_when_it_changed()
    {
        using var memory = await Memory.Open();
        await memory.Store.SaveDocuments(
            memory.Office,
            memory.Connection.Id,
            [Memory.Invoice(10, "1"), Memory.Invoice(11, "2")]
        );
        var before = await memory.Count("log");
        DocumentOutcome[] outcomes =
        [
            new(Memory.Id(10), DocumentStatus.Ask, new Problem("question", "Is it?", "Say so.")),
            new(Memory.Id(11), DocumentStatus.Book),
        ];

        await memory.Store.SaveOutcomes(memory.Office, outcomes);
        await memory.Store.SaveOutcomes(memory.Office, outcomes);

        Assert.Equal(before + 2, await memory.Count("log"));
        Assert.Equal(outcomes, (await memory.Store.LoadDocuments(memory.Connection.Id)).Select(one => one.Outcome));
    }

    [Theory]
    [InlineData("UPDATE log SET data = '{}'")]
    [InlineData("DELETE FROM log")]
    public async Task The_database_itself_refuses_to_change_the_log(string sql)
    {
        using var memory = await Written();

        var refusal = await Assert.ThrowsAsync<SqliteException>(() => memory.Sql(sql));
        Assert.Contains("append-only", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_says_amounts_and_hashes_but_no_names()
    {
        using var memory = await Written();
        await memory.Store.BeginRelation(memory.Office, Memory.RelationIntent(30, 8));
        await memory.Store.RefuseRelation(memory.Office, Memory.Id(30), "Élan nv is not welcome");

        var text = (string)(await memory.Sql("SELECT group_concat(data) FROM log"))!;
        Assert.Contains("\"gross\":121.00", text, StringComparison.Ordinal);
        Assert.Contains("bodyHash", text, StringComparison.Ordinal);
        Assert.DoesNotContain("lan nv", text, StringComparison.Ordinal);
    }

    /// <summary>Five lines: connection, office, intent, another try, its answer.</summary>
    static async Task<Memory> Written()
    {
        var memory = await Memory.Open(nameof(LogTests));
        await memory.Store.BeginIntent(memory.Office, Memory.Intent(20, 10, 1));
        memory.Time.Advance(TimeSpan.FromMinutes(1));
        await memory.Store.BeginTry(memory.Office, Memory.Id(20), memory.Time.GetUtcNow());
        await memory.Store.AnswerTry(memory.Office, Memory.Id(20), "no");
        Assert.Equal(5, await memory.Count("log"));
        return memory;
    }
}
