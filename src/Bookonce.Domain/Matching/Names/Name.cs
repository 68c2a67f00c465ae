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
        Vat = string.Concat((vat ?? "").Where(char.IsAsciiDigit)).TrimStart('0');
    }

    /// <summary>The words that tell it from others, in the order in which they were written.</summary>
    public string[] Words { get; }

    /// <summary>How much each word says; set once all names are known.</summary>
    public double[] Weights { get; set; } = [];

    public string Joined { get; }

    /// <summary>The digits of the VAT number, which people write with and without the country.</summary>
    public string Vat { get; }

    public bool IsCollective { get; set; }

    public bool IsUnknown => Words.Length == 0 && Vat.Length == 0;
}
