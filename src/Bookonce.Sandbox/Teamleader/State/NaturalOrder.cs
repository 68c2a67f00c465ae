namespace Bookonce.Sandbox.Teamleader.State;

/// <summary>Orders document numbers as people do: runs of digits by value, the rest by character; no number comes last.</summary>
internal static class NaturalOrder
{
    public static int Compare(string? left, string? right) =>
        (left, right) switch
        {
            (null, null) => 0,
            (null, _) => 1,
            (_, null) => -1,
            _ => Compare(left.AsSpan(), right),
        };

    static int Compare(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        while (!left.IsEmpty && !right.IsEmpty)
        {
            var a = left[..Run(left)];
            var b = right[..Run(right)];
            var bothNumbers = char.IsAsciiDigit(a[0]) && char.IsAsciiDigit(b[0]);
            var order = bothNumbers ? CompareDigits(a, b) : a.SequenceCompareTo(b);
            if (order != 0)
                return order;
            left = left[a.Length..];
            right = right[b.Length..];
        }
        return left.Length.CompareTo(right.Length);
    }

    static int Run(ReadOnlySpan<char> text)
    {
        var end = char.IsAsciiDigit(text[0])
            ? text.IndexOfAnyExceptInRange('0', '9')
            : text.IndexOfAnyInRange('0', '9');
        return end < 0 ? text.Length : end;
    }

    static int CompareDigits(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var a = left.TrimStart('0');
        var b = right.TrimStart('0');
        return a.Length != b.Length ? a.Length.CompareTo(b.Length) : a.SequenceCompareTo(b);
    }
}
