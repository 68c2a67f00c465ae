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

    /// <summary>The whole contact, with VAT number and all addresses.</summary>
    /// <exception cref="TeamleaderException">The read failed; <see cref="TeamleaderException.IsGone"/> when there is none.</exception>
    public Task<Contact> Info(string id, CancellationToken cancellation = default) =>
        contacts.One("info", new JsonObject { ["id"] = id }, cancellation);
}
