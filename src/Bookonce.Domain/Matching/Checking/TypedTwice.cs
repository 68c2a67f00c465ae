using System.Globalization;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Matching.Reading;

namespace Bookonce.Domain.Matching.Checking;

/// <summary>Finds entries that no document explains and that stand in the books more than once all the same.</summary>
static class TypedTwice
{
    /// <summary>Less than a month, because what is sold every month has the same amount and may have the same order number.</summary>
    const int Days = 25;

    /// <summary>Groups of two or more, each in order of the input.</summary>
    /// <param name="entries">All entries.</param>
    /// <param name="foreign">The places of those that belong to no document, in order.</param>
    public static IReadOnlyList<IReadOnlyList<int>> Among(IReadOnlyList<MatchEntry> entries, IEnumerable<int> foreign)
    {
        var alike = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var place in foreign)
        foreach (var key in Keys(entries[place]))
            if (alike.TryGetValue(key, out var places))
                places.Add(place);
            else
                alike[key] = [place];

        var groups = new Dictionary<int, SortedSet<int>>();
        foreach (var places in alike.Values.Where(places => places.Count > 1))
            Join(entries, [.. places.OrderBy(place => entries[place].Date).ThenBy(place => place)], groups);
        return [.. groups.Values.Distinct().OrderBy(group => group.Min).Select(group => group.ToArray())];
    }

    static void Join(IReadOnlyList<MatchEntry> entries, int[] byDate, Dictionary<int, SortedSet<int>> groups)
    {
        for (var at = 1; at < byDate.Length; at++)
        {
            var (one, other) = (byDate[at - 1], byDate[at]);
            if (!IsSame(entries[one], entries[other]))
                continue;
            var group = groups.TryGetValue(one, out var known) ? known : [one];
            group.UnionWith(groups.TryGetValue(other, out var more) ? more : [other]);
            foreach (var place in group)
                groups[place] = group;
        }
    }

    static bool IsSame(MatchEntry one, MatchEntry other) =>
        other.Date.DayNumber - one.Date.DayNumber <= Days
        && (one.Currency is null || other.Currency is null || one.Currency == other.Currency)
        && (Party(one), Party(other)) is var (mine, theirs)
        && (mine is null || theirs is null || mine == theirs);

    /// <summary>What two entries of the same thing have in common: a reference, or without any all the rest.</summary>
    static IEnumerable<string> Keys(MatchEntry entry)
    {
        var amount = entry.Amount.ToString("0.00", CultureInfo.InvariantCulture);
        if (entry.Amount == 0)
            yield break;

        var references = References(entry).ToArray();
        foreach (var reference in references)
            yield return $"{amount} {reference}";
        if (references.Length == 0 && Party(entry) is { } party)
            yield return $"{amount} {entry.Date.DayNumber} {party} {DocumentNumber.Normal(entry.Description ?? "")}";
    }

    static IEnumerable<string> References(MatchEntry entry) =>
        new[] { entry.YourRef, entry.InvoiceNumber, PaymentReference.Normal(entry.PaymentReference) }
            .Where(text => text is not null && text.Any(char.IsDigit))
            .Select(text => DocumentNumber.Normal(text!))
            .Distinct(StringComparer.Ordinal);

    /// <summary>Who owes it; null when that is not known.</summary>
    static string? Party(MatchEntry entry) =>
        entry.Account is { Length: > 0 } account ? account
        : NameReader.Words(entry.AccountName) is { Length: > 0 } words && !NameReader.IsCollective(words)
            ? string.Join(' ', words)
        : null;
}
