using System.Text.Json.Nodes;
using Bookonce.Sandbox.Teamleader.Http;
using Bookonce.Sandbox.Teamleader.Model;

namespace Bookonce.Sandbox.Teamleader.Endpoints;

/// <summary>Companies.</summary>
internal static class Companies
{
    public static Answer List(Call call)
    {
        var customFields = call.Includes("custom_fields");
        var rows = new Filter<Company>(call, call.State.CompaniesById.Values)
            .Ids(company => company.Id)
            .Term(company =>
                [
                    company.Name,
                    company.VatNumber,
                    .. company.Emails.Select(email => email.Address),
                    .. company.Telephones.Select(telephone => telephone.Number),
                ]
            )
            .On("email", value => WithEmail<Company>(value))
            .On("vat_number", value => WithVatNumber(value.Text()!, call.Switches.VatNumberFilter))
            .Text("national_identification_number", company => company.NationalIdentificationNumber)
            .UpdatedSince(company => company.UpdatedAt)
            .Tags(company => company.Tags)
            .Word("status", ["active", "deactivated"], RelationWire.Status)
            .Flag("marketing_mails_consent", company => company.MarketingMailsConsent)
            .Rows;
        var sorted = call.Sort(
            rows,
            [
                new SortField<Company>(
                    "name",
                    (a, b) => string.Compare(a.Name, b.Name, StringComparison.OrdinalIgnoreCase)
                ),
            ],
            new SortField<Company>("added_at", (a, b) => a.AddedAt.CompareTo(b.AddedAt)),
            new SortField<Company>("updated_at", (a, b) => a.UpdatedAt.CompareTo(b.UpdatedAt))
        );
        return Answer.Data(call.Page(sorted), company => RelationWire.Row(company, customFields));
    }

    public static Answer Info(Call call)
    {
        var company = Subject(call);
        var wire = RelationWire.Info(company);
        if (call.Includes("related_companies"))
            wire["related_companies"] = new JsonArray();
        if (call.Includes("related_contacts"))
            wire["related_contacts"] = RelatedContacts(call, company.Id);
        return Answer.Data(wire);
    }

    public static Answer Add(Call call)
    {
        var company = call.State.Plant(
            Written(call, new Company { Name = call.Body["name"].RequiredText(), AddedAt = call.State.Now })
        );
        call.State.Raise("company.added", company.Id);
        return Answer.Created("company", company.Id);
    }

    public static Answer Update(Call call) => Change(call, Written);

    public static Answer UploadLogo(Call call) => Change(call, RelationWriting.Pictured);

    public static Answer Tag(Call call) => Change(call, RelationWriting.Tagged);

    public static Answer Untag(Call call) => Change(call, RelationWriting.Untagged);

    /// <summary>Documents keep naming the company; people are unlinked from it.</summary>
    public static Answer Delete(Call call)
    {
        var id = Subject(call).Id;
        call.State.CompaniesById.Remove(id);
        foreach (var contact in call.State.ContactsById.Values.Where(contact => contact.IsLinkedTo(id)).ToList())
            call.State.ContactsById[contact.Id] = contact.Unlinked(id);
        call.State.Forget(new CustomerReference(CustomerKind.Company, id));
        call.State.Raise("company.deleted", id);
        return Answer.Done;
    }

    public static Func<T, bool> WithEmail<T>(Input value)
        where T : Relation
    {
        var (type, address) = (value.Object()["type"].Text() ?? "primary", value["email"].RequiredText());
        return relation =>
            relation.Emails.Any(email =>
                email.Type == type && string.Equals(email.Address, address, StringComparison.OrdinalIgnoreCase)
            );
    }

    static Company Written(Call call, Company before)
    {
        var body = call.Body;
        var responsible = body["responsible_user_id"];
        if (responsible.Id() is { } user && !call.State.UsersById.ContainsKey(user))
            throw responsible.Invalid;
        return RelationWriting.Written(call, "company", before) with
        {
            Name = body["name"].IsGiven ? body["name"].RequiredText() : before.Name,
            VatNumber = body["vat_number"].TextOr(before.VatNumber),
            BusinessTypeId = body["business_type_id"].IdOr(before.BusinessTypeId),
            ResponsibleUserId = responsible.IdOr(before.ResponsibleUserId),
            PreferredCurrency = body["preferred_currency"].HasValue
                ? body["preferred_currency"].ReadCurrency()
                : body["preferred_currency"].TextOr(before.PreferredCurrency),
        };
    }

    static Answer Change(Call call, Func<Call, Company, Company> change)
    {
        var company = Subject(call);
        call.State.CompaniesById[company.Id] = change(call, company);
        call.State.Raise("company.updated", company.Id);
        return Answer.Done;
    }

    static Company Subject(Call call) => call.Subject(call.State.CompaniesById.GetValueOrDefault, "Company");

    // The documented example carries spaces and dots.
    static Func<Company, bool> WithVatNumber(string wanted, VatNumberFilter comparison) =>
        comparison == VatNumberFilter.Exact
            ? company => company.VatNumber == wanted
            : company => company.VatNumber is { } number && Compact(number) == Compact(wanted);

    static string Compact(string number) => string.Concat(number.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    static JsonArray RelatedContacts(Call call, Guid company) =>
        Wire.List(
            from contact in call.State.ContactsById.Values
            from link in contact.Companies
            where link.CompanyId == company
            select (contact, link),
            related => new JsonObject
            {
                ["type"] = "contact",
                ["id"] = related.contact.Id,
                ["position"] = related.link.Position,
                ["secondary_position"] = related.link.SecondaryPosition,
                ["division"] = related.link.Division,
                ["is_decision_maker"] = related.link.DecisionMaker,
            }
        );
}
