namespace Bookonce.Sandbox.ExactOnline;

/// <summary>How often VAT is declared.</summary>
public enum ReturnFrequency
{
    Monthly = 10,
    Quarterly = 30,
    Yearly = 40,
}

/// <summary>A VAT return of an administration (read/financial/Returns, financial/OfficialReturns).</summary>
public sealed class VatReturn : Row
{
    internal VatReturn(Stamp stamp)
        : base(stamp) { }

    /// <summary>The financial year.</summary>
    public required int Year { get; init; }

    /// <summary>The month or quarter of the year; 0 for a yearly return.</summary>
    public required int Period { get; init; }
    public required ReturnFrequency Frequency { get; init; }

    /// <summary>10 concept, 20 open, 30 approved, 40 realized, 50 processed.</summary>
    public int Status { get; internal set; }

    /// <summary>From 40 on it has been handed in.</summary>
    public bool IsFiled => Status >= 40;

    /// <summary>The VAT to pay in the administration's currency, negative when it is claimed back.</summary>
    public required decimal Amount { get; init; }

    /// <summary>The document that the return is shown by.</summary>
    public required Guid Document { get; init; }
    public required string Description { get; init; }
    internal bool IsFromApi { get; init; }

    internal bool Covers(int year, int period) => Covers((Year, Period, Frequency), year, period);

    internal static bool Covers((int Year, int Period, ReturnFrequency Frequency) declared, int year, int period) =>
        year == declared.Year
        && declared.Frequency switch
        {
            ReturnFrequency.Monthly => period == declared.Period,
            ReturnFrequency.Quarterly => (period + 2) / 3 == declared.Period,
            _ => true,
        };

    internal static string Describe(int year, int period, ReturnFrequency frequency) =>
        frequency switch
        {
            ReturnFrequency.Monthly => $"{year} - {period}",
            ReturnFrequency.Quarterly => $"{year} - Q{period}",
            _ => $"{year}",
        };
}
