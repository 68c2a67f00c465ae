using System.Globalization;
using Bookonce.Sandbox.ExactOnline;
using Tl = Bookonce.Sandbox.Teamleader.Model;

namespace Bookonce.Simulation.Audit;

/// <summary>Who made an entry.</summary>
enum Maker
{
    /// <summary>It stood there before anything was connected.</summary>
    History,

    Person,

    Bookonce,
}

/// <summary>What a document said from some event on.</summary>
/// <param name="Gross">With the sign of the books.</param>
/// <param name="Vat">VAT per rate, with the sign of the books, rates in order; rates without VAT left out.</param>
sealed record Version(
    long Since,
    string Number,
    DateOnly Date,
    decimal Gross,
    IReadOnlyList<(decimal Rate, decimal Vat)> Vat
);

/// <summary>A document as it really was, all the time.</summary>
sealed class DocumentTruth(Guid id, Guid department, bool isCreditNote)
{
    public Guid Id => id;

    public Guid Department => department;

    public bool IsCreditNote => isCreditNote;

    public List<Version> Versions { get; } = [];

    public bool IsGone { get; set; }

    public string Name => $"{(isCreditNote ? "credit note" : "invoice")} {Versions[^1].Number}";

    /// <summary>Everything that it said at some time since an event.</summary>
    public IEnumerable<Version> Since(long moment) =>
        Versions.Where((version, i) => i == Versions.Count - 1 || Versions[i + 1].Since > moment);
}

/// <summary>An entry as it really was: which document it is a copy of, who made it, what became of it.</summary>
sealed class Copy
{
    public required Guid EntryId { get; init; }

    /// <summary>Null for a foreign entry.</summary>
    public required Guid? Document { get; init; }

    public required Maker Maker { get; init; }

    /// <summary>The event that made it.</summary>
    public required long Made { get; init; }

    /// <summary>The event by which a person gave it another number.</summary>
    public long? Renumbered { get; set; }

    /// <summary>The event that deleted it.</summary>
    public long? Deleted { get; set; }

    /// <summary>The booking number that the request named.</summary>
    public int? SentNumber { get; init; }

    /// <summary>The entry that an undo put back as this one, which has that one's maker; null for any other.</summary>
    public Guid? PutBackOf { get; init; }

    /// <summary>The first entry that this one is, however often it was put back since.</summary>
    public Guid Root { get; init; }

    /// <summary>The root of the entry that it takes back; null for any other.</summary>
    public Guid? TakesBack { get; init; }

    /// <summary>The event at which a person changed it last; 0 when nobody did.</summary>
    public long ChangedByHand { get; set; }

    /// <summary>All that it says; see <see cref="EntryText"/>.</summary>
    public required string Text { get; set; }

    public required string Journal { get; set; }

    public required int Year { get; set; }

    public required int Number { get; set; }

    /// <summary>Changes with everything about it.</summary>
    public long Version { get; set; }

    public string Name => $"{Journal} {Number}";

    /// <summary>Whether it says a number that its document had, however spaced, with its amount.</summary>
    public bool IsPlainly(IEnumerable<Version> versions) =>
        versions.Any(version =>
            Plain(Text).Contains(Plain(version.Number), StringComparison.Ordinal)
            && Text.Contains(
                string.Create(CultureInfo.InvariantCulture, $" {version.Gross:0.00} "),
                StringComparison.Ordinal
            )
        );

    static string Plain(string text) => text.Replace(" ", "", StringComparison.Ordinal);
}

/// <summary>What changed in Exact by one step.</summary>
sealed record Step(IReadOnlyList<Entry> Made, IReadOnlyList<Copy> Changed, IReadOnlyList<Copy> Deleted)
{
    /// <summary>Those of the changed that say something else now, with what they said.</summary>
    public IReadOnlyList<(Copy Copy, string Before)> Edited { get; init; } = [];
}

/// <summary>What really happened, out of reach of every API: known from watching the sandboxes around each step.</summary>
sealed class Truth(Division division)
{
    readonly Dictionary<Guid, Copy> living = [];
    readonly HashSet<Guid> takenBack = [];
    long lastSequence;

    /// <summary>The event that happened last. Events are numbered, because many happen at one instant.</summary>
    public long Now { get; private set; }

    public Dictionary<Guid, DocumentTruth> Documents { get; } = [];

    /// <summary>Every entry that ever was.</summary>
    public List<Copy> Copies { get; } = [];

    /// <summary>The events at which entries were last matched by a person.</summary>
    public Dictionary<Guid, long> Paid { get; } = [];

    /// <summary>The events at which periods were last closed or declared, by year and period.</summary>
    public Dictionary<(int Year, int Period), long> Closed { get; } = [];

    /// <summary>The events at which a person last said which entry a document is.</summary>
    public Dictionary<Guid, long> Answered { get; } = [];

    /// <summary>Booking numbers that an entry had and lost, by being deleted or moved.</summary>
    public HashSet<(string Journal, int Year, int Number)> GivenUp { get; } = [];

    public long Tick() => ++Now;

    public Copy? Living(Guid entry) => living.GetValueOrDefault(entry);

    public IEnumerable<Copy> AllLiving => Copies.Where(copy => copy.Deleted is null);

    /// <summary>Copies of a document that count: what was taken back is none any more.</summary>
    public IEnumerable<Copy> LivingOf(Guid document) =>
        AllLiving.Where(copy => copy.Document == document && !IsTakenBack(copy.EntryId));

    /// <summary>The document that an entry is, or whose entry it takes back; null for a foreign one.</summary>
    public Guid? DocumentBehind(Copy copy) =>
        copy.Document ?? (copy.TakesBack is { } taken ? Find(taken)?.Document : null);

    /// <summary>Whether another entry takes it back.</summary>
    public bool IsTakenBack(Guid entry) =>
        takenBack.Count > 0
        && Find(entry) is { Root: var root }
        && takenBack.Contains(root)
        && AllLiving.Any(copy => copy.TakesBack == root);

    /// <summary>The latest copy with that id, living or not.</summary>
    public Copy? Find(Guid entry) => Copies.FindLast(copy => copy.EntryId == entry);

    public void Saw(Tl.Document document)
    {
        if (!Documents.TryGetValue(document.Id, out var known))
        {
            known = new DocumentTruth(document.Id, document.DepartmentId, document is Tl.CreditNote);
            Documents.Add(document.Id, known);
        }
        var sign = known.IsCreditNote ? -1 : 1;
        var vat = document
            .Totals.Taxes.Where(tax => tax.Tax != 0)
            .OrderBy(tax => tax.Rate)
            .Select(tax => (tax.Rate, sign * tax.Tax));
        known.Versions.Add(
            new Version(Tick(), document.Number!, document.Date!.Value, sign * document.Totals.TaxInclusive, [.. vat])
        );
    }

    /// <summary>Looks at the books after a step, and remembers what it made, changed and deleted.</summary>
    /// <param name="maker">Who took it.</param>
    /// <param name="document">What was entered; null for what is no document.</param>
    /// <param name="sentNumber">The booking number that was asked for.</param>
    /// <param name="again">What was put back; null for anything else.</param>
    /// <param name="takesBack">The entry that was taken back; null for anything else.</param>
    public Step Observe(Maker maker, Guid? document, int? sentNumber = null, Copy? again = null, Guid? takesBack = null)
    {
        Tick();
        var entries = division.Ledger.Entries.Ordered;
        var made = entries.Where(entry => entry.Sequence > lastSequence).OrderBy(entry => entry.Sequence).ToArray();
        var deleted = living
            .Values.Where(copy =>
                division.Ledger.Entries.Find(copy.EntryId) is not { } entry || entry.Sequence > lastSequence
            )
            .ToArray();
        foreach (var copy in deleted)
        {
            copy.Deleted = Now;
            living.Remove(copy.EntryId);
            GivenUp.Add((copy.Journal, copy.Year, copy.Number));
        }

        var changed = living.Values.Where(copy => VersionOf(Entry(copy)) != copy.Version).ToArray();
        var edited = changed.Select(copy => (copy, copy.Text)).ToArray();
        foreach (var copy in changed)
            Update(copy, maker == Maker.Person);
        foreach (var entry in made)
        {
            var copy = new Copy
            {
                EntryId = entry.Id,
                Document = entry.IsSales ? document : null,
                Maker = again?.Maker ?? maker,
                Made = Now,
                SentNumber = sentNumber,
                PutBackOf = again?.EntryId,
                Root = again?.Root ?? entry.Id,
                TakesBack = again?.TakesBack ?? (takesBack is { } other ? Find(other)?.Root : null),
                Journal = entry.Journal.Code,
                Year = entry.Year,
                Number = entry.EntryNumber,
                Version = VersionOf(entry),
                Text = EntryText.Of(division, entry),
            };
            lastSequence = entry.Sequence;
            if (copy.TakesBack is { } taken)
                takenBack.Add(taken);
            Copies.Add(copy);
            living.Add(entry.Id, copy);
        }

        return new Step(made, changed, deleted) { Edited = [.. edited.Where(one => one.Text != one.copy.Text)] };
    }

    Entry Entry(Copy copy) => division.Ledger.Entries.Find(copy.EntryId)!;

    void Update(Copy copy, bool isByHand)
    {
        var entry = Entry(copy);
        copy.Version = VersionOf(entry);
        // A payment, or the end of its matching, leaves its mark on the lines and changes nothing.
        var (before, text) = (copy.Text, EntryText.Of(division, entry));
        copy.Text = text;
        if (isByHand && text != before)
            copy.ChangedByHand = Now;
        if ((entry.Journal.Code, entry.Year, entry.EntryNumber) == (copy.Journal, copy.Year, copy.Number))
            return;
        if (isByHand)
            copy.Renumbered = Now;
        GivenUp.Add((copy.Journal, copy.Year, copy.Number));
        (copy.Journal, copy.Year, copy.Number) = (entry.Journal.Code, entry.Year, entry.EntryNumber);
    }

    static long VersionOf(Entry entry) => entry.Lines.Max(line => line.RowVersion);
}
