using Bookonce.Domain.Matching.Names;
using Bookonce.Domain.Matching.Reading;
using Bookonce.Domain.Matching.Sheets;

namespace Bookonce.Domain.Matching.Weighing;

/// <summary>
/// Finds what is plain before anything is weighed: the same number, amount and date, one document and one entry.
/// From these pairs the books teach which account is whose, and what is left to be explained.
/// </summary>
static class FirstPass
{
    /// <summary>The same pair of customer and account this often is no accident.</summary>
    const int Often = 2;

    /// <summary>An account of so many customers stands for all who have none.</summary>
    const int Many = 6;

    const int MostOfNumber = 8;

    /// <summary>Two documents claim it.</summary>
    const int Disputed = -3;

    public static Explained Explain(
        DocumentSheet documents,
        EntrySheet entries,
        NameBook names,
        BookIndex index,
        Ties ties
    )
    {
        var claims = new int[documents.Count];
        Ranges.Each(
            claims.Length,
            (from, to) =>
            {
                for (var document = from; document < to; document++)
                    claims[document] = Plain(document, documents, entries, names, index, ties);
            }
        );
        var owners = new int[entries.Count];
        Array.Fill(owners, Explained.Open);
        for (var document = 0; document < claims.Length; document++)
            if (claims[document] is >= 0 and var entry)
                owners[entry] = owners[entry] == Explained.Open ? document : Disputed;

        Know(ties, owners);
        Learn(documents, entries, names, owners);
        for (var entry = 0; entry < owners.Length; entry++)
            if (owners[entry] < 0 || names.Compare(documents.Party[owners[entry]], entries.Account[entry]) == Who.Other)
                owners[entry] = Explained.Open;
        Know(ties, owners);
        return new Explained(owners, documents.Count);
    }

    static void Know(Ties ties, int[] owners)
    {
        foreach (var (entry, document) in ties.Known)
            owners[entry] = document;
    }

    /// <summary>The one entry with the document's whole number, or counter and customer, and amount and date; −1 for none or several.</summary>
    static int Plain(
        int document,
        DocumentSheet documents,
        EntrySheet entries,
        NameBook names,
        BookIndex index,
        Ties ties
    )
    {
        var number = documents.Number[document];
        if (number.Counter == 0)
            return -1;

        var rows = index.ByNumber[number.Key];
        var isWhole = rows.Length is > 0 and <= MostOfNumber && number.IsFull;
        if (!isWhole)
            rows = index.ByCounterAndAmount[BookIndex.CounterAndAmount(number.Counter, documents.Gross[document])];
        if (rows.Length > MostOfNumber)
            return -1;

        var found = -1;
        foreach (var row in rows)
        {
            var isPlain =
                entries.Amount[row] == documents.Gross[document]
                && entries.Currency[row] == documents.Currency[document]
                && Math.Abs(entries.Day[row] - documents.Day[document]) <= 3
                && (isWhole || names.Compare(documents.Party[document], entries.Account[row]) >= Who.Similar)
                && !ties.IsRuledOut(document, row)
                && Says(number, entries.NumbersOf(row));
            if (isPlain && found >= 0)
                return -1;
            if (isPlain)
                found = row;
        }
        return found;
    }

    /// <summary>The entry carries this number and no other whole one.</summary>
    static bool Says(TypedNumber number, ReadOnlySpan<TypedNumber> typed)
    {
        foreach (var one in typed)
            if (one.IsFull && one.Has(NumberTraits.InReference) && one.Key != number.Key)
                return false;
        return true;
    }

    static void Learn(DocumentSheet documents, EntrySheet entries, NameBook names, int[] owners)
    {
        var pairs = new Dictionary<(int Party, int Account), int>();
        for (var entry = 0; entry < owners.Length; entry++)
            if (owners[entry] >= 0)
            {
                var pair = (documents.Party[owners[entry]], entries.Account[entry]);
                pairs[pair] = pairs.GetValueOrDefault(pair) + 1;
            }

        var strangers = new Dictionary<int, int>();
        foreach (var ((party, account), _) in pairs)
            if (names.Compare(party, account) is Who.Other)
                strangers[account] = strangers.GetValueOrDefault(account) + 1;
        foreach (var (account, count) in strangers)
            if (count >= Many)
                names.IsCollective(account);
        foreach (var ((party, account), count) in pairs)
            if (
                count >= Often
                && strangers.GetValueOrDefault(account) < Many
                && names.Compare(party, account) != Who.Unknown
            )
                names.Learn(party, account);
    }
}
