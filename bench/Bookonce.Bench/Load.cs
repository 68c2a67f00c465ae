using System.Globalization;
using Bookonce.Sandbox.ExactOnline;
using Bookonce.Sandbox.Host;
using Bookonce.Sandbox.Teamleader.Model;

namespace Bookonce.Bench;

/// <summary>Puts customers and invoices into the sandboxes, past their APIs. The same calls make the same world.</summary>
sealed class Load(SandboxHost sandboxes)
{
    readonly List<Company> customers = [];
    int documents;

    /// <summary>Adds companies, with or without their relations in Exact.</summary>
    public void AddCustomers(int count, bool withRelations)
    {
        var division = sandboxes.ExactState.Divisions[0];
        for (var i = 0; i < count; i++)
        {
            var company = sandboxes.TeamleaderState.Plant(
                new Company
                {
                    Name = $"Klant {i:D4} BV",
                    VatNumber = VatNumber(i),
                    Addresses =
                    [
                        new TypedAddress("primary", new Address($"Dorpsstraat {i}", "2800", "Mechelen", "BE")),
                    ],
                    Language = "nl",
                }
            );
            customers.Add(company);
            if (withRelations)
                division.AddAccount(
                    new AccountDraft(company.Name)
                    {
                        // Named, so that it is the same in every world.
                        Id = new Guid(i + 1, 0, 0, new byte[8]),
                        VatNumber = company.VatNumber,
                        Country = "BE",
                    }
                );
        }
    }

    /// <summary>Adds booked invoices of two lines, customer after customer, over the days of the first quarter.</summary>
    public void AddInvoices(int count)
    {
        var state = sandboxes.TeamleaderState;
        var department = state.Departments[0];
        var rates = state.TaxRates.Where(rate => rate.Rate is 0.21m or 0.06m).OrderBy(rate => rate.Rate).ToArray();
        var category = state.ProductCategories[0];
        var year = sandboxes.Clock.GetUtcNow().Year;
        for (var i = 0; i < count; i++, documents++)
            state.Plant(
                new PlantedInvoice
                {
                    DepartmentId = department.Id,
                    Customer = new CustomerReference(CustomerKind.Company, customers[documents % customers.Count].Id),
                    // The order of the numbers is the order of the dates, as Teamleader makes sure.
                    Date = new DateOnly(year, 1, 1).AddDays(Math.Min(documents / 100, 89)),
                    Number = $"{year} / {documents + 1}",
                    Groups = [new LineGroup(null, [Line(0, 100m + documents), Line(1, 12.5m)])],
                    Term = new Term("after_invoice_date", 30),
                }
            );

        Line Line(int rate, decimal price) =>
            new()
            {
                Quantity = 1,
                UnitPrice = price,
                Description = "Dienstverlening",
                TaxRateId = rates[rate % rates.Length].Id,
                ProductCategoryId = category.Id,
            };
    }

    /// <summary>Types sales entries once more, spread over all that are there, under the next numbers.</summary>
    public void TypeAgain(int count)
    {
        var division = sandboxes.ExactState.Divisions[0];
        var entries = division.Entries.Where(entry => entry.SalesLines is not []).ToArray();
        var byHand = new Entered(new Actor(new Guid("6f1d2c58-0d3c-4f0b-9a51-5d1a3f7f6a12"), "Els"));
        for (var i = 0; i < count; i++)
            division.EnterSalesEntry(
                division.DraftOf(entries[(int)((long)i * entries.Length / count)]) with
                {
                    EntryNumber = null,
                    ExternalLinkReference = null,
                },
                byHand
            );
    }

    /// <summary>Belgian, with the right check digits.</summary>
    static string VatNumber(int index)
    {
        var body = 4_000_000 + index;
        return string.Create(CultureInfo.InvariantCulture, $"BE0{body:D7}{97 - body % 97:D2}");
    }
}
