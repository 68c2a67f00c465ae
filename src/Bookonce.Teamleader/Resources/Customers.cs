using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bookonce.Teamleader;

/// <summary>Companies.</summary>
public sealed class Companies
{
    private readonly Resource<Company> companies;

    internal Companies(Transport transport) => companies = new(transport, "companies", Json.Default.Company);

    /// <summary>The companies with these ids, a hundred a call; the ones that are gone are missing.</summary>
    /// <exception cref="TeamleaderException">The read failed.</exception>
    public IAsyncEnumerable<Company> List(IEnumerable<string> ids, CancellationToken cancellation = default) =>
        companies.ByIds(ids, cancellation);

    /// <summary>All companies that the user may see, in the order in which they were added: what is added meanwhile comes last.</summary>
    /// <exception cref="TeamleaderException">The read failed.</exception>
    public IAsyncEnumerable<Company> All(CancellationToken cancellation = default) =>
        companies.Pages(filter: null, AddedFirst.Sort, cancellation);

    /// <summary>Adds a company; sent once, whatever the answer. Cancelling ends the waiting before it, not the write itself.</summary>
    /// <returns>Its id.</returns>
    /// <exception cref="TeamleaderException">It was refused, or nobody knows.</exception>
    public Task<string> Add(NewCompany company, CancellationToken cancellation = default) =>
        companies.Add(JsonSerializer.SerializeToNode(company, Json.Default.NewCompany)!.AsObject(), cancellation);

    /// <summary>The whole company, with all its addresses.</summary>
    /// <exception cref="TeamleaderException">The read failed; <see cref="TeamleaderException.IsGone"/> when there is none.</exception>
    public Task<Company> Info(string id, CancellationToken cancellation = default) =>
        companies.One("info", new JsonObject { ["id"] = id }, cancellation);
}

/// <summary>Contacts.</summary>
public sealed class Contacts
{
    private readonly Resource<Contact> contacts;

    internal Contacts(Transport transport) => contacts = new(transport, "contacts", Json.Default.Contact);

    /// <summary>The contacts with these ids, a hundred a call; the ones that are gone are missing.</summary>
    /// <exception cref="TeamleaderException">The read failed.</exception>
    public IAsyncEnumerable<Contact> List(IEnumerable<string> ids, CancellationToken cancellation = default) =>
        contacts.ByIds(ids, cancellation);

    /// <summary>All contacts that the user may see, in the order in which they were added: what is added meanwhile comes last.</summary>
    /// <exception cref="TeamleaderException">The read failed.</exception>
    public IAsyncEnumerable<Contact> All(CancellationToken cancellation = default) =>
        contacts.Pages(filter: null, AddedFirst.Sort, cancellation);

    /// <summary>Adds a contact; sent once, whatever the answer. Cancelling ends the waiting before it, not the write itself.</summary>
    /// <returns>Its id.</returns>
    /// <exception cref="TeamleaderException">It was refused, or nobody knows.</exception>
    public Task<string> Add(NewContact contact, CancellationToken cancellation = default) =>
        contacts.Add(JsonSerializer.SerializeToNode(contact, Json.Default.NewContact)!.AsObject(), cancellation);

    /// <summary>The whole contact, with VAT number and all addresses.</summary>
    /// <exception cref="TeamleaderException">The read failed; <see cref="TeamleaderException.IsGone"/> when there is none.</exception>
    public Task<Contact> Info(string id, CancellationToken cancellation = default) =>
        contacts.One("info", new JsonObject { ["id"] = id }, cancellation);
}

internal static class AddedFirst
{
    /// <summary>Pages in another order could lose a row when somebody adds one before it.</summary>
    public static JsonArray Sort => [new JsonObject { ["field"] = "added_at", ["order"] = "asc" }];
}
