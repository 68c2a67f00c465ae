namespace Bookonce.Engine.Check;

/// <summary>How a file writes amounts and dates, as its own clear ones show, so that the doubtful ones can be read.</summary>
sealed class Manner
{
    readonly HashSet<char> decimals = [];
    readonly HashSet<(char Separator, bool IsMonthFirst)> orders = [];

    /// <summary>Learns from an amount.</summary>
    public void Learn(Amount? amount)
    {
        if (amount is { Otherwise: null, Decimal: { } sign })
            decimals.Add(sign);
    }

    /// <summary>Learns from a date.</summary>
    public void Learn(Day? day)
    {
        if (day is { IsMonthFirst: { } isMonthFirst, Separator: var separator })
            orders.Add((separator, isMonthFirst));
    }

    /// <summary>What was meant; null when this file writes both.</summary>
    public decimal? Read(Amount amount) =>
        amount is not { Otherwise: { } otherwise, Decimal: { } sign } ? amount.Value
        : !decimals.Contains(sign) ? amount.Value
        : decimals.Count > 1 ? null
        : otherwise;

    /// <summary>What was meant, the day first where nothing tells; null when this file writes both.</summary>
    public DateOnly? Read(Day day) =>
        day.Otherwise is not { } monthFirst ? day.Value
        : !orders.Contains((day.Separator, true)) ? day.Value
        : orders.Contains((day.Separator, false)) ? null
        : monthFirst;

    /// <summary>How doubtful dates are read, in words; null when the month never comes first.</summary>
    public string? Order => orders.Any(order => order.IsMonthFirst) ? "dates with the month first" : null;
}
