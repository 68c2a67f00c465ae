using System.Xml.Linq;
using Bookonce.Sandbox.Teamleader.Model;

namespace Bookonce.Sandbox.Teamleader.Downloads;

/// <summary>Who sent a document, or who received it.</summary>
internal sealed record UblParty(string Name, string? VatNumber, string? LegalId, Address? Address, string? Email)
{
    // Codes of the list of electronic address schemes for VAT numbers.
    static readonly Dictionary<string, string> Schemes = new()
    {
        ["BE"] = "9925",
        ["DE"] = "9930",
        ["FR"] = "9957",
        ["LU"] = "9938",
        ["NL"] = "9944",
    };

    public static UblParty Of(Department department) =>
        new(
            department.Name,
            Compact(department.VatNumber),
            LegalId: null,
            department.Address,
            department.Emails is [var email, ..] ? email.Address : null
        );

    public static UblParty Of(Invoicee invoicee, Relation? customer) =>
        new(
            invoicee.Name,
            Compact(invoicee.VatNumber),
            invoicee.NationalIdentificationNumber,
            customer?.Addresses is [var first, ..] addresses
                ? (addresses.FirstOrDefault(address => address.Type == "primary") ?? first).Address
                : null,
            invoicee.Email
        );

    public string Country =>
        Address?.Country
        ?? (VatNumber is [>= 'A' and <= 'Z', >= 'A' and <= 'Z', ..] ? VatNumber[..2].Replace("EL", "GR") : "BE");

    public XElement? ToXml(string role) =>
        Xml.Part(
            role,
            Xml.Part(
                "Party",
                Endpoint(),
                Xml.Part("PartyName", Xml.Text("Name", Name)),
                Xml.Part(
                    "PostalAddress",
                    Xml.Text("StreetName", Address?.Line1),
                    Xml.Text("CityName", Address?.City),
                    Xml.Text("PostalZone", Address?.PostalCode),
                    Xml.Part("Country", Xml.Text("IdentificationCode", Country))
                ),
                VatNumber is null
                    ? null
                    : Xml.Part(
                        "PartyTaxScheme",
                        Xml.Text("CompanyID", VatNumber),
                        Xml.Part("TaxScheme", Xml.Text("ID", "VAT"))
                    ),
                Xml.Part(
                    "PartyLegalEntity",
                    Xml.Text("RegistrationName", Name),
                    Xml.Text("CompanyID", LegalId ?? VatNumber)
                ),
                Xml.Part("Contact", Xml.Text("ElectronicMail", Email))
            )
        );

    XElement? Endpoint() =>
        VatNumber is { Length: > 2 } vat && Schemes.TryGetValue(vat[..2], out var scheme)
            ? Xml.Text("EndpointID", vat, "schemeID", scheme)
            : Xml.Text("EndpointID", Email, "schemeID", "EM");

    static string? Compact(string? vat) =>
        vat is not null
        && string.Concat(vat.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant() is { Length: > 0 } compact
            ? compact
            : null;
}
