using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;

namespace Bookonce.Domain.Duplicates;

/// <summary>Something that stands in the books twice, or no longer once. A closed family: no other finding exists.</summary>
public abstract record Finding
{
    Finding() { }

    /// <summary>What tells it from every other finding, and stays the same as long as it is found.</summary>
    public abstract string Key { get; }

    /// <summary>The earliest date it is about: a repair must reach back to there.</summary>
    public abstract DateOnly Date { get; }

    /// <summary>The entries it is about, as far as they are there.</summary>
    public abstract IReadOnlyList<Twin> Entries { get; }

    /// <summary>One document, and two or more entries that are each the whole of it.</summary>
    /// <param name="Document">The document.</param>
    /// <param name="Link">Its link; null when none of the twins is linked yet.</param>
    /// <param name="Of">The twins: the linked one first, then as they were entered.</param>
    public sealed record Twins(SalesDocument Document, Link? Link, IReadOnlyList<Twin> Of) : Finding
    {
        /// <inheritdoc/>
        public override string Key => $"twins-{Document.Id:N}";

        /// <inheritdoc/>
        public override DateOnly Date => Of.Select(twin => twin.Entry.Date).Append(Document.Date).Min();

        /// <inheritdoc/>
        public override IReadOnlyList<Twin> Entries => Of;
    }

    /// <summary>Entries that are one thing, typed more than once, and belong to no document.</summary>
    /// <param name="Of">The entries, as they were entered.</param>
    public sealed record TypedTwice(IReadOnlyList<Twin> Of) : Finding
    {
        /// <inheritdoc/>
        public override string Key => $"typed-{Of.Min(twin => twin.Entry.LineId):N}";

        /// <inheritdoc/>
        public override DateOnly Date => Of.Min(twin => twin.Entry.Date);

        /// <inheritdoc/>
        public override IReadOnlyList<Twin> Entries => Of;
    }

    /// <summary>Documents that show one booking number: an entry was deleted in Exact, and its number given again.</summary>
    /// <param name="Series">The journal and financial year; null when only the other integration's number is known.</param>
    /// <param name="Number">The booking number.</param>
    /// <param name="Holders">The documents, oldest first.</param>
    public sealed record SameNumber(SeriesKey? Series, int Number, IReadOnlyList<NumberHolder> Holders) : Finding
    {
        /// <inheritdoc/>
        public override string Key => $"number-{Holders.Min(holder => holder.Document.Id):N}";

        /// <inheritdoc/>
        public override DateOnly Date =>
            Entries.Select(twin => twin.Entry.Date).Concat(Holders.Select(holder => holder.Document.Date)).Min();

        /// <inheritdoc/>
        public override IReadOnlyList<Twin> Entries => [.. Holders.Select(holder => holder.Entry).OfType<Twin>()];
    }

    /// <summary>A linked document whose entry is gone from Exact.</summary>
    /// <param name="Document">The document, which keeps showing its old booking number.</param>
    /// <param name="Link">The link.</param>
    /// <param name="Replacements">Entries that certainly are the document and are not linked; usually none.</param>
    public sealed record EntryGone(SalesDocument Document, Link Link, IReadOnlyList<Twin> Replacements) : Finding
    {
        /// <inheritdoc/>
        public override string Key => $"gone-{Document.Id:N}";

        /// <inheritdoc/>
        public override DateOnly Date => Document.Date;

        /// <inheritdoc/>
        public override IReadOnlyList<Twin> Entries => Replacements;
    }
}

/// <summary>A document that shows a booking number which another document shows too.</summary>
/// <param name="Document">The document.</param>
/// <param name="Link">Its link; null when only the other integration's number is known.</param>
/// <param name="Entry">Its entry; null when that is gone, or not known.</param>
/// <param name="IsGone">Whether it had an entry that is gone from Exact.</param>
public sealed record NumberHolder(SalesDocument Document, Link? Link, Twin? Entry, bool IsGone);
