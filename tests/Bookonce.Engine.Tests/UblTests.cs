using Bookonce.Sandbox.World;

namespace Bookonce.Engine.Tests;

public sealed class UblTests
{
    [Fact]
    public async Task Every_readable_UBL_file_becomes_an_entry_with_its_net_VAT_and_total()
    {
        await using var town = await Town.Build(WorldSize.Empty, Path.Combine(AppContext.BaseDirectory, "Ubl"));
        var connection = await town.Connect();

        var run = await town.Run(connection);

        Assert.Null(run.Failure);
        Assert.Equal(run.Counts.Documents, run.Counts.Booked + run.Counts.NothingToBook);
        Assert.Equal(town.Sandboxes.Truth.Documents.Count, run.Counts.Documents);
        await town.AssertEntriesEqualDocuments(connection);
    }
}
