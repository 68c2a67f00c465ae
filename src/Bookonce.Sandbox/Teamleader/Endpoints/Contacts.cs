using Bookonce.Sandbox.Teamleader.Http;
using Bookonce.Sandbox.Teamleader.Model;

namespace Bookonce.Sandbox.Teamleader.Endpoints;

/// <summary>People.</summary>
internal static class Contacts
{
    static readonly string[] Genders = ["female", "male", "non_binary", "prefers_not_to_say", "unknown"];

    public static Answer List(Call call)
    {
        var customFields = call.Includes("custom_fields");
        var rows = new Filter<Contact>(call, call.State.ContactsById.Values)
            .Ids(contact => contact.Id)
            .Term(contact =>
                [
                    contact.DisplayName,
                    .. contact.Emails.Select(email => email.Address),
                    .. contact.Telephones.Select(telephone => telephone.Number),
                ]
            )
            .On("email", Companies.WithEmail<Contact>)
            .UpdatedSince(contact => contact.UpdatedAt)
            .Tags(contact => contact.Tags)
            .Word("status", ["active", "deactivated"], RelationWire.Status)
            .Flag("marketing_mails_consent", contact => contact.MarketingMailsConsent)
            .Where(InCompany(call.Body["filter"]["company_id"]))
            .Rows;
        var sorted = call.Sort(
            rows,
            [new SortField<Contact>("name", CompareNames)],
            new SortField<Contact>("added_at", (a, b) => a.AddedAt.CompareTo(b.AddedAt)),
            new SortField<Contact>("updated_at", (a, b) => a.UpdatedAt.CompareTo(b.UpdatedAt))
        );
        return Answer.Data(call.Page(sorted), contact => RelationWire.Row(contact, customFields));
    }

    public static Answer Info(Call call) => Answer.Data(RelationWire.Info(Subject(call)));

    public static Answer Add(Call call)
    {
        var contact = call.State.Plant(
            Written(call, new Contact { LastName = call.Body["last_name"].RequiredText(), AddedAt = call.State.Now })
        );
        call.State.Raise("contact.added", contact.Id);
        return Answer.Created("contact", contact.Id);
    }

    public static Answer Update(Call call) => Change(call, Written);

    public static Answer UploadAvatar(Call call) => Change(call, RelationWriting.Pictured);

    public static Answer Tag(Call call) => Change(call, RelationWriting.Tagged);

    public static Answer Untag(Call call) => Change(call, RelationWriting.Untagged);

    /// <summary>Documents keep naming the person.</summary>
    public static Answer Delete(Call call)
    {
        var id = Subject(call).Id;
        call.State.ContactsById.Remove(id);
        call.State.Forget(new CustomerReference(CustomerKind.Contact, id));
        call.State.Raise("contact.deleted", id);
        return Answer.Done;
    }

    public static Answer Change(Call call, Func<Call, Contact, Contact> change, string happening = "updated")
    {
        var contact = Subject(call);
        call.State.ContactsById[contact.Id] = change(call, contact);
        call.State.Raise($"contact.{happening}", contact.Id);
        return Answer.Done;
    }

    static Contact Written(Call call, Contact before)
    {
        var body = call.Body;
        return RelationWriting.Written(call, "contact", before) with
        {
            FirstName = body["first_name"].TextOr(before.FirstName),
            LastName = body["last_name"].IsGiven ? body["last_name"].RequiredText() : before.LastName,
            Salutation = body["salutation"].TextOr(before.Salutation),
            Gender = body["gender"].IsGiven ? body["gender"].OneOf(Genders) : before.Gender,
            Birthdate = body["birthdate"].DateOr(before.Birthdate),
        };
    }

    static Contact Subject(Call call) => call.Subject(call.State.ContactsById.GetValueOrDefault, "Contact");

    // Null asks for people who are linked to no company.
    static Func<Contact, bool> InCompany(Input company)
    {
        if (!company.IsGiven)
            return _ => true;
        return company.Id() is { } id ? contact => contact.IsLinkedTo(id) : contact => contact.Companies is [];
    }

    static int CompareNames(Contact left, Contact right) =>
        string.Compare(left.LastName, right.LastName, StringComparison.OrdinalIgnoreCase) switch
        {
            0 => string.Compare(left.FirstName, right.FirstName, StringComparison.OrdinalIgnoreCase),
            var order => order,
        };
}
