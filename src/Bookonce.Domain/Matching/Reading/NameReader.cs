namespace Bookonce.Domain.Matching.Reading;

/// <summary>Reads the words of a customer's name that tell one customer from another.</summary>
static class NameReader
{
    /// <summary>Longer names are cut: the first words are the name.</summary>
    const int MostWords = 6;

    /// <summary>Legal forms of Dutch, French, German and English names.</summary>
    static readonly HashSet<string> LegalForms = Set(
        "BV BVBA EBVBA NV SA SRL SPRL SPRLU VOF VZW ASBL IVZW AISBL CV CVBA CVOA SCRL SC SCS SNC SCA COMMV COMMVA GCV MTS",
        "STICHTING MAATSCHAP EENMANSZAAK SARL SAS SASU EURL GMBH AG UG KG SE LTD PLC LLC INC CORP SPA"
    );

    /// <summary>Legal forms, and titles and joining words of such names.</summary>
    static readonly HashSet<string> Empty =
    [
        .. LegalForms,
        .. Set("DHR HEER MEVR MEVROUW MR MRS MS MME MLLE MONSIEUR MADAME DR IR ING MTR EN ET AND UND THE"),
    ];

    /// <summary>What is written in several ways.</summary>
    static readonly Dictionary<string, string> Long = new(StringComparer.Ordinal)
    {
        ["ZN"] = "ZONEN",
        ["ZNN"] = "ZONEN",
        ["GEBR"] = "GEBROEDERS",
        ["GEBRS"] = "GEBROEDERS",
        ["ETS"] = "ETABLISSEMENTS",
        ["CIE"] = "COMPAGNIE",
        ["ST"] = "SINT",
        ["INT"] = "INTERNATIONAL",
        ["INTL"] = "INTERNATIONAL",
    };

    static readonly HashSet<string> Everybody = Set(
        "DIVERSE DIVERSEN DIVERS DIVERSES VARIA ALLERLEI PASSANTEN PASSANT PARTICULIEREN PARTICULIERS CONTANT COMPTANT COMPTANTS SUNDRY"
    );

    /// <summary>The words in capitals without accents, legal forms and titles, in alphabetical order.</summary>
    public static string[] Words(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return [];

        var all = Split(name);
        var words = all.Where(word => !Empty.Contains(word))
            .Select(word => Long.GetValueOrDefault(word, word))
            .ToArray();
        // A name that consists of such words only is a name all the same.
        var kept = words.Length > 0 ? words : [.. all];
        return [.. kept.Take(MostWords).Order(StringComparer.Ordinal)];
    }

    /// <summary>Whether the name has the legal form of a company in it.</summary>
    public static bool HasLegalForm(string name) => Split(name).Any(LegalForms.Contains);

    /// <summary>Whether the name stands for many customers, as <c>Diverse debiteuren</c> and <c>Clients divers</c> do.</summary>
    public static bool IsCollective(string[] words) => words.Any(Everybody.Contains);

    static List<string> Split(string name)
    {
        var words = new List<string>();
        Span<char> word = stackalloc char[64];
        var length = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            if (i < name.Length && char.IsLetterOrDigit(name[i]))
            {
                length += Letters.Plain(name[i], word[length..Math.Min(length + 2, word.Length)]);
                continue;
            }
            // The dots of N.V. and the apostrophe of 't Hof divide no word; those of J. Peeters do.
            var isInside = i < name.Length && (name[i] == '\'' || name[i] == '.' && IsAbbreviation(name, i));
            if (length > 0 && !isInside)
            {
                words.Add(word[..length].ToString());
                length = 0;
            }
        }
        return words;
    }

    /// <summary>A dot between single letters.</summary>
    static bool IsAbbreviation(string name, int dot) =>
        dot >= 1
        && (dot == 1 || !char.IsLetterOrDigit(name[dot - 2]))
        && dot + 1 < name.Length
        && char.IsLetter(name[dot + 1])
        && (dot + 2 == name.Length || !char.IsLetterOrDigit(name[dot + 2]));

    static HashSet<string> Set(params string[] words) =>
        words.SelectMany(line => line.Split(' ')).ToHashSet(StringComparer.Ordinal);
}
