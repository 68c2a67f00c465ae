using System.Globalization;
using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;

namespace Bookonce.Domain.Duplicates;

/// <summary>Says what speaks for keeping an entry, and what is not known of it.</summary>
sealed class KeepRule
{
    readonly DuplicateBooks books;
    readonly NumberOrder order;
    readonly HashSet<Guid> shared;
    readonly HashSet<ClosedPeriod>? closed;

    public KeepRule(DuplicateBooks books)
    {
        this.books = books;
        order = new NumberOrder(books.Entries);
        shared = [.. books.Entries.GroupBy(entry => entry.EntryId).Where(IsSeveral).Select(group => group.Key)];
        closed = books.Closings?.Periods.ToHashSet();
    }

    /// <param name="entry">The entry.</param>
    /// <param name="link">The link that holds it, if any.</param>
    /// <param name="document">The document that it is, if any.</param>
    public IReadOnlyList<Keeping> Of(Entry entry, Link? link, SalesDocument? document) =>
        [
            Matched(entry),
            Filed(entry),
            Closed(entry),
            Corrected(entry, link),
            entry.Attachments is null
                ? new(KeepReason.Attachments, Known.No, "nothing is attached")
                : new(KeepReason.Attachments, Known.Yes, "something is attached"),
            InOrder(entry),
            LeavesGap(entry),
            shared.Contains(entry.EntryId)
                ? new(KeepReason.Shared, Known.Yes, "other receivables stand in the same entry")
                : new(KeepReason.Shared, Known.No, "it stands alone in its entry"),
            HeldByOther(entry, document),
        ];

    static bool IsSeveral(IEnumerable<Entry> lines) => lines.Skip(1).Any();

    static Keeping Matched(Entry entry) =>
        entry.Matched switch
        {
            Entries.Matched.Fully => new(KeepReason.Matched, Known.Yes, "matched with a payment or another entry"),
            Entries.Matched.Partly => new(
                KeepReason.Matched,
                Known.Yes,
                "matched in part with a payment or another entry"
            ),
            Entries.Matched.No => new(KeepReason.Matched, Known.No, "not matched"),
            _ => new(KeepReason.Matched, Known.Unknown, "not known whether it is matched"),
        };

    Keeping Filed(Entry entry)
    {
        if (books.Closings?.Returns is not { } returns || entry.Period is not { } period)
            return new(KeepReason.Filed, Known.Unknown, "not known whether its VAT return is filed");

        var covering = returns.Where(made => made.Covers(entry.Series.Year, period)).ToArray();
        return Of(true) is { } filed ? new(KeepReason.Filed, Known.Yes, $"the VAT return of {filed} is filed")
            : Of(null) is { } made
                ? new(
                    KeepReason.Filed,
                    Known.Unknown,
                    $"the VAT return of {made} is made, not known whether it is filed"
                )
            : Of(false) is { } open ? new(KeepReason.Filed, Known.No, $"the VAT return of {open} is not filed")
            : new(KeepReason.Filed, Known.No, "no VAT return is made yet");

        VatReturn? Of(bool? isFiled) => covering.FirstOrDefault(made => made.IsFiled == isFiled);
    }

    Keeping Closed(Entry entry) =>
        closed is null || entry.Period is not { } period
            ? new(KeepReason.Closed, Known.Unknown, "not known whether its period is closed")
        : closed.Contains(new ClosedPeriod(entry.Series.Journal, entry.Series.Year, period))
            ? new(KeepReason.Closed, Known.Yes, $"period {entry.Series.Year} - {period} is closed")
        : new(KeepReason.Closed, Known.No, $"period {entry.Series.Year} - {period} is open");

    /// <summary>Matching may count as a change too, so the instant alone says nothing of an entry that is matched.</summary>
    static Keeping Corrected(Entry entry, Link? link) =>
        link?.Entry is { } then && then != EntryFacts.Of(entry)
            ? new(KeepReason.Corrected, Known.Yes, "changed after it was linked")
        : entry is not { EnteredAt: { } entered, ChangedAt: { } changed }
            ? new(KeepReason.Corrected, Known.Unknown, "not known whether it was changed")
        : changed <= entered ? new(KeepReason.Corrected, Known.No, "not changed since it was entered")
        : entry.Matched == Entries.Matched.No
            ? new(KeepReason.Corrected, Known.Yes, $"changed {On(changed)}{By(entry.Changer)}")
        : new(
            KeepReason.Corrected,
            Known.Unknown,
            $"changed {On(changed)}{By(entry.Changer)}, perhaps only by the matching"
        );

    Keeping InOrder(Entry entry) =>
        !entry.IsSales ? new(KeepReason.InOrder, Known.No, "not in a sales journal")
        : order.IsInOrder(entry) ? new(KeepReason.InOrder, Known.Yes, "its number is where its date belongs")
        : new(KeepReason.InOrder, Known.No, "its number is not where its date belongs");

    Keeping LeavesGap(Entry entry) =>
        !entry.IsSales ? new(KeepReason.LeavesGap, Known.No, "not in a sales journal")
        : order.IsLast(entry) ? new(KeepReason.LeavesGap, Known.No, "the last of its series: removing it leaves no gap")
        : new(KeepReason.LeavesGap, Known.Yes, $"removing it leaves a gap at {entry.Series} {entry.Number}");

    Keeping HeldByOther(Entry entry, SalesDocument? document) =>
        document is null || !books.HeldNumbers.TryGetValue(document.Id, out var held)
            ? new(KeepReason.HeldByOther, Known.Unknown, "not known whether another integration holds its number")
        : entry.IsSales && held == entry.Number
            ? new(KeepReason.HeldByOther, Known.Yes, "the other integration holds its number")
        : new(KeepReason.HeldByOther, Known.No, $"the other integration holds number {held}");

    static string On(DateTimeOffset at) => at.ToString("'on' yyyy-MM-dd", CultureInfo.InvariantCulture);

    static string By(string? person) => person is null ? "" : $" by {person}";
}
