namespace Bookonce.Sandbox.World;

/// <summary>Types documents into the books by hand, before anything was connected, with shortcuts and slips.</summary>
internal sealed class Bookkeeper(RelationBook relations, Random random)
{
    public const string SalesJournal = "70";
    public const string CreditJournal = "71";
    public const string OldJournal = "60";
    public const string OpeningJournal = "98";
    public const string GeneralJournal = "90";
    public const string Name = "Greet Lauwers";
    public const string ConnectorName = "Koppeling facturatie";
    static readonly DateOnly OpeningDay = new(2026, 1, 1);

    /// <summary>About <paramref name="count"/> copies; a quarter in the old journal, a few as open items.</summary>
    public IReadOnlyList<BookEntry> Type(IEnumerable<Document> documents, int count)
    {
        Document[] candidates = [.. documents.Where(document => relations.Of(document.Customer) is not null)];
        random.Shuffle(candidates);
        var credits = Of(DocumentKind.CreditNote, document => true).Take(count / 12).ToList();
        var opening = Of(DocumentKind.Invoice, document => IsBefore(OpeningDay, document) && document.Currency == "EUR")
            .Take(count / 20)
            .ToList();
        var invoices = Of(DocumentKind.Invoice, document => true).Except(opening).ToList();
        var general = invoices.Where(document => document.Currency == "EUR").Take(count / 60).ToList();
        var early = new DateOnly(2026, 3, 1);
        var old = invoices.Except(general).Where(document => document.Date < early).Take(count / 4).ToList();
        var rest = count - credits.Count - opening.Count - general.Count - old.Count;
        var current = invoices.Except(general).Except(old).Take(rest).ToList();
        return
        [
            .. credits.Select((document, index) => Sales(document, CreditJournal, index)),
            .. old.Select((document, index) => Sales(document, OldJournal, index)),
            .. current.Select((document, index) => Sales(document, SalesJournal, index)),
            .. opening.Select((document, index) => OpenItem(document, OpeningJournal, OpeningDay, index)),
            .. general.Select((document, index) => OpenItem(document, GeneralJournal, document.Date, index)),
        ];

        IEnumerable<Document> Of(DocumentKind kind, Func<Document, bool> condition) =>
            candidates.Where(document => document.Kind == kind && condition(document));
    }

    /// <summary>What another connector booked later, for a few that were typed whole.</summary>
    public IEnumerable<BookEntry> BookAgain(IEnumerable<BookEntry> typed, int count) =>
        Shuffled(typed)
            .Where(entry =>
                entry is { Kind: EntryKind.Sales, CopyOf: not null }
                && !entry.Has(CopySlips.NumberDamaged | CopySlips.AmountDamaged | CopySlips.PositiveSign)
            )
            .Take(count)
            .Select(entry => entry.CopyOf!)
            .Select(document => new BookEntry
            {
                Id = random.NextGuid(),
                Journal = document.Kind == DocumentKind.Invoice ? SalesJournal : CreditJournal,
                Kind = EntryKind.Sales,
                Date = document.Date,
                Relation = relations.Of(document.Customer)!,
                YourRef = document.Number,
                PaymentReference = document.PaymentReference,
                Description = $"{(document.Kind == DocumentKind.Invoice ? "Factuur" : "Creditnota")} {document.Number}",
                Currency = document.Currency,
                EuroRate = document.EuroRate,
                Lines = Lines(document, Sign(document), oneAccount: false),
                EnteredBy = ConnectorName,
                EnteredAt = random.OfficeHour(InStory(document.Date.AddDays(20))),
                CopyOf = document,
            });

    BookEntry Sales(Document document, string journal, int index)
    {
        // Of every twelve, two have a wrong amount, three a damaged number, one no number but its payment reference.
        var number = (index % 12) switch
        {
            1 or 7 => CopySlips.NumberInDescription,
            2 => CopySlips.NumberShort,
            4 => CopySlips.NumberRunTogether,
            8 or 11 => CopySlips.NumberMissing,
            _ => CopySlips.None,
        };
        var amount =
            document.Kind == DocumentKind.Invoice && index % 12 is 5 or 9 ? Slip.Amount(document, random) : null;
        var sign = document.Kind == DocumentKind.CreditNote && index % 2 == 0 ? -Sign(document) : Sign(document);
        var (date, dateSlip) = Slip.Date(document.Date, random);
        var withReference = number == CopySlips.NumberMissing ? index % 12 == 11 : random.Chance(30);
        // An equal amount every month and no number at all is rare: most of these were typed from the bank statement.
        if (document.SubscriptionId is not null && (number & CopySlips.NumberDamaged) != CopySlips.None)
            withReference = random.Chance(70);
        var slips =
            number
            | dateSlip
            | (amount?.Slip ?? CopySlips.None)
            | (sign == Sign(document) ? CopySlips.None : CopySlips.PositiveSign);
        var lines = amount?.Lines ?? Lines(document, sign, oneAccount: journal == OldJournal);
        return Typed(document, journal, EntryKind.Sales, date, slips, lines) with
        {
            PaymentReference = withReference ? document.PaymentReference : null,
        };
    }

    BookEntry OpenItem(Document document, string journal, DateOnly date, int index)
    {
        var slips = (index % 3 == 2 ? CopySlips.NumberMissing : CopySlips.None) | DateSlip(document.Date, date);
        var kind = journal == OpeningJournal ? EntryKind.OpeningBalance : EntryKind.General;
        BookLine line = new("499000", Tax: null, document.Totals.Gross, 0, "Openstaande post");
        return Typed(document, journal, kind, date, slips, [line]);
    }

    BookEntry Typed(
        Document document,
        string journal,
        EntryKind kind,
        DateOnly date,
        CopySlips slips,
        IReadOnlyList<BookLine> lines
    )
    {
        var relation = relations.Of(document.Customer)!;
        var (yourRef, description) = Slip.Number(document, slips, random);
        return new BookEntry
        {
            Id = random.NextGuid(),
            Journal = journal,
            Kind = kind,
            Date = date,
            Relation = relation,
            YourRef = yourRef,
            Description = description,
            Currency = document.Currency,
            EuroRate = document.EuroRate,
            Lines = lines,
            EnteredBy = Name,
            EnteredAt = random.OfficeHour(InStory(Later(document.Date, date).AddDays(random.Next(3, 15)))),
            CopyOf = document,
            Slips = slips | (relation.Name == document.Customer.FullName ? CopySlips.None : CopySlips.NameVariant),
        };
    }

    /// <summary>One line per rate, as bookkeepers type; their VAT is that of the document.</summary>
    static IReadOnlyList<BookLine> Lines(Document document, int sign, bool oneAccount) =>
        [
            .. document.Totals.Vat.Select(share => new BookLine(
                oneAccount ? "700000" : Account(document, share.Tax),
                share.Tax,
                sign * share.Taxable,
                sign * share.Vat,
                document.Lines[0].Description
            )),
        ];

    BookEntry[] Shuffled(IEnumerable<BookEntry> entries)
    {
        BookEntry[] shuffled = [.. entries];
        random.Shuffle(shuffled);
        return shuffled;
    }

    static string Account(Document document, TaxRate tax) =>
        document.Lines.FirstOrDefault(line => line.Tax == tax && line.Category is not null)?.Category?.LedgerAccount
        ?? "700000";

    static int Sign(Document document) => document.Kind == DocumentKind.Invoice ? 1 : -1;

    static bool IsBefore(DateOnly day, Document document) => document.Date < day && document.Date >= day.AddDays(-30);

    static CopySlips DateSlip(DateOnly document, DateOnly entry) =>
        document == entry ? CopySlips.None : CopySlips.DateOff;

    /// <summary>Nothing is entered after the story ends.</summary>
    static DateOnly InStory(DateOnly date) => date < StoryTeller.LastDay ? date : StoryTeller.LastDay;

    static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
