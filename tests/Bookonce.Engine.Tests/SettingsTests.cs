using Bookonce.Domain.Documents;
using Bookonce.Engine.Store;
using Bookonce.Sandbox.World;

namespace Bookonce.Engine.Tests;

public sealed class SettingsTests
{
    [Fact]
    public async Task An_earlier_start_date_brings_the_earlier_documents_and_a_later_one_ends_no_link()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await town.Connect(startDate: new DateOnly(2026, 9, 1));
        var settings = connection.Settings;

        var late = (await town.Run(connection)).Counts;
        await town.Store.SaveSettings(connection.Id, settings with { StartDate = new DateOnly(2026, 8, 1) });
        var early = (await town.Run(connection)).Counts;
        await town.Store.SaveSettings(connection.Id, settings with { StartDate = new DateOnly(2026, 10, 1) });
        var later = (await town.Run(connection)).Counts;

        Assert.True(early.Documents > late.Documents);
        Assert.Equal(late.Booked + late.Adopted, early.Linked);
        Assert.True(early.Booked > 0);
        Assert.Equal(early.Linked + early.Booked + early.Adopted, later.Linked);
        Assert.Equal(0, later.Booked);
    }

    [Fact]
    public async Task Strict_order_books_nothing_after_the_first_open_document_of_its_journal()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await town.Connect(settings => settings with { StrictOrder = true });

        await town.Run(connection);

        var rows = (
            await town.ReadSide.Documents(
                new DocumentQuery(connection.Id, DocumentKind.Invoice, Descending: false, Take: 1_000)
            )
        ).Rows;
        var firstOpen = rows.Index().First(row => row.Item.Status == DocumentStatus.Ask).Index;
        Assert.DoesNotContain(rows.Skip(firstOpen), row => row.Origin == Domain.Entries.LinkOrigin.Booked);
        Assert.Contains(
            rows.Skip(firstOpen),
            row => row is { Status: DocumentStatus.Waiting, Problem.Code: "strictOrder" }
        );
    }
}
