namespace Bookonce.Domain.Documents;

/// <summary>Oldest first: by date, then by the parts of the number as numbers, so that 2026 / 9 comes before 2026 / 10.</summary>
public sealed class DocumentOrder : IComparer<SalesDocument>
{
    /// <summary>The one order in which documents are looked at and booked.</summary>
    public static DocumentOrder OldestFirst { get; } = new();

    /// <inheritdoc/>
    public int Compare(SalesDocument? x, SalesDocument? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);

        var byDate = x.Date.CompareTo(y.Date);
        if (byDate != 0)
            return byDate;

        var byKind = x.Kind.CompareTo(y.Kind);
        if (byKind != 0)
            return byKind;

        var byNumber = DocumentNumber.Compare(x.Number, y.Number);
        return byNumber != 0 ? byNumber : x.Id.CompareTo(y.Id);
    }
}
