namespace Bookonce.Domain.Connections;

/// <summary>Why a line carries the VAT that it carries. Codes of zero per cent differ only in this.</summary>
public enum VatNature
{
    /// <summary>Domestic at a rate, zero included.</summary>
    Domestic,

    /// <summary>Domestic, the customer accounts for the VAT.</summary>
    ReverseCharge,

    /// <summary>Goods to another member state.</summary>
    EuGoods,

    /// <summary>Services to another member state.</summary>
    EuServices,

    /// <summary>To a country outside the Union.</summary>
    Export,

    /// <summary>Exempt by law.</summary>
    Exempt,

    /// <summary>Outside VAT altogether.</summary>
    OutsideVat,
}

/// <summary>Reads the nature of a tax rate or VAT code out of its description, in Dutch, French and English, for a proposal.</summary>
public static class VatNatures
{
    /// <summary>The first line whose words occur decides, so the narrower comes first.</summary>
    static readonly (VatNature Nature, string[] Words)[] Vocabulary =
    [
        (
            VatNature.ReverseCharge,
            ["medecontract", "cocontract", "co-contract", "contractor", "verlegd", "reverse", "autoliq"]
        ),
        (
            VatNature.Export,
            [
                "buiten eu",
                "buiten de eu",
                "buiten europ",
                "outside eu",
                "outside the eu",
                "non-eu",
                "hors ue",
                "export",
                "uitvoer",
            ]
        ),
        (VatNature.Exempt, ["vrijgest", "exempt", "exoner", "exonér"]),
        (
            VatNature.OutsideVat,
            [
                "geen btw",
                "zonder btw",
                "buiten btw",
                "no vat",
                "without vat",
                "not subject",
                "onderworpen",
                "outside vat",
                "hors tva",
                "sans tva",
                "non soumis",
            ]
        ),
        (
            VatNature.EuServices,
            [
                "diensten eu",
                "intracommunautaire dienst",
                "diensten andere",
                "eu services",
                "inside eu services",
                "intra-eu services",
                "services ue",
                "services intra",
                "vcmd",
                "lidstaat, diensten",
                "lidstaat diensten",
                "ic dienst",
            ]
        ),
        (
            VatNature.EuGoods,
            [
                "lidstaat",
                "intracom",
                "intra-com",
                "intra-eu",
                "intra eu",
                "binnen eu",
                "inside eu",
                "eu goods",
                "goederen eu",
                "livraisons ue",
                "intra-ue",
                "ic lever",
            ]
        ),
    ];

    /// <summary>The nature that a description speaks of; <see cref="VatNature.Domestic"/> when it speaks of none.</summary>
    public static VatNature Of(string description)
    {
        foreach (var (nature, words) in Vocabulary)
            if (words.Any(word => description.Contains(word, StringComparison.OrdinalIgnoreCase)))
                return nature == VatNature.EuGoods && SpeaksOfServices(description) ? VatNature.EuServices : nature;
        return VatNature.Domestic;
    }

    /// <summary>The nature of a VAT code: its flags where they say it, else its description.</summary>
    public static VatNature Of(VatCode code) =>
        code switch
        {
            { IsReverseCharge: true } when Of(code.Description) is VatNature.Domestic => VatNature.ReverseCharge,
            { Kind: VatCodeKind.None } when Of(code.Description) is VatNature.Domestic => VatNature.OutsideVat,
            { EuListing: "S" } => VatNature.EuServices,
            { EuListing: "L" or "T" } => VatNature.EuGoods,
            _ => Of(code.Description),
        };

    static bool SpeaksOfServices(string description) =>
        description.Contains("dienst", StringComparison.OrdinalIgnoreCase)
        || description.Contains("service", StringComparison.OrdinalIgnoreCase);
}
