using System.Runtime.InteropServices;

namespace Bookonce.Domain.Matching.Reading;

/// <summary>The letters that stand before the documents' numbers and tell one series from another.</summary>
sealed class SeriesNames
{
    /// <summary>A document's series has a byte; books with more of them tell the rest apart by other evidence.</summary>
    const int Most = 250;

    readonly List<string> names = [];

    /// <summary>The letters of all numbers, in an order that does not depend on the input's.</summary>
    public static SeriesNames Of(IEnumerable<string?> numbers)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        var last = "";
        foreach (var number in numbers)
        {
            if (number is null)
                continue;
            var letters = Letters(number, number.AsSpan().IndexOfAnyInRange('0', '9'));
            if (letters.Length > 0 && !letters.Equals(last, StringComparison.OrdinalIgnoreCase))
                found.Add(last = letters.ToString().ToUpperInvariant());
        }
        var series = new SeriesNames();
        series.names.AddRange(found.Take(Most));
        return series;
    }

    /// <summary>The series whose letters stand before a position, from 1; 0 for none or unknown letters.</summary>
    public int Before(ReadOnlySpan<char> text, int position)
    {
        if (names.Count == 0)
            return 0;

        var letters = Letters(text, position);
        if (letters.Length > 0)
            for (var i = 0; i < names.Count; i++)
                if (letters.Equals(CollectionsMarshal.AsSpan(names)[i], StringComparison.OrdinalIgnoreCase))
                    return i + 1;
        return 0;
    }

    static ReadOnlySpan<char> Letters(ReadOnlySpan<char> text, int position)
    {
        var end = position;
        if (end > 0 && text[end - 1] is '-' or '/' or ' ' or '.' or '_')
            end--;
        var start = end;
        while (start > 0 && char.IsLetter(text[start - 1]))
            start--;
        return end < 0 ? default : text[start..end];
    }
}
