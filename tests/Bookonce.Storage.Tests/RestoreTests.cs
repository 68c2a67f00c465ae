using Bookonce.Domain.Numbering;

namespace Bookonce.Storage.Tests;

/// <summary>A database that was put back from a copy does not know what it sent since, and must say so.</summary>
public sealed class RestoreTests
{
    [Fact]
    public async Task A_database_that_is_opened_again_was_not_restored()
    {
        using var memory = await Memory.Open();

        Assert.False(await IsRestored(memory, () => { }));
    }

    [Fact]
    public async Task A_copy_that_is_put_back_knows_that_it_was_restored()
    {
        using var memory = await Memory.Open();
        memory.Database.Dispose();
        var copy = await File.ReadAllBytesAsync(memory.File, TestContext.Current.CancellationToken);
        using (var later = new Database(memory.File, memory.Protection, memory.Time))
        {
            await later.Open(TestContext.Current.CancellationToken);
            var office = await later.Store.TakeOffice(memory.Administration.Id, TestContext.Current.CancellationToken);
            await later.Store.BeginIntent(office, Memory.Intent(20, 10, 1), TestContext.Current.CancellationToken);
        }

        Assert.True(await IsRestored(memory, () => PutBack(memory.File, copy)));
    }

    [Fact]
    public async Task A_database_that_comes_without_the_file_beside_it_may_have_been_restored()
    {
        using var memory = await Memory.Open();

        Assert.True(await IsRestored(memory, () => File.Delete(memory.File + ".high")));
    }

    [Fact]
    public async Task The_highest_number_of_a_series_stays_when_its_entry_is_deleted()
    {
        using var memory = await Memory.Open();
        var entry = Memory.Entry(50, 60, 7);
        await memory.Store.SaveEntries(memory.Office, [entry], [], Memory.NoPoint);
        await memory.Store.SaveEntries(memory.Office, [], [entry.LineId], Memory.NoPoint);

        var series = Assert.Single((await memory.Store.LoadBooks(memory.Administration.Id)).Series);

        Assert.Equal((NumberingMode.Untried, 7), (series.Numbering, series.Highest));
    }

    static void PutBack(string file, byte[] copy)
    {
        File.Delete(file + "-wal");
        File.Delete(file + "-shm");
        File.WriteAllBytes(file, copy);
    }

    static async Task<bool> IsRestored(Memory memory, Action meanwhile)
    {
        memory.Database.Dispose();
        meanwhile();
        using var again = new Database(memory.File, memory.Protection, memory.Time);
        await again.Open(TestContext.Current.CancellationToken);
        return (
            await again.Store.LoadBooks(memory.Administration.Id, TestContext.Current.CancellationToken)
        ).IsRestored;
    }
}
