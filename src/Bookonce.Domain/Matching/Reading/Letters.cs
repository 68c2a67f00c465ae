namespace Bookonce.Domain.Matching.Reading;

/// <summary>Letters without accents, as people type them on any keyboard.</summary>
static class Letters
{
    const string Accented = "ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝŸŠŽČĆŁ";
    const string Bare = "AAAAAACEEEEIIIINOOOOOOUUUUYYSZCCL";

    /// <summary>Writes the capital without accent, two letters for a ligature, and returns how many.</summary>
    public static int Plain(char letter, Span<char> into)
    {
        if (into.IsEmpty)
            return 0;

        var capital = char.ToUpperInvariant(letter);
        var pair = capital switch
        {
            'Æ' => "AE",
            'Œ' => "OE",
            'ß' or 'ẞ' => "SS",
            _ => "",
        };
        if (pair.Length > 0 && into.Length > 1)
        {
            pair.CopyTo(into);
            return 2;
        }
        into[0] = capital > 127 && Accented.IndexOf(capital) is >= 0 and var at ? Bare[at] : capital;
        return 1;
    }
}
