namespace Bookonce.Domain.Documents;

/// <summary>Reads document numbers the way people write them. The parts of a number are runs of digits or of letters.</summary>
public static class DocumentNumber
{
    /// <summary>Compares two numbers part by part, digits as numbers.</summary>
    public static int Compare(string left, string right)
    {
        var (atLeft, atRight) = (0, 0);
        while (true)
        {
            var a = Next(left, ref atLeft);
            var b = Next(right, ref atRight);
            if (a.IsEmpty || b.IsEmpty)
                return b.IsEmpty.CompareTo(a.IsEmpty);

            var compared = ComparePart(a, b);
            if (compared != 0)
                return compared;
        }
    }

    /// <summary>
    /// The number without separators, leading zeros or case, parts kept apart: <c>2026 / 0014</c> gives <c>2026/14</c>.
    /// Two numbers with the same form are the same number.
    /// </summary>
    public static string Normal(string text) => string.Join('/', Parts(text));

    /// <summary>Runs of digits (without leading zeros) and of letters (upper case), in order.</summary>
    public static IEnumerable<string> Parts(string text)
    {
        for (var at = 0; Next(text, ref at).ToString() is { Length: > 0 } part; )
            yield return part.ToUpperInvariant();
    }

    /// <summary>The next part, as it is written but for leading zeros; empty when there is none. Sorting calls it a million times.</summary>
    static ReadOnlySpan<char> Next(string text, ref int at)
    {
        while (at < text.Length && !char.IsLetterOrDigit(text[at]))
            at++;
        var start = at;
        while (
            at < text.Length && char.IsLetterOrDigit(text[at]) && char.IsDigit(text[at]) == char.IsDigit(text[start])
        )
            at++;
        while (start < at - 1 && text[start] == '0')
            start++;
        return text.AsSpan(start, at - start);
    }

    static int ComparePart(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var bothNumbers = char.IsDigit(left[0]) && char.IsDigit(right[0]);
        return bothNumbers && left.Length != right.Length
            ? left.Length.CompareTo(right.Length)
            : left.CompareTo(right, StringComparison.OrdinalIgnoreCase);
    }
}
