using Bookonce.Domain.Entries;
using Bookonce.Domain.Numbering;
using Bookonce.Engine.Numbers;

namespace Bookonce.Storage.Tests;

/// <summary>Why a booking number is missing must be known after its entry is long gone.</summary>
public sealed class NumberTests
{
    [Fact]
    public async Task A_number_whose_entry_vanished_is_missing_because_somebody_deleted_it()
    {
        using var memory = await Memory.Open();
        var entries = Enumerable.Range(6, 3).Select(number => Memory.Entry(50 + number, 60 + number, number)).ToArray();
        await memory.Store.SaveEntries(memory.Office, entries, [], Memory.NoPoint);
        await memory.Store.SaveEntries(memory.Office, [], [entries[1].LineId], Memory.NoPoint);

        var report = Assert.Single(await new NumberReports(memory.Store).Of(memory.Connection));

        Assert.Equal([new Gap(entries[1].Series, 7, 7, GapCause.DeletedByPerson)], report.Gaps);
        Assert.Equal((2, 6, 8, 9), (report.Entries, report.First, report.Last, report.Next.Number));
    }

    [Fact]
    public async Task A_number_of_an_unknown_intent_is_held_and_a_refused_one_is_told()
    {
        using var memory = await Memory.Open();
        SeriesKey series = Memory.Intent(20, 10, 2).Series;
        await memory.Store.SaveEntries(
            memory.Office,
            [Memory.Entry(51, 61, 1) with { Series = series }, Memory.Entry(54, 64, 4) with { Series = series }],
            [],
            Memory.NoPoint
        );
        await memory.Store.BeginIntent(memory.Office, Memory.Intent(20, 10, 2));
        await memory.Store.Refuse(memory.Office, Memory.Id(20), learned: null);
        await memory.Store.BeginIntent(memory.Office, Memory.Intent(21, 11, 3));

        var report = Assert.Single(await new NumberReports(memory.Store).Of(memory.Connection));

        Assert.Equal([GapCause.Refused, GapCause.Reserved], report.Gaps.Select(gap => gap.Cause));
    }
}
