using Bookonce.Domain.Entries;
using Bookonce.Storage.Log;

namespace Bookonce.Storage.Tests;

public sealed class LogVerifyTests
{
    [Fact]
    public async Task An_untouched_log_holds_and_comes_to_the_links()
    {
        using var memory = await Written();

        var verdict = await Verify(memory);

        Assert.True(verdict.Holds);
        Assert.Equal((7, 2), (verdict.Lines, verdict.Links));
        Assert.Equal(await memory.Sql("SELECT log_hash FROM administrations"), verdict.LastHash);
        Assert.Equal(memory.Time.GetUtcNow(), verdict.LastAt);
    }

    [Theory]
    [InlineData("UPDATE log SET data = replace(data, '121', '120') WHERE sequence = 3", 3)]
    [InlineData("UPDATE log SET at = '2020-01-01T00:00:00.0000000Z' WHERE sequence = 2", 2)]
    [InlineData("UPDATE log SET subject = NULL WHERE sequence = 3", 3)]
    [InlineData("UPDATE log SET kind = 'Adopted' WHERE sequence = 5", 5)]
    [InlineData("UPDATE log SET hash = previous_hash WHERE sequence = 4", 4)]
    [InlineData("UPDATE log SET previous_hash = '' WHERE sequence = 4", 4)]
    [InlineData("UPDATE log SET sequence = 8 WHERE sequence = 7", 7)]
    [InlineData(
        "UPDATE log SET sequence = 60 WHERE sequence = 6; UPDATE log SET sequence = 6 WHERE sequence = 7; UPDATE log SET sequence = 7 WHERE sequence = 60",
        6
    )]
    [InlineData("DELETE FROM log WHERE sequence = 1", 1)]
    [InlineData("DELETE FROM log WHERE sequence = 3", 3)]
    [InlineData("DELETE FROM log WHERE sequence = 7", 7)]
    [InlineData("DELETE FROM log WHERE sequence >= 4", 4)]
    [InlineData("DELETE FROM log", 1)]
    [InlineData("UPDATE administrations SET log_sequence = 6", 7)]
    [InlineData("UPDATE administrations SET log_hash = ''", 7)]
    [InlineData(
        "INSERT INTO log SELECT administration_id, 8, at, kind, subject, data, hash, hash FROM log WHERE sequence = 7",
        8
    )]
    public async Task Tampering_is_found_where_it_begins(string tampering, long broken)
    {
        using var memory = await Written();
        await Tamper(memory, tampering);

        var verdict = await Verify(memory);

        Assert.False(verdict.Holds);
        Assert.Equal(broken, verdict.Broken?.Sequence);
        Assert.Null(verdict.Differences);
    }

    [Fact]
    public async Task A_broken_line_is_named_with_the_time_it_tells_and_the_time_before_it()
    {
        using var memory = await Written();
        await Tamper(memory, "UPDATE log SET data = '{}' WHERE sequence = 5");

        Assert.Equal(
            new BrokenLine(5, Memory.Now.AddMinutes(2), Memory.Now.AddMinutes(1)),
            (await Verify(memory)).Broken
        );
    }

    [Theory]
    [InlineData("UPDATE links SET booking_number = 3 WHERE origin = 'Booked'", "Booked 1", "Booked 3")]
    [InlineData("UPDATE links SET line_id = NULL WHERE origin = 'Booked'", "Booked 1", "Booked 1")]
    [InlineData("UPDATE links SET origin = 'Chosen' WHERE origin = 'Adopted'", "Adopted 2", "Chosen 2")]
    [InlineData("DELETE FROM links WHERE origin = 'Adopted'", "Adopted 2", "nothing")]
    [InlineData(
        "UPDATE links SET document_id = '0000000C-0000-0000-0000-000000000000' WHERE origin = 'Booked'",
        "Booked 1",
        "nothing",
        "nothing",
        "Booked 1"
    )]
    public async Task A_link_that_no_line_tells_of_is_a_difference(string tampering, params string[] pairs)
    {
        using var memory = await Written();
        await memory.Sql(tampering);

        var verdict = await Verify(memory);

        Assert.Null(verdict.Broken);
        Assert.False(verdict.Holds);
        Assert.Equal(
            pairs,
            verdict.Differences!.SelectMany(pair => new[] { Words(pair.Replayed), Words(pair.Stored) })
        );
    }

    [Fact]
    public async Task The_log_can_be_verified_up_to_a_line_that_was_written_down()
    {
        using var memory = await Written();
        var hash = (string)(await memory.Sql("SELECT hash FROM log WHERE sequence = 4"))!;
        await Tamper(memory, "UPDATE log SET data = '{}' WHERE sequence = 6");

        var line = await memory.Database.Log.Find(hash);
        var verdict = await memory.Database.Log.Verify(line!.Administration, until: line.Sequence);

        Assert.Equal((4, Memory.Now.AddMinutes(1)), (line.Sequence, line.At));
        Assert.True(verdict.Holds);
        Assert.Equal((4, hash, 1), (verdict.Lines, verdict.LastHash, verdict.Links));
        Assert.Null(verdict.Differences);
        Assert.Null(await memory.Database.Log.Find("nobody wrote this down"));
    }

    [Fact]
    public async Task A_line_of_an_administration_that_is_not_there_is_found()
    {
        using var memory = await Written();
        await Tamper(
            memory,
            "PRAGMA foreign_keys = OFF; INSERT INTO log SELECT '00000063-0000-0000-0000-000000000000', 1, at, kind, subject, data, '', hash FROM log WHERE sequence = 1"
        );

        var known = await memory.Database.Log.Administrations();

        Assert.Equal([memory.Administration.Id, Memory.Id(99)], known);
        Assert.Equal(1, (await memory.Database.Log.Verify(Memory.Id(99))).Broken?.Sequence);
    }

    [Fact]
    public async Task The_log_is_read_while_another_process_works_with_the_database()
    {
        using var memory = await Written();

        var log = await DecisionLog.OpenForReading(memory.File, memory.Time);

        Assert.True((await log.Verify(memory.Administration.Id)).Holds);
        Assert.Equal([memory.Connection.Name], (await log.Connections()).Select(connection => connection.Name));
    }

    [Fact]
    public async Task The_log_is_read_when_nobody_works_with_the_database()
    {
        using var memory = await Written();
        memory.Database.Dispose();

        var log = await DecisionLog.OpenForReading(memory.File, memory.Time);

        Assert.True((await log.Verify(memory.Administration.Id)).Holds);
    }

    [Fact]
    public async Task A_database_of_another_version_is_not_read()
    {
        using var memory = await Written();
        await memory.Sql("""UPDATE "__EFMigrationsHistory" SET migration_id = 'later'""");

        await Assert.ThrowsAsync<OtherVersionException>(() => DecisionLog.OpenForReading(memory.File, memory.Time));
    }

    [Fact]
    public async Task The_lines_about_a_document_are_found_by_its_number_as_people_write_it()
    {
        using var memory = await Written();

        var documents = await memory.Database.Log.Documents("2026 / 0001");
        var lines = await memory.Database.Log.Last(memory.Administration.Id, 3, documents);

        Assert.Equal([Memory.Id(10)], documents);
        Assert.Equal([Memory.Id(10)], await memory.Database.Log.Documents(Memory.Id(10).ToString()));
        Assert.Equal(["IntentConfirmed", "LineSeen", "LineSeen"], lines.Select(line => line.Kind));
    }

    /// <summary>Seven lines: connection, office, intent, an entry adopted, the intent confirmed, its line seen, its line replaced.</summary>
    static async Task<Memory> Written()
    {
        var memory = await Memory.Open(nameof(LogVerifyTests));
        var (store, office) = (memory.Store, memory.Office);
        await store.SaveDocuments(
            office,
            memory.Connection.Id,
            [Memory.Invoice(10, "2026 / 1"), Memory.Invoice(11, "2026 / 2")]
        );
        await store.BeginIntent(office, Memory.Intent(20, 10, 1));
        memory.Time.Advance(TimeSpan.FromMinutes(1));
        await store.Adopt(office, [Memory.Link(11, 51, 61, 2)]);
        memory.Time.Advance(TimeSpan.FromMinutes(1));
        await store.Confirm(
            office,
            Memory.Id(20),
            Memory.Link(10, 50, null, 1, LinkOrigin.Booked),
            learned: null,
            isAnswered: true
        );
        await store.SaveEntries(
            office,
            [Memory.Entry(60, 50, 1), Memory.Entry(61, 51, 2)],
            vanishedLines: [],
            Memory.NoPoint
        );
        await store.SaveEntries(office, [Memory.Entry(62, 50, 1)], vanishedLines: [Memory.Id(60)], Memory.NoPoint);
        Assert.Equal(7, await memory.Count("log"));
        return memory;
    }

    static Task<LogVerdict> Verify(Memory memory) => memory.Database.Log.Verify(memory.Administration.Id);

    static Task Tamper(Memory memory, string sql) =>
        memory.Sql($"DROP TRIGGER log_lines_stay; DROP TRIGGER log_lines_stay_as_they_are; {sql}");

    static string Words(Link? link) => link is null ? "nothing" : $"{link.Origin} {link.BookingNumber}";
}
