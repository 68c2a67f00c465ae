using Bookonce.Domain.Matching.Reading;

namespace Bookonce.Domain.Matching.Names;

/// <summary>How much a word says, learned from the names in these books: a rare one much, "bakkerij" little.</summary>
sealed class NameWeights
{
    /// <summary>What a slip, a shortened word and an initial are worth beside the word itself.</summary>
    const double Mistyped = 0.85,
        Shortened = 0.7,
        Initial = 0.6;

    readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    readonly double total;

    public NameWeights(IEnumerable<Name> names)
    {
        foreach (var name in names)
        {
            total++;
            foreach (var word in name.Words)
                counts[word] = counts.GetValueOrDefault(word) + 1;
        }
    }

    public int Count(string word) => counts.GetValueOrDefault(word);

    public double this[string word] => Math.Log((total + 20) / (Count(word) + 1.0));

    /// <summary>How far two names are the same; VAT numbers first.</summary>
    public Who Compare(Name one, Name other)
    {
        if (one.Vat.Length > 6 && one.Vat == other.Vat)
            return Who.Known;
        if (one.IsCollective || other.IsCollective || one.Words.Length == 0 || other.Words.Length == 0)
            return Who.Unknown;

        var found = one.Joined == other.Joined ? Who.Same : Alike(one.Words, other.Words);
        var isOtherCompany = one.Vat.Length > 6 && other.Vat.Length > 6;
        return isOtherCompany && found > Who.Partly ? Who.Partly : found;
    }

    Who Alike(string[] one, string[] other)
    {
        double shared = 0,
            mine = 0,
            theirs = 0;
        var used = 0;
        foreach (var word in one)
        {
            var weight = this[word];
            mine += weight;
            var (best, at) = (0.0, -1);
            for (var i = 0; i < other.Length; i++)
                if ((used & 1 << i) == 0 && Quality(word, other[i]) is var quality && quality > best)
                    (best, at) = (quality, i);
            if (at < 0)
                continue;
            used |= 1 << at;
            shared += best * Math.Max(weight, this[other[at]]);
        }
        foreach (var word in other)
            theirs += this[word];

        var whole = 2 * shared / (mine + theirs);
        var contained = shared / Math.Min(mine, theirs);
        return whole >= 0.95 ? Who.Same
            : whole >= 0.72 || contained >= 0.85 && whole >= 0.55 ? Who.Similar
            : contained >= 0.6 ? Who.Partly
            : Who.Other;
    }

    static double Quality(string one, string other)
    {
        if (one == other)
            return 1;

        var (shorter, longer) = one.Length <= other.Length ? (one, other) : (other, one);
        if (shorter.Length == 1)
            return longer[0] == shorter[0] ? Initial : 0;
        if (shorter.Length >= 3 && longer.StartsWith(shorter, StringComparison.Ordinal))
            return Shortened;
        return shorter.Length >= 4 && DigitSlips.Between(shorter, longer) != DigitSlip.Other ? Mistyped : 0;
    }
}
