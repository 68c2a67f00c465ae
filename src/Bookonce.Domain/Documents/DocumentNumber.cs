using System.Text;

namespace Bookonce.Domain.Documents;

/// <summary>Reads document numbers the way people write them. The parts of a number are runs of digits or of letters.</summary>
public static class DocumentNumber
{
    /// <summary>Compares two numbers part by part, digits as numbers.</summary>
    public static int Compare(string left, string right)
    {
        using var a = Parts(left).GetEnumerator();
        using var b = Parts(right).GetEnumerator();
        while (true)
        {
            var (hasA, hasB) = (a.MoveNext(), b.MoveNext());
            if (!hasA || !hasB)
                return hasA.CompareTo(hasB);

            var compared = ComparePart(a.Current, b.Current);
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
        var part = new StringBuilder();
        foreach (var c in text)
        {
            if (part.Length > 0 && (!char.IsLetterOrDigit(c) || char.IsDigit(c) != char.IsDigit(part[0])))
            {
                yield return Trimmed(part);
                part.Clear();
            }
            if (char.IsLetterOrDigit(c))
                part.Append(char.ToUpperInvariant(c));
        }
        if (part.Length > 0)
            yield return Trimmed(part);
    }

    static string Trimmed(StringBuilder part)
    {
        var text = part.ToString();
        return char.IsDigit(text[0]) && text.TrimStart('0') is var digits ? (digits.Length == 0 ? "0" : digits) : text;
    }

    static int ComparePart(string left, string right)
    {
        var bothNumbers = char.IsDigit(left[0]) && char.IsDigit(right[0]);
        return bothNumbers && left.Length != right.Length
            ? left.Length.CompareTo(right.Length)
            : string.CompareOrdinal(left, right);
    }
}
