using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Matching;
using Bookonce.Domain.Problems;
using Bookonce.Engine.Store;
using Bookonce.Engine.Synchronise;
using Bookonce.Engine.Vendors;
using Bookonce.ExactOnline;
using Link = Bookonce.Domain.Entries.Link;

namespace Bookonce.Engine.Answer;

/// <summary>Links a document to the entry that a person names by its booking number.</summary>
public sealed class LinkingByHand(IStore store, Synchroniser synchroniser, VendorClients vendors, TimeProvider clock)
{
    /// <summary>Looks for the entry in the mirror, then in Exact, and links it.</summary>
    /// <returns>The link.</returns>
    /// <exception cref="CannotBeDoneException">There is no such entry, or it is another document's.</exception>
    public Task<Link> Link(
        Connection connection,
        Guid document,
        SeriesKey series,
        int number,
        CancellationToken stop = default
    ) =>
        synchroniser.InTurn(
            connection,
            async office =>
            {
                var books = await store.LoadBooks(office.Administration, stop);
                if (books.Intents.Any(intent => intent.DocumentId == document))
                    throw new AnswerOutdatedException();
                if (books.Links.FirstOrDefault(link => link.DocumentId == document) is { } known)
                    throw Refuse(
                        "alreadyLinked",
                        $"The document is {known.Series.Journal} {known.BookingNumber} already.",
                        "Nothing is left to link."
                    );

                var content = (await store.LoadDocuments(connection.Id, stop))
                    .Single(stored => stored.Content.Id == document)
                    .Content;
                var linked = new LinkedEntries(books.Links, books.Entries);
                var (link, difference) = NamedEntry.Of(content, series, number, books.Entries, linked) switch
                {
                    NamedEntry.Free(var entry) => OfMirror(entry, content),
                    NamedEntry.Refused(var problem) => throw new CannotBeDoneException(problem),
                    _ => (await OfExact(connection, books, content, series, number, stop), null),
                };
                await store.Adopt(office, [link], stop);
                if (books.SetAside.Contains(document))
                    await store.SetAside(office, document, isSetAside: false, stop);
                await store.SaveOutcomes(
                    office,
                    [new DocumentOutcome(document, DocumentStatus.Linked, difference)],
                    stop
                );
                return link;
            },
            stop
        );

    (Link, Problem?) OfMirror(Entry entry, SalesDocument document)
    {
        var link = Domain.Entries.Link.To(entry, document, LinkOrigin.Chosen, clock.GetUtcNow());
        return (link, LinkCheck.Of(link, document, isGone: false, entry));
    }

    /// <summary>The mirror begins a year before the start date, so an older entry is asked of Exact.</summary>
    async Task<Link> OfExact(
        Connection connection,
        Books books,
        SalesDocument document,
        SeriesKey series,
        int number,
        CancellationToken stop
    )
    {
        var access =
            await store.FindAccess(connection.Administration.ExactAccess, stop)
            ?? throw new InvalidOperationException("The access is gone.");
        var division = vendors.Exact(access).Division(connection.Administration.Division);
        var filter = Filter.Eq("Journal", series.Journal) & Filter.Eq("EntryNumber", number);
        await foreach (var entry in division.SalesEntries.Read(filter, cancellation: stop))
            if (entry.ReportingYear == series.Year)
                return books.Links.Any(link => link.EntryId == entry.EntryID)
                    ? throw new CannotBeDoneException(NamedEntry.Taken(series, number))
                    : new Link(
                        document.Id,
                        document.Kind,
                        entry.EntryID,
                        LineId: null,
                        series,
                        number,
                        LinkOrigin.Chosen
                    )
                    {
                        At = clock.GetUtcNow(),
                        Document = DocumentFacts.Of(document),
                    };
        throw Refuse(
            "entryUnknown",
            $"Exact has no entry {series.Journal} {number} of {series.Year}.",
            "Check journal, financial year and number."
        );
    }

    static CannotBeDoneException Refuse(string code, string what, string remedy) =>
        new(new Problem(code, what, remedy));
}
