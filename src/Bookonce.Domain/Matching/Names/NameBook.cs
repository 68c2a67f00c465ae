namespace Bookonce.Domain.Matching.Names;

/// <summary>The distinct customers and accounts, and which of them may be the same.</summary>
sealed class NameBook
{
    /// <summary>A word of more accounts than this finds nobody; rarer words do.</summary>
    const int MostOfWord = 160;

    /// <summary>After so many comparisons the rarest words have said all.</summary>
    const int MostCompared = 200;

    /// <summary>More accounts than this are never one customer's.</summary>
    const int MostAccounts = 24;

    const int Head = 4;

    readonly Name[] parties;
    readonly Name[] accounts;
    readonly (int Account, Who Who)[][] found;

    NameBook(Name[] parties, Name[] accounts)
    {
        (this.parties, this.accounts) = (parties, accounts);
        NameWeights.Learn([.. parties, .. accounts]);
        var index = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var account = 0; account < accounts.Length; account++)
            foreach (var key in Keys(accounts[account]))
                if (index.TryGetValue(key, out var list))
                    list.Add(account);
                else
                    index[key] = [account];

        found = new (int, Who)[parties.Length][];
        Ranges.Each(
            parties.Length,
            (from, to) =>
            {
                for (var party = from; party < to; party++)
                    found[party] = Find(parties[party], accounts, index);
            }
        );
    }

    /// <summary>Numbers customers and accounts, and finds who is who.</summary>
    public static (NameBook Book, int[] Parties, int[] Accounts) Of(
        IReadOnlyList<MatchDocument> documents,
        IReadOnlyList<MatchEntry> entries
    )
    {
        var (partyOf, parties) = Distinct(
            documents,
            document => (document.CustomerKey, document.CustomerName, document.CustomerVat)
        );
        var (accountOf, accounts) = Distinct(entries, entry => (entry.Account, entry.AccountName, entry.AccountVat));
        return (new NameBook(parties, accounts), partyOf, accountOf);
    }

    public int AccountCount => accounts.Length;

    /// <summary>The accounts that may be a customer's, the surest first.</summary>
    public ReadOnlySpan<(int Account, Who Who)> AccountsOf(int party) => found[party];

    /// <summary>How far an account is a customer.</summary>
    /// <param name="party">The customer.</param>
    /// <param name="account">The account.</param>
    /// <param name="isClose">Whether the pair is worth a comparison of names that have no rare word in common.</param>
    public Who Compare(int party, int account, bool isClose = false)
    {
        foreach (var (known, who) in found[party])
            if (known == account)
                return who;
        var (one, other) = (parties[party], accounts[account]);
        return one.IsCollective || other.IsCollective || one.IsUnknown || other.IsUnknown ? Who.Unknown
            : isClose ? NameWeights.Compare(one, other)
            : Who.Other;
    }

    /// <summary>The account stands for many customers, as its entries show.</summary>
    public void IsCollective(int account) => accounts[account].IsCollective = true;

    /// <summary>The customer's entries stand on this account, whatever its name.</summary>
    public void Learn(int party, int account) =>
        found[party] = [(account, Who.Known), .. found[party].Where(pair => pair.Account != account)];

    static (int, Who)[] Find(Name party, Name[] accounts, Dictionary<string, List<int>> index)
    {
        var lists = Keys(party)
            .Select(key => index.GetValueOrDefault(key))
            .OfType<List<int>>()
            .Where(list => list.Count <= MostOfWord)
            .OrderBy(list => list.Count);
        var seen = new HashSet<int>();
        var alike = new List<(int Account, Who Who)>();
        foreach (var list in lists)
        {
            if (seen.Count > MostCompared)
                break;
            foreach (var account in list)
                if (seen.Add(account) && NameWeights.Compare(party, accounts[account]) is >= Who.Partly and var who)
                    alike.Add((account, who));
        }
        return [.. alike.OrderByDescending(pair => pair.Who).ThenBy(pair => pair.Account).Take(MostAccounts)];
    }

    /// <summary>Under which accounts and customers meet: VAT number, whole name, words, and how a word begins with the initial of another.</summary>
    static IEnumerable<string> Keys(Name name)
    {
        if (name.Vat.Length > 6)
            yield return name.Vat;
        if (name.Joined.Length == 0)
            yield break;

        yield return $"={name.Joined}";
        foreach (var word in name.Words)
        {
            if (word.Length == 1)
                continue;
            yield return word;
            foreach (var other in name.Words)
                if (!ReferenceEquals(word, other))
                    yield return $"{word.AsSpan(0, Math.Min(Head, word.Length))}+{other[0]}";
        }
        if (name.Words is [{ Length: > Head } only])
            yield return $"{only.AsSpan(0, Head)}+";
    }

    /// <summary>Numbers distinct names in alphabetical order, so that the order of the rows does not matter.</summary>
    static (int[] Numbers, Name[] Names) Distinct<T>(
        IReadOnlyList<T> rows,
        Func<T, (string?, string? Name, string? Vat)> key
    )
    {
        var known = new Dictionary<(string?, string? Name, string? Vat), int>();
        foreach (var row in rows)
            known.TryAdd(key(row), 0);
        var keys = known.Keys.ToArray();
        Array.Sort(keys, Compare);
        for (var number = 0; number < keys.Length; number++)
            known[keys[number]] = number;

        var numbers = new int[rows.Count];
        for (var row = 0; row < rows.Count; row++)
            numbers[row] = known[key(rows[row])];
        return (numbers, Array.ConvertAll(keys, name => new Name(name.Name, name.Vat)));
    }

    static int Compare((string?, string?, string?) one, (string?, string?, string?) other) =>
        string.CompareOrdinal(one.Item2, other.Item2) is not 0 and var byName ? byName
        : string.CompareOrdinal(one.Item1, other.Item1) is not 0 and var byKey ? byKey
        : string.CompareOrdinal(one.Item3, other.Item3);
}
