using Bookonce.Domain.Matching.Reading;

namespace Bookonce.Domain.Matching.Sheets;

/// <summary>The documents as columns, by date and number: what scoring reads millions of times, parsed once.</summary>
sealed class DocumentSheet
{
    /// <summary>Where a row stood in the input.</summary>
    public required int[] Source { get; init; }

    public required int[] Day { get; init; }

    /// <summary>Day it is due; 0 when unknown.</summary>
    public required int[] Due { get; init; }

    /// <summary>Cents including VAT, as the books count.</summary>
    public required long[] Gross { get; init; }

    /// <summary>Cents excluding VAT without sign; 0 when unknown or equal to the gross.</summary>
    public required long[] Net { get; init; }

    /// <summary>The number; counter 0 when there is none.</summary>
    public required TypedNumber[] Number { get; init; }

    /// <summary>The payment reference folded; 0 for none.</summary>
    public required ulong[] Reference { get; init; }

    /// <summary>The currency's number; 0 when unknown.</summary>
    public required byte[] Currency { get; init; }

    /// <summary>The customer's number among the distinct customers.</summary>
    public required int[] Party { get; init; }

    /// <summary>The booking number that another integration keeps; 0 for none.</summary>
    public required int[] Booking { get; init; }

    public required bool[] IsLinked { get; init; }

    public int Count => Source.Length;

    public static DocumentSheet Of(
        IReadOnlyList<MatchDocument> documents,
        SeriesNames series,
        CurrencyCodes currencies,
        int[] parties
    )
    {
        var numbers = new TypedNumber[documents.Count];
        Ranges.Each(
            documents.Count,
            (from, to) =>
            {
                for (var i = from; i < to; i++)
                    numbers[i] = NumberOf(documents[i], series);
            }
        );
        var order = SheetOrder.Of(
            documents.Count,
            i => (ulong)documents[i].Date.DayNumber << 44 | (ulong)numbers[i].Counter,
            i => documents[i].Id
        );
        return new DocumentSheet
        {
            Source = order,
            Day = SheetOrder.Column(order, i => documents[i].Date.DayNumber),
            Due = SheetOrder.Column(order, i => documents[i].DueDate?.DayNumber ?? 0),
            Gross = SheetOrder.Column(order, i => Cents.Of(documents[i].InBooks)),
            Net = SheetOrder.Column(order, i => NetOf(documents[i])),
            Number = SheetOrder.Column(order, i => numbers[i]),
            Reference = SheetOrder.Column(order, i => StructuredReference.InField(documents[i].PaymentReference)),
            Currency = SheetOrder.Column(order, i => currencies[documents[i].Currency]),
            Party = SheetOrder.Column(order, i => parties[i]),
            Booking = SheetOrder.Column(order, i => documents[i].BookingNumber ?? 0),
            IsLinked = SheetOrder.Column(order, i => documents[i].IsLinked),
        };
    }

    static long NetOf(MatchDocument document) =>
        document.Net is { } net && Math.Abs(net) != Math.Abs(document.Gross) ? Math.Abs(Cents.Of(net)) : 0;

    /// <summary>The fullest reading of the number; a year of two digits only when it is about the document's own.</summary>
    static TypedNumber NumberOf(MatchDocument document, SeriesNames series)
    {
        Span<TypedNumber> read = stackalloc TypedNumber[NumberReader.Most];
        var best = default(TypedNumber);
        foreach (var number in read[..NumberReader.Read(document.Number, series, NumberTraits.InReference, read)])
            if (Rank(number, document.Date.Year) > Rank(best, document.Date.Year))
                best = number;
        return best;
    }

    static int Rank(TypedNumber number, int year) =>
        number switch
        {
            { Counter: 0 } => 0,
            { IsFull: true } when !number.Has(NumberTraits.ShortYear) => 3,
            { IsFull: true } when Math.Abs(number.Year - year) <= 1 => 2,
            { IsFull: false } => 1,
            _ => 0,
        };
}
