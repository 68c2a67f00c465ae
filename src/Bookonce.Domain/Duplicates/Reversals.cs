using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;

namespace Bookonce.Domain.Duplicates;

/// <summary>Pairs entries with the entries that take them back: the opposite amount under the same reference, not dated earlier.</summary>
static class Reversals
{
    /// <summary>The receivable lines of both sides of every pair.</summary>
    /// <param name="taken">Entries that may have been taken back, and stand for no other document.</param>
    /// <param name="taking">Entries that may take one back, and are no document of their own.</param>
    public static IReadOnlySet<Guid> Among(IEnumerable<Entry> taken, IEnumerable<Entry> taking)
    {
        var (pairs, reversing) = (new HashSet<Guid>(), taking.ToLookup(KeyOf));
        foreach (var entry in taken.OrderBy(entry => entry.EnteredAt).ThenBy(entry => entry.LineId))
        {
            if (KeyOf(entry) is not var (reference, currency, amount) || pairs.Contains(entry.LineId))
                continue;
            var back = reversing[(reference, currency, -amount)]
                .Where(other => other.Date >= entry.Date && !pairs.Contains(other.LineId) && SameAccount(entry, other))
                .OrderBy(other => other.Date)
                .ThenBy(other => other.LineId)
                .FirstOrDefault();
            if (back is not null)
                pairs.UnionWith([entry.LineId, back.LineId]);
        }
        return pairs;
    }

    static (string Reference, Currency Currency, decimal Amount)? KeyOf(Entry entry) =>
        entry.Amount != 0 && entry.YourRef is { } reference && reference.Any(char.IsDigit)
            ? (DocumentNumber.Normal(reference), entry.Currency, entry.Amount)
            : null;

    static bool SameAccount(Entry entry, Entry other) =>
        entry.AccountId is null || other.AccountId is null || entry.AccountId == other.AccountId;
}
