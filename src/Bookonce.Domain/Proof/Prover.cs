using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Matching;

namespace Bookonce.Domain.Proof;

/// <summary>Shows that both sides agree, or where they do not. What is not known proves nothing.</summary>
public sealed class Prover
{
    readonly ProofBooks books;
    readonly LinkedEntries linked;
    readonly Dictionary<Guid, int> holders;

    Prover(ProofBooks books)
    {
        this.books = books;
        linked = new LinkedEntries(books.Links, books.Entries);
        holders = books
            .Links.Select(linked.EntryOf)
            .OfType<Entry>()
            .GroupBy(entry => entry.LineId)
            .ToDictionary(group => group.Key, group => group.Count());
    }

    /// <summary>The statement.</summary>
    public static Statement Of(ProofBooks books)
    {
        ArgumentNullException.ThrowIfNull(books);
        return new Prover(books).Made();
    }

    Statement Made()
    {
        SalesDocument[] inside =
        [
            .. books
                .Documents.Where(IsInside)
                .Where(document => !books.NothingToBook.Contains(document.Id))
                .Order(DocumentOrder.OldestFirst),
        ];
        SalesDocument[] withdrawn =
        [
            .. books
                .Gone.Where(IsInside)
                .Where(document => EntryOf(document) is not null)
                .Order(DocumentOrder.OldestFirst),
        ];
        OpenDocument[] open = [.. inside.Select(Against).OfType<OpenDocument>(), .. withdrawn.Select(StillBooked)];
        AcceptedDifference[] accepted = [.. inside.Where(IsAccepted).Select(Accepted).OfType<AcceptedDifference>()];
        return new Statement
        {
            From = books.From,
            To = books.To,
            Documents = inside.Length,
            Entries = inside.Select(EntryOf).OfType<Entry>().DistinctBy(entry => entry.LineId).Count(),
            OneToOne = inside.Count(document =>
                EntryOf(document) is { } entry && holders[entry.LineId] == 1 && !books.Twice.Contains(document.Id)
            ),
            NothingToBook = books.Documents.Count(document =>
                IsInside(document) && books.NothingToBook.Contains(document.Id)
            ),
            Totals = Totals(inside),
            Vat = [.. VatRows(inside)],
            Accepted = accepted,
            Open = open,
            Outcome = OutcomeOf(inside.Length + withdrawn.Length, open, accepted.Length),
        };
    }

    static ProofOutcome OutcomeOf(int documents, OpenDocument[] open, int accepted)
    {
        var unread = open.Count(one => one.Reason == OpenReason.VatUnknown);
        return open.Length > unread ? new ProofOutcome.Open(documents, open.Length)
            : unread > 0 ? new ProofOutcome.NotProved(documents, unread)
            : accepted > 0 ? new ProofOutcome.AgreesExcept(documents, accepted)
            : new ProofOutcome.Agrees(documents);
    }

    bool IsInside(SalesDocument document) => books.From <= document.Date && document.Date <= books.To;

    Entry? EntryOf(SalesDocument document) => linked.LinkOf(document.Id) is { } link ? linked.EntryOf(link) : null;

    bool IsAccepted(SalesDocument document) =>
        linked.LinkOf(document.Id) is { } link
        && linked.EntryOf(link) is { } entry
        && IsAccepted(link, document, entry);

    /// <summary>What was accepted are the amounts as they were then; what changed since nobody has accepted.</summary>
    static bool IsAccepted(Link link, SalesDocument document, Entry entry) =>
        link.IsAccepted
        && (link.Entry is null || link.Entry.Amount == entry.Amount)
        && (link.Document is null || link.Document.Content == DocumentFacts.Of(document).Content);

    OpenDocument? Against(SalesDocument document)
    {
        if (books.Twice.Contains(document.Id))
            return Open(document, OpenReason.Twice, "It stands in the books more than once.");
        if (linked.LinkOf(document.Id) is not { } link)
            return Open(document, OpenReason.NotBooked, "It has no entry yet.");
        if (linked.EntryOf(link) is not { } entry)
            return link.LineId is null
                ? Open(
                    document,
                    OpenReason.NotBooked,
                    $"Its entry {link.Series} {link.BookingNumber} was not read back yet."
                )
                : Open(
                    document,
                    OpenReason.EntryGone,
                    $"Its entry {link.Series} {link.BookingNumber} is gone from Exact."
                );
        if (holders[entry.LineId] > 1)
            return Open(
                document,
                OpenReason.Shared,
                $"Another document is linked to {entry.Series} {entry.Number} too."
            );
        if (IsAccepted(link, document, entry))
            return null;
        return Differences.Between(document, entry) is [_, ..] differences
                ? Open(document, OpenReason.AmountDiffers, Sentence(differences))
            : OfRates(document, entry) is not { } rates
                ? Open(document, OpenReason.VatUnknown, $"The VAT of {entry.Series} {entry.Number} was not read yet.")
            : rates is [_, ..] ? Open(document, OpenReason.VatDiffers, Sentence(rates))
            : null;
    }

    OpenDocument StillBooked(SalesDocument document)
    {
        var entry = EntryOf(document)!;
        return Open(
            document,
            OpenReason.DocumentGone,
            $"It is deleted in Teamleader; its entry {entry.Series} {entry.Number} still stands."
        );
    }

    static OpenDocument Open(SalesDocument document, OpenReason reason, string words) =>
        new(document.Id, document.Number, reason, words);

    AcceptedDifference? Accepted(SalesDocument document) =>
        EntryOf(document) is { } entry
        && Differences.Between(document, entry).Concat(OfRates(document, entry) ?? []).ToArray() is [_, ..] differences
            ? new AcceptedDifference(document.Id, document.Number, Sentence(differences))
            : null;

    static string Sentence(IEnumerable<string> differences) => string.Join("; ", differences);

    /// <summary>What differs at a rate; null while the entry's VAT is unknown. An opening balance has no VAT to compare.</summary>
    IReadOnlyList<string>? OfRates(SalesDocument document, Entry entry)
    {
        if (!entry.IsSales)
            return [];
        if (!books.Vat.TryGetValue(entry.EntryId, out var vat))
            return null;
        var (ours, theirs) = (Sums(Of(document)), Sums(vat));
        return
        [
            .. ours
                .Keys.Union(theirs.Keys)
                .Order()
                .Select(rate =>
                    (Rate: rate, Ours: ours.GetValueOrDefault(rate), Theirs: theirs.GetValueOrDefault(rate))
                )
                .Where(row => row.Ours != row.Theirs)
                .Select(row =>
                    $"at {row.Rate * 100:0.##} % the entry says {row.Theirs.Taxable} and {row.Theirs.Vat} VAT, the document {row.Ours.Taxable} and {row.Ours.Vat} VAT"
                ),
        ];
    }

    static IEnumerable<EntryVat> Of(SalesDocument document) =>
        document.VatTotals.Select(total => new EntryVat(
            total.Rate,
            document.Sign * total.Taxable,
            document.Sign * total.Vat
        ));

    /// <summary>A rate at which nothing stands is no rate.</summary>
    static Dictionary<decimal, (decimal Taxable, decimal Vat)> Sums(IEnumerable<EntryVat> rows) =>
        rows.GroupBy(row => row.Rate)
            .Select(group => (group.Key, Sum: (group.Sum(row => row.Taxable), group.Sum(row => row.Vat))))
            .Where(row => row.Sum != (0m, 0m))
            .ToDictionary(row => row.Key, row => row.Sum);

    IReadOnlyList<TotalRow> Totals(SalesDocument[] inside)
    {
        Entry[] entries = [.. inside.Select(EntryOf).OfType<Entry>().DistinctBy(entry => entry.LineId)];
        return
        [
            .. inside
                .Select(document => document.Currency)
                .Concat(entries.Select(entry => entry.Currency))
                .Distinct()
                .OrderBy(currency => currency.Code, StringComparer.Ordinal)
                .Select(currency => new TotalRow(
                    currency,
                    inside.Where(document => document.Currency == currency).Sum(document => document.SignedGross),
                    entries.Where(entry => entry.Currency == currency).Sum(entry => entry.Amount)
                )),
        ];
    }

    IEnumerable<VatRow> VatRows(SalesDocument[] inside)
    {
        Entry[] entries =
        [
            .. inside.Select(EntryOf).OfType<Entry>().Where(entry => entry.IsSales).DistinctBy(entry => entry.EntryId),
        ];
        var areKnown = entries.All(entry => books.Vat.ContainsKey(entry.EntryId));
        foreach (
            var currency in inside
                .Select(document => document.Currency)
                .Distinct()
                .OrderBy(currency => currency.Code, StringComparer.Ordinal)
        )
        {
            var ours = Sums(inside.Where(document => document.Currency == currency).SelectMany(Of));
            var theirs = Sums(
                entries
                    .Where(entry => entry.Currency == currency)
                    .SelectMany(entry => books.Vat.GetValueOrDefault(entry.EntryId) ?? [])
            );
            foreach (var rate in ours.Keys.Union(theirs.Keys).Order())
            {
                var (mine, other) = (ours.GetValueOrDefault(rate), theirs.GetValueOrDefault(rate));
                yield return new VatRow(
                    currency,
                    rate,
                    mine.Taxable,
                    mine.Vat,
                    areKnown ? other.Taxable : null,
                    areKnown ? other.Vat : null
                );
            }
        }
    }
}
