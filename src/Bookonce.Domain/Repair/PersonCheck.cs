using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Numbering;

namespace Bookonce.Domain.Repair;

/// <summary>A document as a plan names it.</summary>
/// <param name="Id">Teamleader's id.</param>
/// <param name="Kind">Invoice or credit note.</param>
/// <param name="Number">The number as printed.</param>
/// <param name="Date">The document date.</param>
public sealed record DocumentRef(Guid Id, DocumentKind Kind, string Number, DateOnly Date)
{
    /// <summary>Names a document.</summary>
    public static DocumentRef Of(SalesDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new DocumentRef(document.Id, document.Kind, document.Number, document.Date);
    }

    /// <summary>For example <c>invoice 2026 / 14</c>.</summary>
    public override string ToString() => $"{(Kind == DocumentKind.Invoice ? "invoice" : "credit note")} {Number}";
}

/// <summary>How Bookonce sees that a person has done a step. A closed family.</summary>
public abstract record PersonCheck
{
    PersonCheck() { }

    /// <summary>How it is verified, in a sentence.</summary>
    public abstract string Words { get; }

    /// <summary>Whether only a person's word tells.</summary>
    public bool IsTold => this is NextNumber or ShownNumber or Said;

    /// <summary>What stands against taking a person's word for it; null when it is as it must be.</summary>
    /// <param name="typed">The number that they typed, where one is asked for.</param>
    public Stop? Against(int? typed) =>
        (this, typed) switch
        {
            (Said, _) or (ShownNumber { Expected: null }, not null) => null,
            (NextNumber(var series, var expected, var last), { } shown) => NumberCheck.Of(series, expected, last, shown)
                is { Agrees: false } check
                ? new Stop(StopReason.NumberDiffers, check.Words)
                : null,
            (ShownNumber(var document, { } expected), { } shown) => shown == expected
                ? null
                : new Stop(
                    StopReason.NumberDiffers,
                    $"Teamleader shows {shown} for {document}, and it must be {expected}."
                ),
            (NextNumber or ShownNumber, null) => new Stop(StopReason.Unknown, $"A number is needed. {Words}"),
            _ => new Stop(StopReason.Unknown, $"Nobody needs to say so. {Words}"),
        };

    /// <summary>The entries are gone from Exact.</summary>
    public sealed record EntriesGone(IReadOnlyList<Entry> Entries) : PersonCheck
    {
        /// <inheritdoc/>
        public override string Words =>
            Entries is [var only]
                ? $"Bookonce looks whether entry {only.Series} {only.Number} is gone."
                : $"Bookonce looks whether all {Entries.Count} are gone.";
    }

    /// <summary>The entry is matched with nothing any more.</summary>
    public sealed record EntryOpen(Entry Entry) : PersonCheck
    {
        /// <inheritdoc/>
        public override string Words => $"Bookonce looks whether entry {Entry.Series} {Entry.Number} is open again.";
    }

    /// <summary>The entry says what the document says.</summary>
    public sealed record EntryAgrees(DocumentRef Document, Entry Entry) : PersonCheck
    {
        /// <inheritdoc/>
        public override string Words => $"Bookonce compares entry {Entry.Series} {Entry.Number} with {Document}.";
    }

    /// <summary>Exact shows this next booking number, which a person types in.</summary>
    /// <param name="Series">The series.</param>
    /// <param name="Expected">What it must be.</param>
    /// <param name="Last">The highest number that stands there at that moment; null when none does.</param>
    public sealed record NextNumber(SeriesKey Series, int Expected, int? Last) : PersonCheck
    {
        /// <inheritdoc/>
        public override string Words =>
            $"You type what Exact shows under Master data > Journals > Next booking number of journal {Series.Journal}; it must be {Expected}.";
    }

    /// <summary>The document is deleted in Teamleader.</summary>
    public sealed record DocumentGone(DocumentRef Document) : PersonCheck
    {
        /// <inheritdoc/>
        public override string Words => $"Bookonce looks whether {Document} is gone from Teamleader.";
    }

    /// <summary>Teamleader shows booking numbers for documents, which a person exports or types in.</summary>
    /// <param name="Document">The first document.</param>
    /// <param name="Expected">What it must show; null while nobody can say.</param>
    public sealed record ShownNumber(DocumentRef Document, int? Expected) : PersonCheck
    {
        /// <inheritdoc/>
        public override string Words =>
            Expected is { } number
                ? $"You type the booking number that Teamleader shows for {Document}; it must be {number}."
                : $"You type the booking number that Teamleader shows for {Document}, or give its export of the list.";
    }

    /// <summary>Only a person can say.</summary>
    public sealed record Said : PersonCheck
    {
        /// <inheritdoc/>
        public override string Words => "You say that it is done: nothing outside shows it.";
    }
}
