using System.Diagnostics;
using Bookonce.Domain.Documents;
using Bookonce.Engine.Store;

namespace Bookonce.Storage.Tests;

public sealed class BulkTests(ITestOutputHelper output)
{
    const int Documents = 20_000;
    const int Entries = 70_000;

    [Fact]
    public async Task A_large_administration_goes_in_and_out_whole()
    {
        using var memory = await Memory.Open();
        var (store, office) = (memory.Store, memory.Office);
        SalesDocument[] documents =
        [
            .. Enumerable
                .Range(0, Documents)
                .Select(i =>
                    Memory.Invoice(
                        i + 1_000,
                        $"2026 / {i + 1}",
                        new DateOnly(2024, 1, 1).AddDays(i / 30),
                        net: i + 0.10m
                    )
                ),
        ];
        var entries = Enumerable.Range(0, Entries).Select(i => Memory.Entry(i + 100_000, i + 200_000, i + 1)).ToArray();
        var links = documents
            .Take(Documents / 2)
            .Select((document, i) => Memory.Link(i + 1_000, i + 200_000, i + 100_000, i + 1))
            .ToArray();
        var outcomes = documents
            .Skip(Documents / 2)
            .Select(document => new DocumentOutcome(document.Id, DocumentStatus.Book))
            .ToArray();

        await Timed("entries", () => store.SaveEntries(office, entries, [], Memory.NoPoint));
        await Timed("documents", () => store.SaveDocuments(office, memory.Connection.Id, documents));
        await Timed("adopt", () => store.Adopt(office, links));
        await Timed("outcomes", () => store.SaveOutcomes(office, outcomes));
        await Timed("entries again", () => store.SaveEntries(office, entries[..1000], [], Memory.NoPoint));
        Books? books = null;
        await Timed("load books", async () => books = await store.LoadBooks(office.Administration));
        IReadOnlyList<StoredDocument> stored = [];
        await Timed("load documents", async () => stored = await store.LoadDocuments(memory.Connection.Id));
        var query = new DocumentQuery(
            memory.Connection.Id,
            DocumentKind.Invoice,
            Sort: DocumentSort.Net,
            Search: "élan"
        );
        await Timed("page", () => memory.Pages.Documents(query));
        await Timed("series", () => memory.Pages.Series(memory.Connection.Id));
        await Timed("log", () => memory.Database.Log.Verify(office.Administration));

        Assert.Equal(Entries, books!.Entries.Count);
        Assert.Equal(Documents / 2, books.Links.Count);
        Assert.Equal(documents.Select(document => document.Id), stored.Select(document => document.Content.Id));
        Assert.Equal(documents.Sum(document => document.Gross), stored.Sum(document => document.Content.Gross));
        Assert.Equal(Documents + 2, await memory.Count("log"));
        Assert.True((await memory.Database.Log.Verify(office.Administration)).Holds);
    }

    async Task Timed(string what, Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        output.WriteLine($"{what}: {Stopwatch.GetElapsedTime(started).TotalMilliseconds:F0} ms");
    }
}
