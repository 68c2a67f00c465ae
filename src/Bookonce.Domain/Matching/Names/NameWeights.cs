using Bookonce.Domain.Matching.Reading;

namespace Bookonce.Domain.Matching.Names;

/// <summary>How much a word says, learned from the names in these books: a rare one much, "bakkerij" little.</summary>
static class NameWeights
{
    /// <summary>What a slip, a shortened word and an initial are worth beside the word itself.</summary>
    const double Mistyped = 0.85,
        Shortened = 0.7,
        Initial = 0.6;

    /// <summary>Counts the words of all names and tells each name what its words are worth.</summary>
    public static void Learn(IReadOnlyCollection<Name> names)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in names)
        foreach (var word in name.Words)
            counts[word] = counts.GetValueOrDefault(word) + 1;
        foreach (var name in names)
            name.Weights = Array.ConvertAll(name.Words, word => Math.Log((names.Count + 20) / (counts[word] + 1.0)));
    }

    /// <summary>How far two names are the same; VAT numbers first.</summary>
    public static Who Compare(Name one, Name other)
    {
        if (one.Vat.Length > 6 && one.Vat == other.Vat)
            return Who.Known;
        if (one.IsCollective || other.IsCollective || one.Words.Length == 0 || other.Words.Length == 0)
            return Who.Unknown;

        var found =
            one.Joined == other.Joined ? Who.Same
            : one.MayBe(other) ? Alike(one, other)
            : Who.Other;
        var isOtherCompany = one.Vat.Length > 6 && other.Vat.Length > 6;
        return isOtherCompany && found > Who.Partly ? Who.Partly : found;
    }

    static Who Alike(Name one, Name other)
    {
        var (shared, used) = (0.0, 0);
        for (var word = 0; word < one.Words.Length; word++)
        {
            var (best, at) = (0.0, -1);
            for (var i = 0; i < other.Words.Length; i++)
                if ((used & 1 << i) == 0 && Quality(one.Words[word], other.Words[i]) is var quality && quality > best)
                    (best, at) = (quality, i);
            if (at < 0)
                continue;
            used |= 1 << at;
            shared += best * Math.Max(one.Weights[word], other.Weights[at]);
        }

        var (mine, theirs) = (one.Weights.Sum(), other.Weights.Sum());
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
