using System.Xml.Linq;
using Bookonce.Sandbox.Teamleader.Model;

namespace Bookonce.Sandbox.Teamleader.Downloads;

/// <summary>A VAT category of EN 16931. The service keeps a percentage and a description, so for 0 % the words decide.</summary>
internal sealed record VatCategory(string Code, decimal Rate)
{
    static readonly (string Word, string Code)[] Words =
    [
        ("niet aan btw", "E"),
        ("buiten de eu", "G"),
        ("export", "G"),
        ("uitvoer", "G"),
        ("intracom", "K"),
        ("lidsta", "K"),
        ("medecontractant", "AE"),
        ("verlegd", "AE"),
        ("reverse", "AE"),
        ("vrijgesteld", "E"),
        ("exempt", "E"),
    ];

    /// <param name="rate">The rate of a line.</param>
    /// <param name="buyerHasVatNumber">Without one, neither reverse charge nor a supply within the EU can be stated.</param>
    public static VatCategory Of(TaxRate rate, bool buyerHasVatNumber)
    {
        if (rate.Rate != 0)
            return new VatCategory("S", rate.Rate);
        var code =
            Array.Find(Words, each => rate.Description.Contains(each.Word, StringComparison.OrdinalIgnoreCase)).Code
            ?? "Z";
        return new VatCategory(code is "AE" or "K" && !buyerHasVatNumber ? "E" : code, 0);
    }

    public XElement ToXml(string name, bool withReason) =>
        Xml.Part(
            name,
            Xml.Text("ID", Code),
            Xml.Text("Percent", Xml.Number(Rate * 100)),
            withReason ? Xml.Text("TaxExemptionReasonCode", ReasonCode) : null,
            withReason ? Xml.Text("TaxExemptionReason", Reason) : null,
            Xml.Part("TaxScheme", Xml.Text("ID", "VAT"))
        )!;

    string? ReasonCode =>
        Code switch
        {
            "AE" => "VATEX-EU-AE",
            "K" => "VATEX-EU-IC",
            "G" => "VATEX-EU-G",
            _ => null,
        };

    string? Reason =>
        Code switch
        {
            "AE" => "Btw verlegd",
            "K" => "Intracommunautaire levering",
            "G" => "Uitvoer buiten de EU",
            "E" => "Vrijgesteld van btw",
            _ => null,
        };
}
