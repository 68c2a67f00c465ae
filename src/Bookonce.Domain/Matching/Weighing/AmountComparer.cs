using Bookonce.Domain.Matching.Reading;

namespace Bookonce.Domain.Matching.Weighing;

/// <summary>Compares totals without their sign, in cents.</summary>
static class AmountComparer
{
    /// <summary>What somebody may call a rounding difference.</summary>
    const long SomeCents = 5;

    public static AmountLevel Compare(long gross, long net, long amount)
    {
        (gross, amount) = (Math.Abs(gross), Math.Abs(amount));
        if (gross == amount)
            return AmountLevel.Equal;

        var difference = Math.Abs(gross - amount);
        return difference <= SomeCents ? AmountLevel.CentsOff
            : net != 0 && amount == net ? AmountLevel.Net
            : gross == 0 || amount == 0 ? AmountLevel.Other
            : IsTenfold(gross, amount) ? AmountLevel.Tenfold
            : DigitSlips.Between(gross, amount) is var slip && slip == DigitSlip.Swapped ? AmountLevel.Swapped
            : difference < 100 ? AmountLevel.Rounded
            : slip == DigitSlip.OneOff ? AmountLevel.OneDigit
            : AmountLevel.Other;
    }

    /// <summary>A shifted decimal sign; what is rounded off does not matter.</summary>
    static bool IsTenfold(long one, long other)
    {
        var (small, large) = one < other ? (one, other) : (other, one);
        return Math.Abs(large - small * 10) < 10 || Math.Abs(large - small * 100) < 100;
    }
}
