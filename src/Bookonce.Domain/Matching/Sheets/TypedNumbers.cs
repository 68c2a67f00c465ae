using Bookonce.Domain.Matching.Reading;

namespace Bookonce.Domain.Matching.Sheets;

/// <summary>The numbers of all entries in one array.</summary>
static class TypedNumbers
{
    public static (int[] Starts, TypedNumber[] Numbers) Of(
        IReadOnlyList<MatchEntry> entries,
        int[] order,
        SeriesNames series,
        HashSet<ulong> documentNumbers
    )
    {
        var starts = new int[order.Length + 1];
        var parts = Ranges.Map(
            order.Length,
            (from, to) =>
            {
                var numbers = new List<TypedNumber>(to - from);
                for (var row = from; row < to; row++)
                {
                    Add(entries[order[row]], series, documentNumbers, numbers);
                    starts[row + 1] = numbers.Count;
                }
                return numbers;
            }
        );

        // Starts count within a range so far; the ranges before it are added.
        var (all, filled) = (new TypedNumber[parts.Sum(part => part.Count)], 0);
        var next = 0;
        foreach (var part in parts)
        {
            part.CopyTo(all, filled);
            var rows = Math.Min(order.Length - next, Ranges.Size);
            for (var row = next; row < next + rows; row++)
                starts[row + 1] += filled;
            (next, filled) = (next + rows, filled + part.Count);
        }
        return (starts, all);
    }

    static void Add(MatchEntry entry, SeriesNames series, HashSet<ulong> documentNumbers, List<TypedNumber> numbers)
    {
        Span<TypedNumber> read = stackalloc TypedNumber[NumberReader.Most];
        var first = numbers.Count;
        Text(entry.YourRef, NumberTraits.InReference, read);
        if (entry.InvoiceNumber != entry.YourRef)
            Text(entry.InvoiceNumber, NumberTraits.InReference, read);
        Text(entry.Description, NumberTraits.None, read);

        void Text(string? text, NumberTraits traits, Span<TypedNumber> buffer)
        {
            if (string.IsNullOrEmpty(text))
                return;

            foreach (var number in buffer[..NumberReader.Read(text, series, traits, buffer)])
                if (!IsKnown(numbers, first, number))
                    numbers.Add(documentNumbers.Contains(number.Key) ? number.With(NumberTraits.IsDocument) : number);
        }
    }

    static bool IsKnown(List<TypedNumber> numbers, int first, TypedNumber number)
    {
        for (var i = first; i < numbers.Count; i++)
            if (numbers[i].Key == number.Key)
                return true;
        return false;
    }
}
