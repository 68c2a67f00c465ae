namespace Bookonce.Domain.Matching.Reading;

/// <summary>How the digits of one number differ from those of another.</summary>
enum DigitSlip
{
    Other,
    Same,

    /// <summary>Two neighbouring digits changed places.</summary>
    Swapped,

    /// <summary>One digit is another, is missing, or is too many.</summary>
    OneOff,
}

/// <summary>The slips of a hand on a row of digits.</summary>
static class DigitSlips
{
    /// <summary>How two positive numbers differ when written.</summary>
    public static DigitSlip Between(long one, long other)
    {
        if (one == other)
            return DigitSlip.Same;

        Span<char> a = stackalloc char[20],
            b = stackalloc char[20];
        one.TryFormat(a, out var lengthA);
        other.TryFormat(b, out var lengthB);
        return Between(a[..lengthA], b[..lengthB]);
    }

    /// <summary>How two rows of digits, or of letters, differ.</summary>
    public static DigitSlip Between(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        var head = one.CommonPrefixLength(other);
        one = one[head..];
        other = other[head..];
        while (one.Length > 0 && other.Length > 0 && one[^1] == other[^1])
        {
            one = one[..^1];
            other = other[..^1];
        }
        return one.Length == 2 && other.Length == 2 && one[0] == other[1] && one[1] == other[0] ? DigitSlip.Swapped
            : one.Length > 1 || other.Length > 1 ? DigitSlip.Other
            : one.Length + other.Length == 0 ? DigitSlip.Same
            : DigitSlip.OneOff;
    }
}
