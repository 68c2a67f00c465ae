namespace Bookonce.Domain.Matching.Reading;

/// <summary>Payment references as they are typed: Belgian <c>+++123/4567/89012+++</c>, Dutch 16 digits, ISO 11649 <c>RF…</c>, or free.</summary>
static class StructuredReference
{
    /// <summary>In the field for it, anything of this many digits is a reference.</summary>
    const int ShortestInField = 7;

    const int Belgian = 12,
        Dutch = 16,
        Longest = 25;

    /// <summary>The reference as one number, 0 for none. A number above 18 digits is folded, which no two of one company survive by chance.</summary>
    public static ulong InField(ReadOnlySpan<char> text)
    {
        Span<char> digits = stackalloc char[Longest];
        var (length, hasLetters) = Digits(text, digits);
        var isIso = text.TrimStart().StartsWith("RF", StringComparison.OrdinalIgnoreCase);
        return length >= ShortestInField && (!hasLetters || isIso) ? Fold(digits[..length]) : InText(text);
    }

    /// <summary>The first reference inside a text, recognised by its check digits; 0 for none.</summary>
    public static ulong InText(ReadOnlySpan<char> text)
    {
        Span<char> digits = stackalloc char[Longest];
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
                continue;
            var (start, length) = (i, 0);
            for (; i < text.Length && (char.IsAsciiDigit(text[i]) || IsSeparator(text, i)); i++)
                if (char.IsAsciiDigit(text[i]) && length < Longest)
                    digits[length++] = text[i];
            if (IsBelgian(digits[..length]) || IsDutch(digits[..length], text[start..i]))
                return Fold(digits[..length]);
        }
        return 0;
    }

    /// <summary>Ten digits and their remainder by 97, where 0 is written as 97.</summary>
    public static bool IsBelgian(ReadOnlySpan<char> digits) =>
        digits.Length == Belgian
        && long.Parse(digits[..10]) is > 0 and var number
        && (number % 97 == 0 ? 97 : number % 97) == long.Parse(digits[10..]);

    /// <summary>Sixteen digits without separators; the first checks the others by the weights 2, 4, 8, 5, 10, 9, 7, 3, 6, 1 from the right.</summary>
    public static bool IsDutch(ReadOnlySpan<char> digits, ReadOnlySpan<char> typed)
    {
        if (digits.Length != Dutch || typed.TrimEnd().Length > Dutch + 3)
            return false;

        ReadOnlySpan<int> weights = [2, 4, 8, 5, 10, 9, 7, 3, 6, 1];
        var sum = 0;
        for (var i = 1; i < Dutch; i++)
            sum += (digits[^i] - '0') * weights[(i - 1) % weights.Length];
        var check = 11 - sum % 11;
        return digits[0] - '0'
            == (
                check >= 10
                    ? check == 10
                        ? 1
                        : 0
                    : check
            );
    }

    /// <summary>A single separator between two digits.</summary>
    static bool IsSeparator(ReadOnlySpan<char> text, int at) =>
        text[at] is '/' or ' ' or '.' or '-' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]);

    static (int Length, bool HasLetters) Digits(ReadOnlySpan<char> text, Span<char> into)
    {
        var (length, hasLetters) = (0, false);
        foreach (var c in text)
            if (char.IsAsciiDigit(c) && length < into.Length)
                into[length++] = c;
            else
                hasLetters |= char.IsLetter(c);
        return (length, hasLetters);
    }

    static ulong Fold(ReadOnlySpan<char> digits)
    {
        var value = (ulong)digits.Length;
        foreach (var digit in digits)
            value = value * 31 + (ulong)(digit - '0') + 1;
        return value;
    }
}
