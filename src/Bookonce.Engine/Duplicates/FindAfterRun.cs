using Bookonce.Domain.Connections;
using Bookonce.Domain.Duplicates;
using Bookonce.Engine.Store;
using Bookonce.ExactOnline;

namespace Bookonce.Engine.Duplicates;

/// <summary>Looks for duplicates when a run is through, and reads what is needed to choose between twins, if there are any.</summary>
sealed class FindAfterRun(
    IStore store,
    Office office,
    Connection connection,
    ExactDivision division,
    TimeProvider clock
)
{
    public async Task<IReadOnlyList<Finding>> Find(CancellationToken stop)
    {
        var books = await store.LoadBooks(office.Administration, stop);
        var own = await store.LoadDocuments(connection.Id, stop);
        var input = await FindDuplicates.Input(store, books, connection, own, stop);
        var findings = Finder.Find(input);
        if (!findings.Any(finding => finding.Entries.Count > 1) || IsRecent(input.Closings))
            return findings;

        var closings = await ReadClosings.Keep(store, office, division, books, clock.GetUtcNow(), stop);
        return Finder.Find(input with { Closings = closings });
    }

    bool IsRecent(Closings? closings) => closings is not null && clock.GetUtcNow() - closings.ReadAt < ReadClosings.Age;
}
