using Bookonce.Domain.Documents;
using Bookonce.Domain.Import;
using Bookonce.Teamleader;

namespace Bookonce.Engine.Import;

/// <summary>Creates a customer of Exact in Teamleader; sent once.</summary>
static class CreateCustomer
{
    public static async Task<CustomerKey> Send(
        TeamleaderClient client,
        ImportDecision.Create decision,
        CancellationToken stop
    ) =>
        new(
            decision.Kind,
            Guid.Parse(
                decision.Kind == CustomerKind.Company
                    ? await client.Companies.Add(Company(decision.Customer), stop)
                    : await client.Contacts.Add(Contact(decision.Customer), stop)
            )
        );

    static NewCompany Company(ExactCustomer customer) =>
        new()
        {
            Name = customer.Relation.Name.Trim(),
            VatNumber = customer.Relation.VatNumber,
            NationalIdentificationNumber = customer.Relation.CompanyNumber,
            Emails = Emails(customer),
            Addresses = Addresses(customer),
            Language = customer.Language,
            Remarks = Remarks(customer),
            Tags = [ReadCustomers.Tag],
        };

    static NewContact Contact(ExactCustomer customer)
    {
        var name = PersonName.Of(customer.Relation.Name);
        return new NewContact
        {
            FirstName = name.First,
            LastName = name.Last,
            Emails = Emails(customer),
            Addresses = Addresses(customer),
            Language = customer.Language,
            Remarks = Remarks(customer),
            Tags = [ReadCustomers.Tag],
        };
    }

    static EmailAddress[] Emails(ExactCustomer customer) =>
        customer.Email is { } email ? [new EmailAddress("primary", email)] : [];

    /// <summary>Teamleader takes no address without a country.</summary>
    static TypedAddress[] Addresses(ExactCustomer customer) =>
        customer.Country is { } country
            ?
            [
                new TypedAddress(
                    "primary",
                    new Address
                    {
                        Line1 = customer.Street,
                        PostalCode = customer.Relation.Postcode,
                        City = customer.City,
                        Country = country,
                    }
                ),
            ]
            : [];

    static string Remarks(ExactCustomer customer) => $"Relation {customer.Relation.Code} of Exact Online.";
}
