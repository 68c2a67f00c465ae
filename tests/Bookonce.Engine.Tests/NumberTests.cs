using Bookonce.Domain.Entries;
using Bookonce.Domain.Numbering;
using Bookonce.Engine.Numbers;
using Bookonce.Sandbox.World;

namespace Bookonce.Engine.Tests;

public sealed class NumberTests
{
    [Fact]
    public async Task An_entry_that_was_deleted_before_the_mirror_saw_it_leaves_a_gap_that_says_so()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await town.Connect();
        await town.Run(connection);
        var link = (await town.Store.LoadBooks(connection.Administration.Id)).Links.First(link =>
            link is { Origin: LinkOrigin.Booked, LineId: null }
        );
        var division = town.Division(connection);
        division.DeleteEntry(division.FindEntry(link.EntryId)!);
        await town.Run(connection);

        var report = (await new NumberReports(town.Store).Of(connection)).Single(report =>
            report.Series.Key == link.Series
        );

        var number = link.BookingNumber;
        Assert.Equal([new Gap(link.Series, number, number, GapCause.DeletedByPerson)], report.Gaps);
    }
}
