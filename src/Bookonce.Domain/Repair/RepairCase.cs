using Bookonce.Domain.Documents;
using Bookonce.Domain.Duplicates;
using Bookonce.Domain.Entries;

namespace Bookonce.Domain.Repair;

/// <summary>One thing that is to be repaired. A closed family.</summary>
public abstract record RepairCase
{
    RepairCase() { }

    /// <summary>What tells it from every other case.</summary>
    public abstract string Key { get; }

    /// <summary>The documents it is about.</summary>
    public abstract IReadOnlyList<SalesDocument> Documents { get; }

    /// <summary>
    /// The date a rebuild must reach back to. It is the document's, because a release goes by that; an entry typed under an
    /// earlier date is removed by name.
    /// </summary>
    public abstract DateOnly Date { get; }

    /// <summary>What is wrong, in a sentence.</summary>
    public abstract string Words { get; }

    /// <summary>Something that the finder found.</summary>
    /// <param name="Finding">What.</param>
    public sealed record Found(Finding Finding) : RepairCase
    {
        /// <inheritdoc/>
        public override string Key => Finding.Key;

        /// <inheritdoc/>
        public override IReadOnlyList<SalesDocument> Documents { get; } =
            Finding switch
            {
                Finding.Twins twins => [twins.Document],
                Finding.EntryGone gone => [gone.Document],
                Finding.SameNumber same => [.. same.Holders.Select(holder => holder.Document)],
                _ => [],
            };

        /// <inheritdoc/>
        public override DateOnly Date => Documents.Select(document => document.Date).DefaultIfEmpty(Finding.Date).Min();

        /// <inheritdoc/>
        public override string Words =>
            Finding switch
            {
                Finding.Twins(var document, _, var twins) =>
                    $"{DocumentRef.Of(document)} stands in the books {twins.Count} times: {Names(twins)}.",
                Finding.TypedTwice(var twins) => $"Typed {twins.Count} times, and no document: {Names(twins)}.",
                Finding.SameNumber(var series, var number, var holders) =>
                    $"{string.Join(" and ", holders.Select(holder => DocumentRef.Of(holder.Document)))} show one booking number, {(series is { } known ? $"{known} " : "")}{number}.",
                Finding.EntryGone(var document, var link, []) =>
                    $"{DocumentRef.Of(document)} was {link.Series} {link.BookingNumber}, which is gone from Exact.",
                Finding.EntryGone(var document, var link, var replacements) =>
                    $"{DocumentRef.Of(document)} was {link.Series} {link.BookingNumber}, which is gone from Exact; it stands there now as {Names(replacements)}.",
                _ => throw new ArgumentOutOfRangeException(nameof(Finding), Finding, "The family is closed."),
            };

        static string Names(IEnumerable<Twin> twins) =>
            string.Join(" and ", twins.Select(twin => Removing.Name(twin.Entry)));
    }

    /// <summary>A document and its entry that no longer say the same: one of them was changed.</summary>
    /// <param name="Document">What the document says now.</param>
    /// <param name="Link">Its link.</param>
    /// <param name="Entry">What the entry says now.</param>
    public sealed record Edited(SalesDocument Document, Link Link, Entry Entry) : RepairCase
    {
        /// <inheritdoc/>
        public override string Key => $"edited-{Document.Id:N}";

        /// <inheritdoc/>
        public override IReadOnlyList<SalesDocument> Documents => [Document];

        /// <inheritdoc/>
        public override DateOnly Date => Document.Date;

        /// <inheritdoc/>
        public override string Words =>
            $"{DocumentRef.Of(Document)} and its entry {Removing.Name(Entry)} no longer say the same.";
    }

    /// <summary>A booked document that is deleted in Teamleader, or is about to be.</summary>
    /// <param name="Document">What it says, or said last.</param>
    /// <param name="Link">Its link.</param>
    /// <param name="Entry">Its entry, which still stands.</param>
    /// <param name="IsDeleted">Whether Teamleader has it no more.</param>
    public sealed record Withdrawn(SalesDocument Document, Link Link, Entry Entry, bool IsDeleted) : RepairCase
    {
        /// <inheritdoc/>
        public override string Key => $"withdrawn-{Document.Id:N}";

        /// <inheritdoc/>
        public override IReadOnlyList<SalesDocument> Documents => [Document];

        /// <inheritdoc/>
        public override DateOnly Date => Document.Date;

        /// <inheritdoc/>
        public override string Words =>
            $"{DocumentRef.Of(Document)} {(IsDeleted ? "was" : "is to be")} deleted in Teamleader; its entry {Removing.Name(Entry)} still stands.";
    }
}
