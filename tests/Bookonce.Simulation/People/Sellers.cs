using Bookonce.Sandbox.Teamleader;
using Bookonce.Sandbox.Teamleader.Model;
using Bookonce.Simulation.Audit;
using Bookonce.Simulation.Worlds;

namespace Bookonce.Simulation.People;

/// <summary>The people who write documents in Teamleader.</summary>
sealed class Sellers(World world)
{
    /// <summary>Few prices, so that documents of equal amount are common.</summary>
    static readonly decimal[] Prices = [49m, 49m, 89m, 120m, 250.55m, 333.33m, 1_499.99m];

    /// <summary>What a company sells under, and how often.</summary>
    static readonly string[] Rates = ["21%", "21%", "21%", "6%", "12%", "0%"];

    readonly TeamleaderState account = world.Services.Teamleader;
    readonly Chance chance = Chance.Of(world.Plan.Seed, "sellers");

    public DateOnly FirstDay => Today.AddDays(-40);

    DateOnly Today => DateOnly.FromDateTime(world.Time.Now.UtcDateTime);

    /// <summary>Company entities, customers, and documents of the last weeks.</summary>
    public void Settle()
    {
        SecondEntity();
        foreach (var number in Enumerable.Range(0, 3 + chance.About("customers").Below(6)))
            Customer(number, chance.About("customer").About(number));
        foreach (var number in Enumerable.Range(0, world.Plan.History))
        {
            var own = chance.About("history").About(number);
            var date = FirstDay.AddDays(1 + (number * 38 / Math.Max(1, world.Plan.History)));
            world.Truth.Saw(account.Plant(Planted(own, date)));
        }
    }

    public void Invoice(Chance chance)
    {
        var draft = account.Draft(Planted(chance, Today));
        var booked = account.Book(draft.Id, Today);
        world.Truth.Saw(booked);
        world.Story.Tell($"Invoice {booked.Number} of {booked.Totals.TaxInclusive} is booked in Teamleader.");
    }

    public void Credit(Chance chance)
    {
        if (Pick(account.Invoices.Where(invoice => invoice.Booked), chance) is not { } invoice)
            return;
        var note = account.Credit(invoice.Id, Today);
        world.Truth.Saw(note);
        world.Story.Tell($"Credit note {note.Number} takes back invoice {invoice.Number}.");
    }

    public void EditAny(Chance chance)
    {
        if (Pick(account.Invoices.Where(invoice => invoice.Booked), chance) is { } invoice)
            Edit(world.Truth.Documents[invoice.Id], chance);
    }

    public void Edit(DocumentTruth document, Chance chance)
    {
        if (IsTyped(document.Id) || account.FindInvoice(document.Id) is not { Booked: true } invoice)
            return;
        Line line = invoice.Groups[0].Lines[0];
        var changed = line with { UnitPrice = line.UnitPrice + 10m * (1 + chance.About("price").Below(5)) };
        var arithmetic = account.ArithmeticIn(invoice.Currency);
        var groups = arithmetic.AddUpLines(
            [invoice.Groups[0] with { Lines = [changed, .. invoice.Groups[0].Lines.Skip(1)] }],
            invoice.Discounts
        );
        Put(invoice with { Groups = groups, Totals = arithmetic.AddUp(groups, invoice.Discounts, stated: null) });
        world.Story.Tell($"Invoice {invoice.Number} is changed in Teamleader: {invoice.Totals.TaxInclusive} before.");
    }

    public void Renumber(Chance chance)
    {
        if (Pick(account.Invoices.Where(invoice => invoice.Booked && !IsTyped(invoice.Id)), chance) is not { } invoice)
            return;
        Put(invoice with { Number = $"{invoice.Number}B" });
        world.Story.Tell($"Invoice {invoice.Number} is renumbered in Teamleader.");
    }

    /// <summary>Only the last one of a year may be deleted.</summary>
    public void DeleteLast(Chance chance)
    {
        var department = chance.About("department").Pick(account.Departments).Id;
        if (account.InvoiceShelf.Last(department, Today.Year) is not { } invoice)
            return;
        Delete(invoice.Id);
    }

    public void Delete(Guid document)
    {
        var invoice = account.FindInvoice(document);
        account.DeleteInvoice(document);
        world.Truth.Tick();
        world.Truth.Documents[document].IsGone = true;
        world.Story.Tell($"Invoice {invoice?.Number} is deleted in Teamleader.");
    }

    /// <summary>A copy typed with a slip is known by its number or by its amount alone, so neither changes any more.</summary>
    bool IsTyped(Guid document) => world.Truth.LivingOf(document).Any(copy => copy.Maker != Maker.Bookonce);

    void Put(Invoice invoice)
    {
        var isTraced = account.Switches.UpdateBooked == UpdateBookedTrace.Traced;
        world.Truth.Saw(account.InvoiceShelf.Put(isTraced ? invoice with { UpdatedAt = world.Time.Now } : invoice));
    }

    PlantedInvoice Planted(Chance chance, DateOnly date)
    {
        var department = account.Departments[chance.About("department").Below(account.Departments.Count)];
        var rates = account.TaxRates.Where(rate => rate.DepartmentId == department.Id).ToArray();
        var customers = account
            .Companies.Select(company => new CustomerReference(CustomerKind.Company, company.Id))
            .Concat(account.Contacts.Select(contact => new CustomerReference(CustomerKind.Contact, contact.Id)))
            .ToArray();
        var lines = Enumerable
            .Range(0, 1 + chance.About("lines").Below(3))
            .Select(number => LineOf(chance.About("line").About(number), rates));
        return new PlantedInvoice
        {
            DepartmentId = department.Id,
            Customer = chance.About("customer").Pick(customers),
            Date = date,
            Groups = [new LineGroup(Title: null, [.. lines])],
            Discounts = chance.About("discount").IsBelow(0.1) ? [new Discount(5, "Klantenkorting")] : [],
        };
    }

    Line LineOf(Chance chance, TaxRate[] rates)
    {
        var rate = chance.About("rate").Pick(Rates);
        return new Line
        {
            Description = "Werk",
            Quantity = 1 + chance.About("quantity").Below(2),
            UnitPrice = chance.About("price").Pick(Prices),
            TaxRateId = rates.First(known => known.Description == rate).Id,
            ProductCategoryId = chance.About("category").IsBelow(0.7)
                ? chance.About("which").Pick(account.ProductCategories).Id
                : null,
        };
    }

    /// <summary>A second company entity that is booked in the same administration.</summary>
    void SecondEntity()
    {
        if (world.Plan.Connections < 2)
            return;
        var first = account.Departments[0];
        var second = account.Plant(new Department { Name = "De Linde Studio BV" });
        foreach (var rate in account.TaxRates.Where(rate => rate.DepartmentId == first.Id).ToArray())
            account.PlantTaxRate(second.Id, rate.Description, rate.Rate);
        foreach (var category in account.ProductCategories)
            account.Plant(
                category with
                {
                    Ledgers = [.. category.Ledgers, category.Ledgers[0] with { DepartmentId = second.Id }],
                }
            );
    }

    void Customer(int number, Chance chance)
    {
        IReadOnlyList<TypedAddress> addresses =
        [
            new("primary", new Address($"Kerkstraat {number + 1}", $"{2000 + number}", "Mechelen", "BE")),
        ];
        if (chance.About("person").IsBelow(0.25))
            account.Plant(
                new Contact
                {
                    FirstName = "An",
                    LastName = $"Klant {number}",
                    Addresses = addresses,
                }
            );
        else
            account.Plant(
                new Company
                {
                    Name = $"Klant {number} BV",
                    VatNumber = chance.About("vat").IsBelow(0.7) ? VatNumber(40_000_000 + number * 1_111) : null,
                    Addresses = addresses,
                }
            );
    }

    static string VatNumber(int body) => $"BE0{body / 10:D7}{97 - (body / 10 % 97):D2}";

    static T? Pick<T>(IEnumerable<T> from, Chance chance)
        where T : class
    {
        var all = from.ToArray();
        return all is [] ? null : chance.About("which one").Pick(all);
    }
}
