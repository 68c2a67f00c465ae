using Bookonce.Domain.Documents;
using Bookonce.Domain.Matching.Deciding;
using Bookonce.Engine.Previews;
using Bookonce.Sandbox.World;

namespace Bookonce.Engine.Tests;

/// <summary>What is said before anything is written, against what the world knows to be true.</summary>
public sealed class PreviewTests
{
    [Fact]
    public async Task A_preview_adopts_and_accuses_only_what_is_so_and_the_run_does_what_it_said()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await town.Connect();
        await town.Run(connection, isPreview: true);

        var preview = await Previewing(town).Of(connection);

        var copies = town.Sandboxes.Truth.Documents.ToDictionary(
            document => document.Id,
            document => document.Copies.Select(copy => copy.EntryId).ToHashSet()
        );
        var sure = preview.Documents.Where(row => row.Verdict is MatchVerdict.Adopt or MatchVerdict.Twice).ToArray();
        Assert.NotEmpty(sure);
        Assert.All(
            sure.SelectMany(row => row.Entries, (row, candidate) => (row.Document.Id, candidate)),
            pair =>
            {
                Assert.Contains(pair.candidate.Entry.EntryId, copies[pair.Id]);
                Assert.NotEmpty(pair.candidate.Reasons);
            }
        );
        Assert.Equal(8, preview.Count(MatchVerdict.Twice));
        var any = copies.Values.SelectMany(entries => entries).ToHashSet();
        Assert.NotEmpty(preview.Foreign);
        Assert.DoesNotContain(preview.Foreign, entry => any.Contains(entry.EntryId));
        Assert.Equal(preview.Documents.Count, preview.Months.Sum(month => month.Documents));
        Assert.Equal(
            preview.Documents.Sum(row => row.Document.SignedGross),
            preview.Months.SelectMany(month => month.Tallies).Sum(tally => tally.Gross)
        );

        var run = await town.Run(connection);
        Assert.Equal(preview.Count(MatchVerdict.Adopt), run.Counts.Adopted);
        Assert.Equal(preview.Documents.Count(row => row.WillBeBooked), preview.Series.Sum(series => series.ToBook));
        Assert.InRange(run.Counts.Booked, 1, preview.Series.Sum(series => series.ToBook));
    }

    [Fact]
    public async Task Moving_the_start_date_is_shown_and_remembers_nothing()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var dates = town.Sandboxes.Truth.Documents.Select(document => document.Date).Distinct().Order().ToArray();
        var (early, middle, late) = (dates[0], dates[dates.Length / 2], dates[^5]);
        var connection = await town.Connect(startDate: middle);
        await town.Run(connection, isPreview: true);
        var before = await town.Store.LoadDocuments(connection.Id);

        var earlier = await Previewing(town).IfStartDateWere(connection, early);
        var later = await Previewing(town).IfStartDateWere(connection, late);

        Assert.Equal(
            town.Sandboxes.Truth.Documents.Where(document => document.DepartmentId == connection.Department)
                .Select(document => document.Id)
                .Order(),
            earlier.Documents.Select(row => row.Document.Id).Order()
        );
        Assert.Contains(earlier.Documents, row => row.Document.Date < middle && row.Verdict == MatchVerdict.Adopt);
        Assert.All(later.Documents, row => Assert.True(row.Document.Date >= late));
        Assert.Equal(before.Count, later.Documents.Count + later.LeftOut.Count);
        Assert.Equal(before.Count, (await town.Store.LoadDocuments(connection.Id)).Count);
        Assert.Equal(middle, (await town.Store.Connections())[0].Settings.StartDate);
    }

    static Previewing Previewing(Town town) => new(town.Store, town.Vendors, town.Synchroniser, town.Clock);
}
