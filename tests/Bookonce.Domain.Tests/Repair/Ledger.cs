using Bookonce.Domain.Booking;
using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Duplicates;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Numbering;
using Bookonce.Domain.Problems;
using Bookonce.Domain.Repair;

namespace Bookonce.Domain.Tests.Repair;

/// <summary>Books to be repaired, written down entry by entry.</summary>
sealed class Ledger
{
    public static readonly SeriesKey Invoices = new("70", 2026);
    public static readonly SeriesKey CreditNotes = new("71", 2026);
    public static readonly DateTimeOffset Now = new(2026, 4, 1, 9, 0, 0, TimeSpan.Zero);
    static readonly Guid Customer = new("00000000-0000-0000-0000-00000000c057");

    public Dictionary<string, SalesDocument> Documents { get; } = [];

    public List<Entry> Entries { get; } = [];

    public Dictionary<Guid, Link> Links { get; } = [];

    public Dictionary<Guid, int> Held { get; } = [];

    public HashSet<Guid> Others { get; } = [];

    public List<Intent> Intents { get; } = [];

    public Dictionary<Guid, Problem> Unbookable { get; } = [];

    public Dictionary<string, Guid> Survivors { get; } = [];

    public List<ClosedPeriod> Closed { get; } = [];

    public List<VatReturn> Returns { get; } = [];

    public NumberingMode Numbering { get; set; } = NumberingMode.Fenced;

    public Mode Mode { get; set; } = Mode.Book;

    public Known MayDelete { get; set; } = Known.Yes;

    public OpenDay? ReverseOn { get; set; } = new(new DateOnly(2026, 4, 1), 2026);

    /// <summary>A document; invoices are called by their counter, credit notes with a C before it.</summary>
    public SalesDocument Document(string name, int day, decimal gross = 0)
    {
        var isCredit = name.StartsWith('C');
        var counter = int.Parse(name.TrimStart('C'));
        gross = gross == 0 ? 121m + (1.21m * counter) : gross;
        var net = Math.Round(gross / 1.21m, 2);
        return Documents[name] = Some.Invoice(
            isCredit ? $"CN 2026 / {counter}" : $"2026 / {counter}",
            net,
            gross - net,
            $"2026-03-{day:00}",
            isCredit ? DocumentKind.CreditNote : DocumentKind.Invoice
        );
    }

    /// <summary>The entry that Bookonce made of a document.</summary>
    public Entry Booked(string name, int number, SeriesKey? series = null)
    {
        var document = Documents[name];
        var entry = Typed(name, number, series: series) with { Mark = document.Mark };
        Entries[^1] = entry;
        Links[document.Id] = Link.To(entry, document, LinkOrigin.Booked, Now.AddDays(-1));
        return entry;
    }

    /// <summary>What somebody typed for a document.</summary>
    public Entry Typed(string name, int number, SeriesKey? series = null, int? day = null)
    {
        var document = Documents[name];
        var entry = Entry(
            number,
            day ?? document.Date.Day,
            series ?? (document.Kind == DocumentKind.Invoice ? Invoices : CreditNotes),
            document.SignedGross
        ) with
        {
            YourRef = document.Number,
            AccountName = "Bakkerij De Halm BV",
        };
        Entries[^1] = entry;
        return entry;
    }

    /// <summary>An entry of no document.</summary>
    public Entry Foreign(int number, int day, SeriesKey? series = null)
    {
        var entry = Entry(number, day, series ?? Invoices, 7000m + number) with { AccountName = "Somebody Else NV" };
        Entries[^1] = entry;
        return entry;
    }

    Entry Entry(int number, int day, SeriesKey series, decimal amount)
    {
        var entry = Some.Entry(amount: amount, date: $"2026-03-{day:00}", journal: series.Journal) with
        {
            Number = number,
            Series = series,
            Period = 3,
            Matched = Matched.No,
            EnteredAt = Now.AddDays(-2),
            ChangedAt = Now.AddDays(-2),
            AccountId = Customer,
        };
        Entries.Add(entry);
        return entry;
    }

    public void Change(Entry entry, Func<Entry, Entry> change)
    {
        var at = Entries.FindIndex(one => one.LineId == entry.LineId);
        Entries[at] = change(Entries[at]);
    }

    public void Delete(Entry entry) => Entries.RemoveAll(one => one.LineId == entry.LineId);

    /// <summary>The same books, to be treated otherwise.</summary>
    public Ledger Copy()
    {
        var copy = new Ledger { Numbering = Numbering, Mode = Mode };
        copy.Entries.AddRange(Entries);
        foreach (var (name, document) in Documents)
            copy.Documents[name] = document;
        foreach (var (document, link) in Links)
            copy.Links[document] = link;
        return copy;
    }

    public DuplicateBooks Duplicates =>
        new()
        {
            Documents = [.. Documents.Values],
            Entries = Entries,
            Links = [.. Links.Values],
            HeldNumbers = Held,
            Closings = new Closings(Closed, Returns, default),
        };

    public RepairBooks Books =>
        new()
        {
            Books = Duplicates,
            Own = Documents.Values.Select(document => document.Id).Where(id => !Others.Contains(id)).ToHashSet(),
            Settings = Some.Settings() with { Mode = Mode },
            Now = Now,
            Series =
            [
                new Series(Invoices, Numbering, Top(Invoices), null, null),
                new Series(CreditNotes, Numbering, Top(CreditNotes), null, null),
            ],
            Intents = Intents,
            Unbookable = Unbookable,
            ReverseOn = ReverseOn,
            MayDelete = MayDelete,
            Survivors = Survivors,
            Goes = Documents.Values.ToDictionary(
                document => document.Id,
                document => document.Kind == DocumentKind.Invoice ? Invoices : CreditNotes
            ),
        };

    int? Top(SeriesKey series) =>
        Entries.Where(entry => entry.Series == series).Select(entry => (int?)entry.Number).Max();

    public IReadOnlyList<RepairCase> Found => [.. Finder.Find(Duplicates).Select(found => new RepairCase.Found(found))];

    public RepairOptions Plan(params IReadOnlyList<RepairCase> cases) =>
        Planner.Plan(Books, cases is [] ? Found : cases);

    public RepairPlan Plan(RepairKind kind, params IReadOnlyList<RepairCase> cases) =>
        Plan(cases).Plans.Single(plan => plan.Kind == kind);

    public Intent Intent(string name, int? number, IntentState state, TimeSpan age) =>
        new()
        {
            Id = Some.Id(),
            DocumentId = Documents[name].Id,
            Series = Invoices,
            Number = number,
            Mark = Documents[name].Mark,
            YourRef = Documents[name].Number,
            Document = DocumentFacts.Of(Documents[name]),
            Entry = new EntryFacts(Documents[name].Date, Documents[name].SignedGross, Customer),
            Body = default,
            State = state,
            LastTry = Now - age,
        };

    /// <summary>What stands in the books and what the links say, without ids.</summary>
    public string[] Show() =>
        [
            .. Entries
                .Select(entry =>
                    $"{entry.Series} {entry.Number} {entry.Date:O} {entry.Amount} {entry.YourRef} {entry.Mark}"
                )
                .Concat(
                    Documents.Values.Select(document =>
                        Links.TryGetValue(document.Id, out var link)
                            ? $"{document.Number}: {link.Series} {link.BookingNumber} {Entries.Any(entry => entry.EntryId == link.EntryId)}"
                            : $"{document.Number}: open"
                    )
                )
                .Order(StringComparer.Ordinal),
        ];
}
