using Bookonce.Domain.Entries;
using Bookonce.Sandbox.World;

namespace Bookonce.Engine.Tests;

public sealed class FirstSynchronisationTests
{
    [Fact]
    public async Task No_copy_that_a_person_typed_is_booked_again_and_the_parts_add_up()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await town.Connect();

        var first = await town.Run(connection);
        var second = await town.Run(connection);

        Assert.Null(first.Failure);
        var counts = first.Counts;
        Assert.Equal(
            counts.Documents,
            counts.Linked
                + counts.Booked
                + counts.Adopted
                + counts.Asked
                + counts.Twice
                + counts.Waiting
                + counts.NothingToBook
                + counts.Problems
        );
        Assert.Equal(0, second.Counts.Booked);
        Assert.Equal(8, counts.Twice);

        var truth = town.Sandboxes.Truth;
        var links = (await town.Store.LoadBooks(connection.Administration.Id)).Links;
        var alreadyThere = truth.AlreadyBooked.ToDictionary(document => document.Id);
        Assert.DoesNotContain(
            links,
            link => link.Origin == LinkOrigin.Booked && alreadyThere.ContainsKey(link.DocumentId)
        );
        Assert.All(
            links.Where(link => link.Origin == LinkOrigin.Adopted),
            link => Assert.Contains(alreadyThere[link.DocumentId].Copies, copy => copy.EntryId == link.EntryId)
        );
        var foreign = truth.Foreign.Select(entry => entry.EntryId).ToHashSet();
        Assert.DoesNotContain(links, link => foreign.Contains(link.EntryId));
    }

    [Fact]
    public async Task A_preview_writes_nothing_and_says_what_a_run_then_does()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await town.Connect();
        var before = town.Entries(connection).Count;

        var preview = await town.Run(connection, isPreview: true);
        Assert.Equal(before, town.Entries(connection).Count);
        var run = await town.Run(connection);

        Assert.Equal((preview.Counts.Adopted, preview.Counts.Twice), (run.Counts.Adopted, run.Counts.Twice));
        Assert.True(preview.Counts.Waiting >= run.Counts.Booked);
        Assert.Equal(before + run.Counts.Booked, town.Entries(connection).Count);
    }

    [Fact]
    public async Task Booking_numbers_run_on_without_gap_and_stand_with_the_document()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await town.Connect();

        var run = await town.Run(connection);

        var links = (await town.Store.LoadBooks(connection.Administration.Id))
            .Links.Where(link => link.Origin == LinkOrigin.Booked)
            .ToArray();
        Assert.Equal(run.Counts.Booked, links.Length);
        foreach (var series in links.GroupBy(link => link.Series))
        {
            var numbers = series.Select(link => link.BookingNumber).Order().ToArray();
            Assert.Equal(Enumerable.Range(numbers[0], numbers.Length), numbers);
        }

        var entries = town.Entries(connection).ToDictionary(entry => entry.Id);
        Assert.All(links, link => Assert.Equal(entries[link.EntryId].EntryNumber, link.BookingNumber));
    }

    [Fact]
    public async Task Reading_relations_and_booking_take_at_most_one_and_a_half_calls_a_document()
    {
        await using var town = await Town.Build(WorldSize.Demo);

        var run = await town.Run(await town.Connect());

        Assert.InRange((double)run.ExactCalls / run.Counts.Booked, 1.0, 1.5);
    }

    [Fact]
    public async Task Every_entry_has_the_documents_net_VAT_per_rate_and_total_to_the_cent()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await town.Connect();

        await town.Run(connection);

        await town.AssertEntriesEqualDocuments(connection);
    }
}
