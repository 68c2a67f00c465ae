using System.Xml.Linq;

namespace Bookonce.Sandbox.World.Ubl;

/// <summary>Reads who sent a document and who received it.</summary>
internal static class UblParties
{
    public static UblParty Read(XElement root, string role)
    {
        var party = root.Part(role, "Party") ?? throw new UblException($"It has no {role}.");
        var legal = party.Part("PartyLegalEntity");
        var name =
            legal?.Text("RegistrationName")
            ?? party.Part("PartyName")?.Text("Name")
            ?? throw new UblException($"Its {role} has no name.");
        var vat = party
            .Parts("PartyTaxScheme")
            .Where(scheme => scheme.Part("TaxScheme")?.Text("ID") is null or "VAT")
            .Select(scheme => scheme.Text("CompanyID"))
            .FirstOrDefault(id => id is not null);
        return new UblParty(
            name,
            vat is null ? null : string.Concat(vat.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant(),
            legal?.Text("CompanyID"),
            Address(party.Part("PostalAddress")),
            party.Part("Contact")?.Text("ElectronicMail")
        );
    }

    static Address Address(XElement? address) =>
        new(
            string.Join(
                ", ",
                new[] { address?.Text("StreetName"), address?.Text("AdditionalStreetName") }.OfType<string>()
            ),
            address?.Text("PostalZone") ?? "",
            address?.Text("CityName") ?? "",
            address?.Part("Country")?.Text("IdentificationCode")?.ToUpperInvariant() ?? "BE"
        );
}
