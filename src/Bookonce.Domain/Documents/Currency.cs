namespace Bookonce.Domain.Documents;

/// <summary>An ISO 4217 currency and the number of decimals its amounts have.</summary>
/// <param name="Code">The three letters, for example <c>EUR</c>.</param>
public readonly record struct Currency(string Code)
{
    /// <summary>The euro.</summary>
    public static Currency Euro { get; } = new("EUR");

    /// <summary>Decimals of an amount: none for the Chilean peso, the Icelandic króna and the yen, else two.</summary>
    public int Scale => Code is "CLP" or "ISK" or "JPY" ? 0 : 2;

    /// <summary>The smallest amount: 0.01 or 1.</summary>
    public decimal Cent => Scale == 0 ? 1m : 0.01m;

    /// <summary>Rounds half away from zero, as invoices do.</summary>
    public decimal Round(decimal amount) => decimal.Round(amount, Scale, MidpointRounding.AwayFromZero);

    /// <summary>An amount for a sentence, with every decimal of the currency; nothing is rounded away.</summary>
    public string Text(decimal amount) =>
        amount == Round(amount)
            ? amount.ToString($"F{Scale}", System.Globalization.CultureInfo.InvariantCulture)
            : amount.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Returns the amount at the currency's scale.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount has more decimals than the currency.</exception>
    public decimal Exact(decimal amount) =>
        Round(amount) == amount
            ? Round(amount)
            : throw new ArgumentOutOfRangeException(nameof(amount), amount, $"{Code} has {Scale} decimals.");

    /// <summary>Whether the amount has no more decimals than the currency.</summary>
    public bool Holds(decimal amount) => Round(amount) == amount;

    /// <summary>The code.</summary>
    public override string ToString() => Code;
}
