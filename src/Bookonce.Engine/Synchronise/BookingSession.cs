using Bookonce.Domain.Booking;
using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Problems;
using Bookonce.Domain.Relations;
using Bookonce.Engine.Store;
using Bookonce.Engine.Translations;
using Bookonce.Engine.Vendors;
using Bookonce.ExactOnline;
using Bookonce.Teamleader;
using Customer = Bookonce.Domain.Relations.Customer;

namespace Bookonce.Engine.Synchronise;

/// <summary>Books the documents of one run in order: the relation first, then the entry.</summary>
sealed class BookingSession
{
    readonly SeriesBook series;
    readonly BookDocument booker;
    readonly EnsureRelation relations;
    readonly Dictionary<CustomerKey, Customer> cards;
    readonly ILookup<CustomerKey, Guid> adopted;
    readonly bool strictOrder;
    readonly HashSet<string> stopped = new(StringComparer.Ordinal);

    BookingSession(
        SeriesBook series,
        BookDocument booker,
        EnsureRelation relations,
        Dictionary<CustomerKey, Customer> cards,
        ILookup<CustomerKey, Guid> adopted,
        bool strictOrder
    ) =>
        (this.series, this.booker, this.relations, this.cards, this.adopted, this.strictOrder) = (
            series,
            booker,
            relations,
            cards,
            adopted,
            strictOrder
        );

    /// <summary>Loads what the session needs; the customers' cards in bulk, not one call each.</summary>
    public static async Task<BookingSession> Begin(
        IStore store,
        Office office,
        Connection connection,
        ExactDivision division,
        TeamleaderClient teamleader,
        NewId newId,
        TimeProvider clock,
        IReadOnlyList<SalesDocument> toBook,
        CancellationToken stop
    )
    {
        var books = await store.LoadBooks(office.Administration, stop);
        var documents = await store.LoadDocuments(connection.Id, stop);
        var linked = books.RelationLinks.ToDictionary(link => link.Customer, link => link.Account);
        var seriesBook = new SeriesBook(books, connection.Settings);
        return new BookingSession(
            seriesBook,
            new BookDocument(store, office, division, seriesBook, new MirroredMarks(books), newId, clock),
            new EnsureRelation(
                store,
                office,
                division,
                new RelationIndex(books.Relations),
                linked,
                books.RelationIntents.ToDictionary(intent => intent.Customer),
                newId,
                clock
            ),
            await Cards(
                teamleader,
                toBook.Where(document => document.Customer.Key is { } key && !linked.ContainsKey(key)),
                stop
            ),
            AdoptedAccounts(documents, books),
            connection.Settings.StrictOrder
        );
    }

    /// <summary>What a document is told that waits for an earlier one.</summary>
    public static Problem StrictOrder { get; } =
        new(
            "strictOrder",
            "An earlier document of this journal is not booked, and strict order is on.",
            "Mend the earlier document, or turn strict order off in the settings."
        );

    /// <summary>Books one document, or says why not.</summary>
    public async Task<DocumentOutcome> Book(SalesDocument document, EntryDraft draft)
    {
        if (stopped.Contains(draft.Series.Journal))
            return new DocumentOutcome(document.Id, DocumentStatus.Waiting, StrictOrder);
        if (series.StandsStill(draft.Series))
            return Waiting(
                document,
                "seriesStandsStill",
                $"{draft.Series} waits for an answer about an earlier booking number.",
                "It goes on by itself."
            );

        var outcome = await EnsureAndBook(document, draft);
        if (strictOrder && outcome.Status != DocumentStatus.Linked)
            stopped.Add(draft.Series.Journal);
        return outcome;
    }

    /// <summary>Books a document under the number that a repair gives it; the next one where that is null.</summary>
    public Task<DocumentOutcome> BookAgain(SalesDocument document, EntryDraft draft, int? number) =>
        EnsureAndBook(document, draft, number);

    /// <inheritdoc cref="BookDocument.Recover"/>
    public Task<DocumentOutcome> Recover(Intent intent, DocumentKind kind) =>
        booker.Recover(intent, kind, mayBeThere: false);

    async Task<DocumentOutcome> EnsureAndBook(SalesDocument document, EntryDraft draft, int? number = null)
    {
        if (document.Customer.Key is not { } key)
            return new DocumentOutcome(
                document.Id,
                DocumentStatus.Problem,
                new Problem(
                    "customerGone",
                    $"The customer {document.Customer.Name} is gone from Teamleader.",
                    "Book the document by hand in Exact with its number as reference; it is adopted then."
                )
            );

        var ensured = await relations.For(cards.GetValueOrDefault(key) ?? Snapshot(key, document), [.. adopted[key]]);
        return ensured switch
        {
            Ensured.NotYet(var status, var problem) => new DocumentOutcome(document.Id, status, problem),
            Ensured.Account(var account) => await booker.Book(document, draft, account, number),
            _ => throw new InvalidOperationException("An unknown ending."),
        };
    }

    /// <summary>The card may be deleted or merged; the document still knows whom it was for.</summary>
    static Customer Snapshot(CustomerKey key, SalesDocument document) =>
        new()
        {
            Key = key,
            Name = document.Customer.Name,
            VatNumber = document.Customer.VatNumber,
        };

    /// <summary>Accounts of adopted entries, by customer. An account of several customers is a collective one and tells nothing.</summary>
    static ILookup<CustomerKey, Guid> AdoptedAccounts(IReadOnlyList<StoredDocument> documents, Books books)
    {
        var accounts = books
            .Entries.Where(entry => entry.AccountId is not null)
            .GroupBy(entry => entry.EntryId)
            .ToDictionary(group => group.Key, group => group.First().AccountId!.Value);
        var customers = documents
            .Where(document => document.Content.Customer.Key is not null)
            .ToDictionary(document => document.Content.Id, document => document.Content.Customer.Key!.Value);
        return books
            .Links.Where(link =>
                link.Origin != LinkOrigin.Booked
                && accounts.ContainsKey(link.EntryId)
                && customers.ContainsKey(link.DocumentId)
            )
            .Select(link => (Customer: customers[link.DocumentId], Account: accounts[link.EntryId]))
            .Distinct()
            .GroupBy(pair => pair.Account)
            .Where(group => group.Count() == 1)
            .SelectMany(group => group)
            .ToLookup(pair => pair.Customer, pair => pair.Account);
    }

    static async Task<Dictionary<CustomerKey, Customer>> Cards(
        TeamleaderClient teamleader,
        IEnumerable<SalesDocument> documents,
        CancellationToken stop
    )
    {
        var latest = documents
            .GroupBy(document => document.Customer.Key!.Value)
            .ToDictionary(group => group.Key, group => group.Last());
        var companies = teamleader
            .Companies.List(Ids(latest.Keys, CustomerKind.Company), stop)
            .Select(FromTeamleader.Customer);
        var contacts = teamleader
            .Contacts.List(Ids(latest.Keys, CustomerKind.Contact), stop)
            .Select(FromTeamleader.Customer);
        // The list shows no VAT number of a contact, but the document does.
        return await companies
            .Concat(contacts)
            .Select(card => card with { VatNumber = card.VatNumber ?? latest[card.Key].Customer.VatNumber })
            .ToDictionaryAsync(card => card.Key, cancellationToken: stop);
    }

    static IEnumerable<string> Ids(IEnumerable<CustomerKey> keys, CustomerKind kind) =>
        keys.Where(key => key.Kind == kind).Select(key => key.Id.ToString());

    static DocumentOutcome Waiting(SalesDocument document, string code, string what, string remedy) =>
        new(document.Id, DocumentStatus.Waiting, new Problem(code, what, remedy));
}
