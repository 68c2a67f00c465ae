using Bookonce.Domain.Matching.Reading;

namespace Bookonce.Domain.Matching.Names;

/// <summary>A distinct customer or account: the words of its name and its VAT number.</summary>
sealed class Name
{
    public Name(string? name, string? vat)
    {
        Words = NameReader.Words(name);
        Joined = string.Concat(Words);
        IsCollective = NameReader.IsCollective(Words);
        foreach (var word in Words)
        {
            Initials |= 1u << word[0];
            Heads |= 1UL << (word[0] * 31 + (word.Length > 1 ? word[1] : 0));
            HasInitial |= word.Length == 1;
        }
        Vat = string.Concat((vat ?? "").Where(char.IsAsciiDigit)).TrimStart('0');
    }

    /// <summary>The words that tell it from others, in the order in which they were written.</summary>
    public string[] Words { get; }

    /// <summary>How much each word says; set once all names are known.</summary>
    public double[] Weights { get; set; } = [];

    public string Joined { get; }

    /// <summary>A bit for each first letter, and one for each pair of first letters: names that share none are other names.</summary>
    public uint Initials { get; }

    /// <inheritdoc cref="Initials"/>
    public ulong Heads { get; }

    /// <summary>Whether a word is a single letter.</summary>
    public bool HasInitial { get; }

    /// <summary>The digits of the VAT number, which people write with and without the country.</summary>
    public string Vat { get; }

    public bool IsCollective { get; set; }

    public bool IsUnknown => Words.Length == 0 && Vat.Length == 0;

    /// <summary>Whether the names have so much in common that comparing them is worth the time.</summary>
    public bool MayBe(Name other) =>
        (Heads & other.Heads) != 0 || (HasInitial || other.HasInitial) && (Initials & other.Initials) != 0;
}
