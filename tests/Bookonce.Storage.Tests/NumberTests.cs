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

    [Fact]
    public async Task An_entry_of_ours_that_was_deleted_before_the_mirror_saw_it_is_remembered_after_its_release()
    {
        using var memory = await Memory.Open();
        var (store, series) = (memory.Store, Memory.Intent(20, 10, 2).Series);
        await store.SaveDocuments(memory.Office, memory.Connection.Id, [Memory.Invoice(10, "1")]);
        await store.BeginIntent(memory.Office, Memory.Intent(20, 10, 2));
        var link = Memory.Link(10, 61, null, 2, LinkOrigin.Booked);
        await store.Confirm(memory.Office, Memory.Id(20), link, learned: null, isAnswered: true);
        await store.Release(memory.Office, [Memory.Id(10)]);
        await store.SaveEntries(
            memory.Office,
            [Memory.Entry(51, 61, 1) with { Series = series }, Memory.Entry(53, 63, 3) with { Series = series }],
            [],
            Memory.NoPoint
        );

        var report = Assert.Single(await new NumberReports(memory.Store).Of(memory.Connection));

        Assert.Equal([new Gap(series, 2, 2, GapCause.DeletedByPerson)], report.Gaps);
    }
}
