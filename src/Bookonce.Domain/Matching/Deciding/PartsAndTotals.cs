using Bookonce.Domain.Matching.Names;
using Bookonce.Domain.Matching.Reading;
using Bookonce.Domain.Matching.Sheets;
using Bookonce.Domain.Matching.Weighing;

namespace Bookonce.Domain.Matching.Deciding;

/// <summary>
/// Finds entries that are the sum of several documents, and documents that are the sum of several entries, among those of
/// one customer for which nothing else was found. They are asked, never booked and never twins.
/// </summary>
sealed class PartsAndTotals(DocumentSheet documents, EntrySheet entries, NameBook names, Groups byAccount, Ties ties)
{
    /// <summary>How far apart a total and its parts may lie.</summary>
    const int Days = 45;

    /// <summary>Sums of more are found in any books by chance.</summary>
    const int MostParts = 3;

    /// <summary>Only the nearest are tried.</summary>
    const int MostTried = 10;

    /// <summary>A sum to the cent of one customer's open items: more often right than not.</summary>
    const double Likely = 0.6;

    /// <summary>A candidate below this is no reason not to look for a sum.</summary>
    const double Unlikely = 0.3;

    readonly Dictionary<(int Document, int Entry), string> because = [];

    /// <summary>What is said of a pair that is only a part; null for any other.</summary>
    public string? Why(int document, int entry) => because.GetValueOrDefault((document, entry));

    public void Settle(Decider.Decision[] decisions, Func<int, string?> nameOf)
    {
        var owned = decisions
            .SelectMany(decision => decision.Entries)
            .Where(candidate => candidate.Probability >= Unlikely)
            .Select(candidate => candidate.Entry)
            .ToHashSet();
        var open = Enumerable.Range(0, decisions.Length).Where(row => IsOpen(decisions[row]));
        foreach (var group in open.GroupBy(row => documents.Party[row]))
        {
            int[] rows = [.. group];
            int[] free = [.. Free(group.Key, owned)];
            if (free.Length == 0)
                continue;
            foreach (var entry in free)
                Total(entry, rows, decisions, owned, nameOf);
            foreach (var document in rows.Where(row => IsOpen(decisions[row])))
                Parts(document, free, decisions, owned);
        }
    }

    static bool IsOpen(Decider.Decision decision) =>
        decision.Verdict is MatchVerdict.Book or MatchVerdict.Ask
        && decision.Entries.All(candidate => candidate.Probability < Unlikely);

    IEnumerable<int> Free(int party, HashSet<int> owned)
    {
        var free = new SortedSet<int>();
        foreach (var (account, who) in names.AccountsOf(party))
            if (who >= Who.Similar)
                foreach (var entry in byAccount[BookIndex.Account(account)])
                    if (!owned.Contains(entry))
                        free.Add(entry);
        return free;
    }

    void Total(int entry, int[] rows, Decider.Decision[] decisions, HashSet<int> owned, Func<int, string?> nameOf)
    {
        int[] near =
        [
            .. rows.Where(row =>
                    decisions[row].Verdict == MatchVerdict.Book && documents.Gross[row] != 0 && MayBelong(row, entry)
                )
                .OrderBy(row => Math.Abs(entries.Day[entry] - documents.Day[row]))
                .ThenBy(row => row)
                .Take(MostTried),
        ];
        if (
            Sum.Of(Array.ConvertAll(near, row => documents.Gross[row]), entries.Amount[entry], MostParts)
            is not { } found
        )
            return;

        int[] parts = [.. found.Select(at => near[at])];
        owned.Add(entry);
        foreach (var part in parts)
        {
            var others = parts.Where(row => row != part).Select(row => nameOf(row) ?? "another document");
            because[(part, entry)] = $"same customer, and the sum of this document and {string.Join(" and ", others)}";
            decisions[part] = new Decider.Decision(MatchVerdict.Ask, [new MatchCandidate(entry, Likely)]);
        }
    }

    void Parts(int document, int[] free, Decider.Decision[] decisions, HashSet<int> owned)
    {
        int[] near =
        [
            .. free.Where(entry => !owned.Contains(entry) && entries.Amount[entry] != 0 && MayBelong(document, entry))
                .OrderBy(entry => Math.Abs(entries.Day[entry] - documents.Day[document]))
                .ThenBy(entry => entry)
                .Take(MostTried),
        ];
        if (
            Sum.Of(Array.ConvertAll(near, entry => entries.Amount[entry]), documents.Gross[document], MostParts)
            is not { } found
        )
            return;

        int[] parts = [.. found.Select(at => near[at])];
        owned.UnionWith(parts);
        foreach (var part in parts)
            because[(document, part)] = $"same customer, and one of {parts.Length} entries that make up the amount";
        decisions[document] = new Decider.Decision(
            MatchVerdict.Ask,
            [.. parts.Select(part => new MatchCandidate(part, Likely))]
        );
    }

    /// <summary>About the same time, nothing denied, and no other document's number on it.</summary>
    bool MayBelong(int document, int entry)
    {
        if (
            Math.Abs(entries.Day[entry] - documents.Day[document]) > Days
            || entries.Currency[entry] != documents.Currency[document]
            || ties.IsRuledOut(document, entry)
        )
            return false;

        var isOthers = false;
        foreach (var typed in entries.NumbersOf(entry))
        {
            if (typed.Key == documents.Number[document].Key)
                return true;
            isOthers |= typed.IsFull && typed.Has(NumberTraits.IsDocument);
        }
        return !isOthers;
    }
}
