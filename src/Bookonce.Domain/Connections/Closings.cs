namespace Bookonce.Domain.Connections;

/// <summary>How often VAT is declared.</summary>
public enum ReturnFrequency
{
    /// <summary>Every month.</summary>
    Monthly,

    /// <summary>Every quarter.</summary>
    Quarterly,

    /// <summary>Once a year.</summary>
    Yearly,
}

/// <summary>A VAT return of an administration.</summary>
/// <param name="Year">The financial year.</param>
/// <param name="Number">The month or quarter of that year; without meaning for a yearly one.</param>
/// <param name="Frequency">How long it is.</param>
/// <param name="IsFiled">Whether it is handed in; null where Exact's status does not tell.</param>
public sealed record VatReturn(int Year, int Number, ReturnFrequency Frequency, bool? IsFiled)
{
    /// <summary>Whether it covers a period of a financial year of twelve months.</summary>
    public bool Covers(int year, int period) =>
        year == Year
        && Frequency switch
        {
            ReturnFrequency.Monthly => period == Number,
            ReturnFrequency.Quarterly => (period + 2) / 3 == Number,
            _ => true,
        };

    /// <summary>For example <c>2026 Q1</c>.</summary>
    public override string ToString() =>
        Frequency switch
        {
            ReturnFrequency.Monthly => $"{Year}-{Number:00}",
            ReturnFrequency.Quarterly => $"{Year} Q{Number}",
            _ => $"{Year}",
        };
}

/// <summary>What is over and done with in the books, as it was when somebody last looked.</summary>
/// <param name="Periods">Periods that are closed for a journal.</param>
/// <param name="Returns">VAT returns; null when Exact did not show them.</param>
/// <param name="ReadAt">When that was, UTC.</param>
public sealed record Closings(
    IReadOnlyList<ClosedPeriod> Periods,
    IReadOnlyList<VatReturn>? Returns,
    DateTimeOffset ReadAt
);
