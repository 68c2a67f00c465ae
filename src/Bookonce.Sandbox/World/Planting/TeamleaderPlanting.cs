using Bookonce.Sandbox.Teamleader;
using Tl = Bookonce.Sandbox.Teamleader.Model;

namespace Bookonce.Sandbox.World.Planting;

/// <summary>Puts a story into a Teamleader account.</summary>
internal sealed class TeamleaderPlanting(TeamleaderState state, Story story)
{
    static readonly DateTimeOffset Opened = new(2025, 8, 18, 8, 0, 0, TimeSpan.Zero);
    readonly Dictionary<Guid, Guid> _ids = [];

    /// <summary>The id that a document of the story got in the account.</summary>
    public Guid IdOf(Document document) => _ids[document.Id];

    public void Plant()
    {
        PlantSettings();
        foreach (var customer in story.Customers)
            Plant(customer);
        foreach (var document in story.Documents)
            _ids.Add(
                document.Id,
                document.Kind == DocumentKind.Invoice ? PlantInvoice(document) : PlantCreditNote(document)
            );
    }

    void PlantSettings()
    {
        state.Plant(
            new Tl.User
            {
                FirstName = "Noor",
                LastName = "Van Linden",
                Email = "noor@delinde.test",
                Function = "Zaakvoerder",
            }
        );
        foreach (var department in story.Departments)
        {
            state.Plant(
                new Tl.Department
                {
                    Id = department.Id,
                    Name = department.Name,
                    VatNumber = department.VatNumber,
                    Address = AddressOf(department.Address),
                    Iban = department.Iban,
                    CreatedAt = Opened,
                }
            );
            state.Plant(new Tl.CommercialDiscount { DepartmentId = department.Id, Name = "Klantenkorting" });
        }
        foreach (var rate in story.TaxRates)
            state.Plant(
                new Tl.TaxRate
                {
                    Id = rate.Id,
                    DepartmentId = rate.DepartmentId,
                    Description = rate.Description,
                    Rate = rate.Rate,
                }
            );
        foreach (var category in story.Categories)
            state.Plant(
                new Tl.ProductCategory
                {
                    Id = category.Id,
                    Name = category.Name,
                    Ledgers =
                    [
                        .. story.Departments.Select(department => new Tl.LedgerNumber(
                            department.Id,
                            category.LedgerAccount
                        )),
                    ],
                }
            );
        foreach (var term in PaymentTerms)
            state.PlantPaymentTerm(TermOf(term));
        state.Plant(new Tl.PaymentMethod { Name = "Overschrijving" });
    }

    static readonly PaymentTerm[] PaymentTerms =
    [
        new(PaymentTermKind.AfterInvoiceDate, 30),
        new(PaymentTermKind.AfterInvoiceDate, 14),
        new(PaymentTermKind.AfterInvoiceDate, 60),
        new(PaymentTermKind.EndOfMonth, 30),
        new(PaymentTermKind.Cash, 0),
    ];

    void Plant(Customer customer)
    {
        IReadOnlyList<Tl.Email> emails = customer.Email is null ? [] : [new("primary", customer.Email)];
        IReadOnlyList<Tl.TypedAddress> addresses = [new("primary", AddressOf(customer.Address))];
        if (customer.IsPerson)
            state.Plant(
                new Tl.Contact
                {
                    Id = customer.Id,
                    FirstName = customer.FirstName,
                    LastName = customer.Name,
                    Emails = emails,
                    Addresses = addresses,
                    Language = customer.Language,
                    PaymentTerm = TermOf(customer.Term),
                    AddedAt = Opened,
                }
            );
        else
            state.Plant(
                new Tl.Company
                {
                    Id = customer.Id,
                    Name = customer.Name,
                    VatNumber = customer.VatNumber,
                    NationalIdentificationNumber = customer.LegalId,
                    Emails = emails,
                    Addresses = addresses,
                    Language = customer.Language,
                    PaymentTerm = TermOf(customer.Term),
                    AddedAt = Opened,
                }
            );
    }

    Guid PlantInvoice(Document document) =>
        state
            .Plant(
                new Tl.PlantedInvoice
                {
                    DepartmentId = document.DepartmentId,
                    Customer = ReferenceOf(document.Customer),
                    Date = document.Date,
                    Groups = GroupsOf(document),
                    Number = document.Number,
                    Currency = document.Currency,
                    ExchangeRate = document.EuroRate,
                    Discounts = DiscountsOf(document),
                    Stated = StatedOf(document),
                    CreatedAt = document.CreatedAt,
                    Term = TermOf(document.Term),
                    DueOn = document.DueOn,
                    Payments =
                    [
                        .. document.Payments.Select(payment => new Tl.Payment(Noon(payment.Date), payment.Amount)),
                    ],
                    PaymentReference = document.PaymentReference,
                    PurchaseOrderNumber = document.PurchaseOrder,
                    SubscriptionId = document.SubscriptionId,
                }
            )
            .Id;

    Guid PlantCreditNote(Document document) =>
        state
            .Plant(
                new Tl.PlantedCreditNote
                {
                    DepartmentId = document.DepartmentId,
                    Customer = ReferenceOf(document.Customer),
                    Date = document.Date,
                    Groups = GroupsOf(document),
                    Number = document.Number,
                    Currency = document.Currency,
                    ExchangeRate = document.EuroRate,
                    Discounts = DiscountsOf(document),
                    Stated = StatedOf(document),
                    CreatedAt = document.CreatedAt,
                    InvoiceId = document.CreditedInvoiceId is { } invoice ? _ids[invoice] : null,
                    PaidAt =
                        document.Payments is [var payment] && payment.Amount >= document.Totals.Gross
                            ? Noon(payment.Date)
                            : null,
                }
            )
            .Id;

    static Tl.LineGroup[] GroupsOf(Document document) =>
        [
            new(
                Title: null,
                [
                    .. document.Lines.Select(line => new Tl.Line
                    {
                        Quantity = line.Quantity,
                        UnitPrice = line.UnitPrice,
                        Description = line.Description,
                        TaxRateId = line.Tax.Id,
                        ProductCategoryId = line.Category?.Id,
                        DiscountPercentage = line.DiscountPercentage == 0 ? null : line.DiscountPercentage,
                        StatedNet = document.VatIsStated ? line.Net : null,
                    }),
                ]
            ),
        ];

    static IReadOnlyList<Tl.Discount> DiscountsOf(Document document) =>
        document.DiscountPercentage == 0 ? [] : [new(document.DiscountPercentage, "Klantenkorting")];

    /// <summary>The service knows no rates here but percentages, so rates of one percentage are one.</summary>
    static Tl.StatedTotals? StatedOf(Document document) =>
        document.VatIsStated
            ? new Tl.StatedTotals(
                [
                    .. document
                        .Totals.Vat.GroupBy(share => share.Tax.Rate)
                        .OrderBy(group => group.Key)
                        .Select(group => new Tl.TaxTotal(
                            group.Key,
                            group.Sum(share => share.Taxable),
                            group.Sum(share => share.Vat)
                        )),
                ],
                document.Totals.Net,
                document.Totals.Gross,
                document.Totals.Gross
            )
            : null;

    static Tl.CustomerReference ReferenceOf(Customer customer) =>
        new(customer.IsPerson ? Tl.CustomerKind.Contact : Tl.CustomerKind.Company, customer.Id);

    static Tl.Term TermOf(PaymentTerm term) =>
        term.Kind switch
        {
            PaymentTermKind.Cash => new Tl.Term("cash"),
            PaymentTermKind.EndOfMonth => new Tl.Term("end_of_month", term.Days),
            _ => new Tl.Term("after_invoice_date", term.Days),
        };

    static Tl.Address AddressOf(Address address) =>
        new(address.Line, address.PostalCode, address.City, address.Country);

    static DateTimeOffset Noon(DateOnly date) => new(date.ToDateTime(new TimeOnly(11, 0)), TimeSpan.Zero);
}
