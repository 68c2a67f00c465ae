using Bookonce.Domain.Entries;

namespace Bookonce.Domain.Repair;

/// <summary>In which order steps of a plan come: nothing is removed before a person's part, nothing booked before all is gone.</summary>
public enum Phase
{
    /// <summary>What a person does before anything is changed.</summary>
    Before,

    /// <summary>Removing entries.</summary>
    Remove,

    /// <summary>Ending and making links.</summary>
    Links,

    /// <summary>Where the series goes on.</summary>
    Numbers,

    /// <summary>Correcting, taking back and putting back entries.</summary>
    Entries,

    /// <summary>Booking documents again.</summary>
    Book,

    /// <summary>What a person does afterwards.</summary>
    After,
}

/// <summary>
/// One step of a plan. A closed family. A step is small enough to be looked up afterwards: whether it was done can be seen in
/// the books or in the store, whatever became of the answer.
/// </summary>
public abstract record RepairStep
{
    /// <summary>Calls for the files of an entry: read each of them, or make the document and each file again.</summary>
    const int CallsForFiles = 3;

    RepairStep() { }

    /// <summary>When it comes.</summary>
    public abstract Phase Phase { get; }

    /// <summary>What it does, in a sentence.</summary>
    public abstract string Words { get; }

    /// <summary>Calls to Exact that it is likely to need; what is verified together is counted by the plan.</summary>
    public virtual int Calls => 0;

    /// <summary>
    /// Read the entry, save it whole, delete it, and see that it is gone. One step, because nothing may be deleted that was not
    /// saved right before.
    /// </summary>
    public sealed record RemoveEntry(Entry Entry) : RepairStep
    {
        /// <inheritdoc/>
        public override Phase Phase => Phase.Remove;

        /// <inheritdoc/>
        public override string Words => $"Save and delete entry {Entry.Series} {Entry.Number}.";

        /// <inheritdoc/>
        public override int Calls => 2 + (Entry.Attachments is null ? 0 : CallsForFiles);
    }

    /// <summary>End a link, so that the document is looked at again.</summary>
    /// <param name="Document">The document.</param>
    /// <param name="Before">The link that ends.</param>
    public sealed record Release(DocumentRef Document, Link Before) : RepairStep
    {
        /// <inheritdoc/>
        public override Phase Phase => Phase.Links;

        /// <inheritdoc/>
        public override string Words => $"End the link of {Document} to {Before.Series} {Before.BookingNumber}.";
    }

    /// <summary>Link a document to an entry that stands.</summary>
    /// <param name="Document">The document.</param>
    /// <param name="Entry">Its entry from now on.</param>
    /// <param name="Before">The link that it replaces; null when there was none.</param>
    public sealed record LinkTo(DocumentRef Document, Entry Entry, Link? Before) : RepairStep
    {
        /// <inheritdoc/>
        public override Phase Phase => Phase.Links;

        /// <inheritdoc/>
        public override string Words => $"Link {Document} to entry {Entry.Series} {Entry.Number}.";
    }

    /// <summary>Take over a number that a removed entry had at the end of a series: the series goes on there.</summary>
    /// <param name="Series">The series.</param>
    /// <param name="Next">The number given next.</param>
    /// <param name="Before">The number that would have been next.</param>
    public sealed record ContinueAt(SeriesKey Series, int Next, int Before) : RepairStep
    {
        /// <inheritdoc/>
        public override Phase Phase => Phase.Numbers;

        /// <inheritdoc/>
        public override string Words => $"Let {Series} go on at {Next} instead of {Before}.";
    }

    /// <summary>Make an entry say what its document says: changed fields, then new lines, then the old lines away.</summary>
    /// <param name="Document">The document.</param>
    /// <param name="Entry">The entry, which keeps its number.</param>
    public sealed record CorrectEntry(DocumentRef Document, Entry Entry) : RepairStep
    {
        /// <inheritdoc/>
        public override Phase Phase => Phase.Entries;

        /// <inheritdoc/>
        public override string Words => $"Correct entry {Entry.Series} {Entry.Number} to what {Document} says.";

        /// <summary>Read, header, one line in and one out, read again.</summary>
        public override int Calls => 5;
    }

    /// <summary>Make an entry say again what it said when it was saved.</summary>
    /// <param name="Saved">What it said.</param>
    public sealed record RestoreContent(SavedEntry Saved) : RepairStep
    {
        /// <inheritdoc/>
        public override Phase Phase => Phase.Entries;

        /// <inheritdoc/>
        public override string Words => $"Give entry {Saved.Series} {Saved.Number} back what it said.";

        /// <inheritdoc cref="CorrectEntry.Calls"/>
        public override int Calls => 5;
    }

    /// <summary>Take an entry back by one of the opposite amounts.</summary>
    /// <param name="Entry">The entry, which stays.</param>
    /// <param name="Series">Where the other goes.</param>
    /// <param name="Number">Its booking number; null where Exact numbers.</param>
    /// <param name="On">Its date, in an open period.</param>
    public sealed record ReverseEntry(Entry Entry, SeriesKey Series, int? Number, DateOnly On) : RepairStep
    {
        /// <inheritdoc/>
        public override Phase Phase => Phase.Entries;

        /// <inheritdoc/>
        public override string Words =>
            $"Take entry {Entry.Series} {Entry.Number} back by one of {-Entry.Amount} {Entry.Currency} on {On:yyyy-MM-dd}.";

        /// <inheritdoc/>
        public override int Calls => 3;
    }

    /// <summary>Enter a removed entry again as it was saved.</summary>
    /// <param name="Saved">What it said.</param>
    /// <param name="Series">Where it goes.</param>
    /// <param name="Number">The booking number it gets; null where Exact numbers.</param>
    public sealed record PutBack(SavedEntry Saved, SeriesKey Series, int? Number) : RepairStep
    {
        /// <inheritdoc/>
        public override Phase Phase => Phase.Entries;

        /// <inheritdoc/>
        public override string Words =>
            Number == Saved.Number && Series == Saved.Series
                ? $"Put entry {Saved.Series} {Saved.Number} back."
                : $"Put back what was entry {Saved.Series} {Saved.Number}, as {Series} {(Number is { } number ? $"{number}" : "with the number that Exact gives")}.";

        /// <inheritdoc/>
        public override int Calls => 1 + (Saved.Attachments.Count == 0 ? 0 : 1 + Saved.Attachments.Count);
    }

    /// <summary>Make a link again that a repair ended or replaced.</summary>
    /// <param name="Document">The document.</param>
    /// <param name="Before">The link as it was; the entry's id changes when the entry was put back.</param>
    /// <param name="Entry">The id that the entry had.</param>
    public sealed record RestoreLink(DocumentRef Document, Link Before, Guid Entry) : RepairStep
    {
        /// <summary>The link that it replaces; null when the document has none by then.</summary>
        public Link? Instead { get; init; }

        /// <inheritdoc/>
        public override Phase Phase => Phase.Book;

        /// <inheritdoc/>
        public override string Words => $"Link {Document} to {Before.Series} {Before.BookingNumber} again.";
    }

    /// <summary>Book a released document anew, with an intent like any other.</summary>
    /// <param name="Document">The document.</param>
    /// <param name="Series">Where it goes.</param>
    /// <param name="Number">The number that it must get; null where that is Exact's to choose.</param>
    public sealed record BookAgain(DocumentRef Document, SeriesKey Series, int? Number) : RepairStep
    {
        /// <inheritdoc/>
        public override Phase Phase => Phase.Book;

        /// <inheritdoc/>
        public override string Words =>
            $"Book {Document} again as {Series} {(Number is { } number ? $"{number}" : "with the number that Exact gives")}.";

        /// <inheritdoc/>
        public override int Calls => 1;
    }

    /// <summary>Accept that document and entry differ, as both stand now.</summary>
    /// <param name="Document">The document.</param>
    /// <param name="Before">The link before it was accepted.</param>
    public sealed record Accept(DocumentRef Document, Link Before) : RepairStep
    {
        /// <inheritdoc/>
        public override Phase Phase => Phase.Links;

        /// <inheritdoc/>
        public override string Words => $"Accept the difference between {Document} and its entry.";
    }

    /// <summary>Something that only a person can do, or should.</summary>
    /// <param name="When">When it comes.</param>
    /// <param name="What">What to do, in a sentence.</param>
    /// <param name="Check">How Bookonce sees that it is done.</param>
    public sealed record Person(Phase When, string What, PersonCheck Check) : RepairStep
    {
        /// <inheritdoc/>
        public override Phase Phase => When;

        /// <inheritdoc/>
        public override string Words => What;

        /// <inheritdoc/>
        public override int Calls =>
            Check is PersonCheck.EntriesGone or PersonCheck.EntryOpen or PersonCheck.EntryAgrees ? 1 : 0;
    }
}
