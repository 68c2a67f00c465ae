using Bookonce.Sandbox.Teamleader.Http;
using Bookonce.Sandbox.Teamleader.Model;

namespace Bookonce.Sandbox.Teamleader.Endpoints;

/// <summary>Which person works at which company.</summary>
internal static class ContactLinks
{
    public static Answer Link(Call call) =>
        Contacts.Change(
            call,
            (_, contact) =>
            {
                var company = CompanyOf(call);
                return contact.Unlinked(company).Linked(Written(call, new CompanyLink(company))) with
                {
                    UpdatedAt = call.State.Now,
                };
            },
            "linkedToCompany"
        );

    public static Answer Update(Call call) =>
        Contacts.Change(
            call,
            (_, contact) =>
            {
                var before = LinkOf(call, contact);
                return contact.Unlinked(before.CompanyId).Linked(Written(call, before)) with
                {
                    UpdatedAt = call.State.Now,
                };
            },
            "updatedLinkToCompany"
        );

    public static Answer Unlink(Call call) =>
        Contacts.Change(
            call,
            (_, contact) => contact.Unlinked(LinkOf(call, contact).CompanyId) with { UpdatedAt = call.State.Now },
            "unlinkedFromCompany"
        );

    public static bool IsLinkedTo(this Contact contact, Guid company) =>
        contact.Companies.Any(link => link.CompanyId == company);

    public static Contact Unlinked(this Contact contact, Guid company) =>
        contact with
        {
            Companies = [.. contact.Companies.Where(link => link.CompanyId != company)],
        };

    static Contact Linked(this Contact contact, CompanyLink link) =>
        contact with
        {
            Companies = [.. contact.Companies, link],
        };

    static CompanyLink Written(Call call, CompanyLink before) =>
        before with
        {
            Position = call.Body["position"].TextOr(before.Position),
            DecisionMaker = call.Body["decision_maker"].FlagOr(before.DecisionMaker),
        };

    static Guid CompanyOf(Call call)
    {
        var id = call.Body["company_id"].RequiredId();
        return call.State.CompaniesById.ContainsKey(id) ? id : throw call.Body["company_id"].Invalid;
    }

    static CompanyLink LinkOf(Call call, Contact contact)
    {
        var id = call.Body["company_id"].RequiredId();
        return contact.Companies.FirstOrDefault(link => link.CompanyId == id) ?? throw call.Body["company_id"].Invalid;
    }
}
