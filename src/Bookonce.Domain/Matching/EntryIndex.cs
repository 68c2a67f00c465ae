using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;

namespace Bookonce.Domain.Matching;

/// <summary>The entries of an administration, found by what was typed as number or reference, and by amount.</summary>
sealed class EntryIndex
{
    /// <summary>A run of more parts than any document number has is a sentence.</summary>
    const int LongestNumber = 4;

    readonly Dictionary<string, List<Entry>> byNumber = new(StringComparer.Ordinal);
    readonly Dictionary<string, List<Entry>> byReference = new(StringComparer.Ordinal);
    readonly Dictionary<(string, decimal), List<Entry>> byAmount = [];

    public EntryIndex(IEnumerable<Entry> entries)
    {
        foreach (var entry in entries)
        {
            foreach (var number in NumbersIn(entry.YourRef).Union(NumbersIn(entry.Description), StringComparer.Ordinal))
                Add(byNumber, number, entry);
            foreach (var reference in References(entry))
                Add(byReference, reference, entry);
            Add(byAmount, (entry.Currency.Code, Math.Abs(entry.Amount)), entry);
        }
    }

    public IEnumerable<Entry> WithNumber(SalesDocument document) =>
        NumberForms(document.Number).SelectMany(form => Found(byNumber, form)).Distinct();

    public IReadOnlyList<Entry> WithReference(SalesDocument document) =>
        PaymentReference.Normal(document.PaymentReference) is { } reference ? Found(byReference, reference) : [];

    public IReadOnlyList<Entry> WithAmount(SalesDocument document) =>
        Found(byAmount, (document.Currency.Code, Math.Abs(document.Gross)));

    static IEnumerable<string> References(Entry entry) =>
        new[] { entry.PaymentReference, entry.YourRef, entry.Description }
            .Select(PaymentReference.Normal)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal);

    /// <summary>Every run of neighbouring parts in a text, because a number may stand inside a sentence.</summary>
    static IEnumerable<string> NumbersIn(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            yield break;

        var parts = DocumentNumber.Parts(text).ToArray();
        for (var start = 0; start < parts.Length; start++)
        for (var length = 1; length <= LongestNumber && start + length <= parts.Length; length++)
            yield return string.Join('/', parts, start, length);
    }

    /// <summary>The ways a full number is written: with any separator, or run together with the counter padded.</summary>
    static IEnumerable<string> NumberForms(string number)
    {
        var normal = DocumentNumber.Normal(number);
        if (normal.Length == 0)
            yield break;

        yield return normal;
        if (normal.Split('/') is [{ Length: 4 } year, var counter] && (year + counter).All(char.IsDigit))
            for (var width = counter.Length; width <= 6; width++)
                yield return year + counter.PadLeft(width, '0');
    }

    static void Add<TKey>(Dictionary<TKey, List<Entry>> index, TKey key, Entry entry)
        where TKey : notnull
    {
        if (!index.TryGetValue(key, out var entries))
            index[key] = entries = [];
        entries.Add(entry);
    }

    static List<Entry> Found<TKey>(Dictionary<TKey, List<Entry>> index, TKey key)
        where TKey : notnull => index.TryGetValue(key, out var entries) ? entries : [];
}
