using System.Text.Json.Nodes;
using Bookonce.Sandbox.Teamleader.Http;
using Bookonce.Sandbox.Teamleader.Model;

namespace Bookonce.Sandbox.Teamleader.Endpoints;

/// <summary>How companies and contacts are written: what they share, the rest in each one's own words.</summary>
internal static class RelationWire
{
    public static JsonObject Row(Company company, bool customFields)
    {
        var wire = Common(company);
        AddPrimaryAddress(wire, company, customFields);
        return wire;
    }

    public static JsonObject Info(Company company)
    {
        var wire = Common(company);
        AddDetails(wire, company);
        return wire;
    }

    public static JsonObject Row(Contact contact, bool customFields)
    {
        var wire = Common(contact);
        AddPrimaryAddress(wire, contact, customFields);
        return wire;
    }

    public static JsonObject Info(Contact contact)
    {
        var wire = Common(contact);
        AddDetails(wire, contact);
        wire["vat_number"] = contact.VatNumber;
        wire["companies"] = Wire.List(
            contact.Companies,
            link => new JsonObject
            {
                ["position"] = link.Position,
                ["secondary_position"] = link.SecondaryPosition,
                ["division"] = link.Division,
                ["decision_maker"] = link.DecisionMaker,
                ["company"] = Wire.Reference("company", link.CompanyId),
            }
        );
        return wire;
    }

    public static string Status(Relation relation) => relation.Deactivated ? "deactivated" : "active";

    static JsonObject Common(Company company)
    {
        var wire = Shared(company, "company_detail.php");
        wire["name"] = company.Name;
        wire["vat_number"] = company.VatNumber;
        wire["business_type"] = Wire.Reference("businessType", company.BusinessTypeId);
        wire["responsible_user"] = Wire.Reference("user", company.ResponsibleUserId);
        wire["preferred_currency"] = company.PreferredCurrency;
        return wire;
    }

    static JsonObject Common(Contact contact)
    {
        var wire = Shared(contact, "contact_detail.php");
        wire["first_name"] = contact.FirstName;
        wire["last_name"] = contact.LastName;
        wire["salutation"] = contact.Salutation;
        wire["gender"] = contact.Gender;
        wire["birthdate"] = Wire.Date(contact.Birthdate);
        return wire;
    }

    static JsonObject Shared(Relation relation, string page) =>
        new()
        {
            ["id"] = relation.Id,
            ["status"] = Status(relation),
            ["national_identification_number"] = relation.NationalIdentificationNumber,
            ["emails"] = Wire.List(relation.Emails, SharedWire.ToWire),
            ["telephones"] = Wire.List(relation.Telephones, SharedWire.ToWire),
            ["website"] = relation.Website,
            ["iban"] = relation.Iban,
            ["bic"] = relation.Bic,
            ["language"] = relation.Language,
            ["payment_term"] = relation.PaymentTerm?.ToWire(),
            ["invoicing_preferences"] = new JsonObject
            {
                ["electronic_invoicing_address"] = relation.ElectronicInvoicingAddress,
            },
            ["added_at"] = Wire.Moment(relation.AddedAt),
            ["updated_at"] = Wire.Moment(relation.UpdatedAt),
            ["web_url"] = $"https://focus.teamleader.eu/{page}?id={relation.Id}",
            ["tags"] = Wire.List(relation.Tags, tag => tag),
            ["marketing_mails_consent"] = relation.MarketingMailsConsent,
            ["price_list"] = Wire.Reference("priceList", relation.PriceListId),
        };

    static void AddPrimaryAddress(JsonObject wire, Relation relation, bool customFields)
    {
        wire["primary_address"] = relation
            .Addresses.FirstOrDefault(address => address.Type == "primary")
            ?.Address.ToWire();
        if (customFields)
            wire["custom_fields"] = Wire.List(relation.CustomFields, SharedWire.ToWire);
    }

    static void AddDetails(JsonObject wire, Relation relation)
    {
        wire["addresses"] = Wire.List(relation.Addresses, SharedWire.ToWire);
        wire["remarks"] = relation.Remarks;
        wire["custom_fields"] = Wire.List(relation.CustomFields, SharedWire.ToWire);
    }
}
