using Bookonce.Domain.Matching.Reading;

namespace Bookonce.Domain.Matching.Sheets;

/// <summary>The entries as columns, by date: what scoring reads millions of times, parsed once.</summary>
sealed class EntrySheet
{
    /// <summary>Where a row stood in the input.</summary>
    public required int[] Source { get; init; }

    public required int[] Day { get; init; }

    /// <summary>Day it is due; 0 when unknown.</summary>
    public required int[] Due { get; init; }

    /// <summary>Cents as the books count.</summary>
    public required long[] Amount { get; init; }

    /// <summary>The same in the currency of the books; 0 when unknown.</summary>
    public required long[] BookAmount { get; init; }

    /// <summary>The currency's number; 0 when unknown.</summary>
    public required byte[] Currency { get; init; }

    /// <summary>The account's number among the distinct accounts.</summary>
    public required int[] Account { get; init; }

    /// <summary>Where the numbers of a row begin in <see cref="Numbers"/>; one more than rows.</summary>
    public required int[] NumberStart { get; init; }

    /// <summary>The numbers that were typed, of all rows.</summary>
    public required TypedNumber[] Numbers { get; init; }

    /// <summary>The payment reference folded; 0 for none.</summary>
    public required ulong[] Reference { get; init; }

    /// <summary>The booking number; 0 when unknown.</summary>
    public required int[] Booking { get; init; }

    /// <summary>Whether something stands in the reference field.</summary>
    public required bool[] HasReferenceText { get; init; }

    public required bool[] IsOpenItem { get; init; }

    public int Count => Source.Length;

    public ReadOnlySpan<TypedNumber> NumbersOf(int row) => Numbers.AsSpan(NumberStart[row]..NumberStart[row + 1]);

    public static EntrySheet Of(
        IReadOnlyList<MatchEntry> entries,
        SeriesNames series,
        CurrencyCodes currencies,
        int[] accounts,
        HashSet<ulong> documentNumbers
    )
    {
        var order = SheetOrder.Of(
            entries.Count,
            i => (ulong)entries[i].Date.DayNumber << 44 | (ulong)Cents.Of(entries[i].Amount) & 0xfff_ffff_ffff,
            i => entries[i].Id
        );
        var (starts, numbers) = TypedNumbers.Of(entries, order, series, documentNumbers);
        return new EntrySheet
        {
            Source = order,
            Day = SheetOrder.Column(order, i => entries[i].Date.DayNumber),
            Due = SheetOrder.Column(order, i => entries[i].DueDate?.DayNumber ?? 0),
            Amount = SheetOrder.Column(order, i => Cents.Of(entries[i].Amount)),
            BookAmount = SheetOrder.Column(order, i => Cents.Of(entries[i].BookAmount ?? 0)),
            Currency = SheetOrder.Column(order, i => currencies[entries[i].Currency]),
            Account = SheetOrder.Column(order, i => accounts[i]),
            NumberStart = starts,
            Numbers = numbers,
            Reference = SheetOrder.Column(order, i => ReferenceOf(entries[i])),
            Booking = SheetOrder.Column(order, i => entries[i].Number ?? 0),
            HasReferenceText = SheetOrder.Column(order, i => !string.IsNullOrWhiteSpace(entries[i].YourRef)),
            IsOpenItem = SheetOrder.Column(order, i => entries[i].IsOpenItem),
        };
    }

    static ulong ReferenceOf(MatchEntry entry) =>
        StructuredReference.InField(entry.PaymentReference) is not 0 and var field ? field
        : StructuredReference.InText(entry.YourRef) is not 0 and var typed ? typed
        : StructuredReference.InText(entry.Description);
}
