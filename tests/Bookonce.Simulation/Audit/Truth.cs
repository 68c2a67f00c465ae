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

    /// <summary>The event that deleted it.</summary>
    public long? Deleted { get; set; }

    /// <summary>The booking number that the request named.</summary>
    public int? SentNumber { get; init; }

    public required string Journal { get; set; }

    public required int Year { get; set; }

    public required int Number { get; set; }

    /// <summary>Changes with everything about it.</summary>
    public long Version { get; set; }

    public string Name => $"{Journal} {Number}";
}

/// <summary>What changed in Exact by one step.</summary>
sealed record Step(IReadOnlyList<Entry> Made, IReadOnlyList<Copy> Changed, IReadOnlyList<Copy> Deleted);

/// <summary>What really happened, out of reach of every API: known from watching the sandboxes around each step.</summary>
sealed class Truth(Division division)
{
    readonly Dictionary<Guid, Copy> living = [];
    long lastSequence;

    /// <summary>The event that happened last. Events are numbered, because many happen at one instant.</summary>
    public long Now { get; private set; }

    public Dictionary<Guid, DocumentTruth> Documents { get; } = [];

    /// <summary>Every entry that ever was.</summary>
    public List<Copy> Copies { get; } = [];

    /// <summary>Booking numbers that an entry had and lost, by being deleted or moved by a person.</summary>
    public HashSet<(string Journal, int Year, int Number)> GivenUp { get; } = [];

    public long Tick() => ++Now;

    public Copy? Living(Guid entry) => living.GetValueOrDefault(entry);

    public IEnumerable<Copy> AllLiving => Copies.Where(copy => copy.Deleted is null);

    public IEnumerable<Copy> LivingOf(Guid document) => AllLiving.Where(copy => copy.Document == document);

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
    public Step Observe(Maker maker, Guid? document, int? sentNumber = null)
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
        foreach (var copy in changed)
            Update(copy);
        foreach (var entry in made)
        {
            var copy = new Copy
            {
                EntryId = entry.Id,
                Document = entry.IsSales ? document : null,
                Maker = maker,
                Made = Now,
                SentNumber = sentNumber,
                Journal = entry.Journal.Code,
                Year = entry.Year,
                Number = entry.EntryNumber,
                Version = VersionOf(entry),
            };
            lastSequence = entry.Sequence;
            Copies.Add(copy);
            living.Add(entry.Id, copy);
        }

        return new Step(made, changed, deleted);
    }

    Entry Entry(Copy copy) => division.Ledger.Entries.Find(copy.EntryId)!;

    void Update(Copy copy)
    {
        var entry = Entry(copy);
        copy.Version = VersionOf(entry);
        if ((entry.Journal.Code, entry.Year, entry.EntryNumber) == (copy.Journal, copy.Year, copy.Number))
            return;
        GivenUp.Add((copy.Journal, copy.Year, copy.Number));
        (copy.Journal, copy.Year, copy.Number) = (entry.Journal.Code, entry.Year, entry.EntryNumber);
    }

    static long VersionOf(Entry entry) => entry.Lines.Max(line => line.RowVersion);
}
