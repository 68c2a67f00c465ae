using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Relations;

namespace Bookonce.Engine.Translations;

/// <summary>Teamleader's words in ours.</summary>
static class FromTeamleader
{
    /// <summary>A booked invoice; null when it has no number or date, which only drafts lack.</summary>
    public static SalesDocument? Document(Teamleader.Invoice invoice) =>
        invoice is { InvoiceNumber: { } number, InvoiceDate: { } date }
            ? Parts(invoice, DocumentKind.Invoice, number, date) with
            {
                DueDate = invoice.DueOn,
                PaymentReference = Filled(invoice.PaymentReference),
                Term = Term(invoice.PaymentTerm),
            }
            : null;

    /// <summary>A credit note; null when it has no number or date.</summary>
    public static SalesDocument? Document(Teamleader.CreditNote note) =>
        note is { CreditNoteNumber: { } number, CreditNoteDate: { } date }
            ? Positive(Parts(note, DocumentKind.CreditNote, number, date))
            : null;

    /// <summary>Which sign a credit note's amounts have is not documented; the kind says what it is, so here they are positive.</summary>
    static SalesDocument Positive(SalesDocument note) =>
        note.Gross >= 0
            ? note
            : note with
            {
                Net = -note.Net,
                Gross = -note.Gross,
                VatTotals =
                [
                    .. note.VatTotals.Select(total => total with { Taxable = -total.Taxable, Vat = -total.Vat }),
                ],
                Lines = [.. note.Lines.Select(line => line with { Net = -line.Net })],
            };

    public static PaymentTerm? Term(Teamleader.PaymentTerm? term) => term is null ? null : Term(term.Type, term.Days);

    public static PaymentTerm? Term(string type, int? days) =>
        type switch
        {
            "cash" => new PaymentTerm(PaymentTermKind.Cash, 0),
            "after_invoice_date" => new PaymentTerm(PaymentTermKind.AfterInvoiceDate, days ?? 0),
            "end_of_month" => new PaymentTerm(PaymentTermKind.EndOfMonth, days ?? 0),
            _ => null,
        };

    public static Customer Customer(Teamleader.Company company) =>
        Card(company, CustomerKind.Company, company.Name) with
        {
            VatNumber = Filled(company.VatNumber),
            CompanyNumber = Filled(company.NationalIdentificationNumber),
        };

    /// <summary>A contact's national identification number is a person's: it stays where it is.</summary>
    public static Customer Customer(Teamleader.Contact contact) =>
        Card(contact, CustomerKind.Contact, $"{contact.FirstName} {contact.LastName}".Trim()) with
        {
            VatNumber = Filled(contact.VatNumber),
        };

    public static CustomerKey? Key(Teamleader.Reference? reference) =>
        reference is not null && Guid.TryParse(reference.Id, out var id)
            ? new CustomerKey(reference.Type == "contact" ? CustomerKind.Contact : CustomerKind.Company, id)
            : null;

    static SalesDocument Parts(Teamleader.Document document, DocumentKind kind, string number, DateOnly date)
    {
        var total = document.Total ?? new Teamleader.Total();
        var currency = new Currency(document.Currency ?? total.TaxInclusive?.Currency ?? Currency.Euro.Code);
        return new SalesDocument
        {
            Id = Guid.Parse(document.Id),
            Kind = kind,
            Number = number,
            Date = date,
            Customer = new DocumentCustomer(
                Key(document.Invoicee?.Customer),
                document.Invoicee?.Name ?? "",
                Filled(document.Invoicee?.VatNumber)
            ),
            Currency = currency,
            Rate = Rate(document.CurrencyExchangeRate),
            Net = total.TaxExclusive?.Amount ?? 0,
            Gross = total.TaxInclusive?.Amount ?? 0,
            VatTotals =
            [
                .. total.Taxes.Select(tax => new VatTotal(tax.Rate, tax.Taxable?.Amount ?? 0, tax.Tax?.Amount ?? 0)),
            ],
            Lines = [.. document.GroupedLines.SelectMany(group => group.LineItems).Select(Line)],
            HasDiscount = document.Discounts.Any(discount => discount.Value != 0),
            IsPaid = document.Paid ?? false,
            ChangedAt = document.UpdatedAt,
        };
    }

    static DocumentLine Line(Teamleader.LineItem line) =>
        new(
            line.Description ?? "",
            line.Total?.TaxExclusive?.Amount ?? 0,
            Guid.TryParse(line.Tax?.Id, out var rate) ? rate : Guid.Empty,
            Guid.TryParse(line.ProductCategory?.Id, out var category) ? category : null
        );

    static StatedRate? Rate(Teamleader.CurrencyExchangeRate? rate) =>
        rate is { From: { } from, To: { } to, Rate: { } value } ? new StatedRate(from, to, value) : null;

    static Customer Card(Teamleader.Customer card, CustomerKind kind, string name)
    {
        var address =
            card.PrimaryAddress ?? card.Addresses.FirstOrDefault(address => address.Type == "primary")?.Address;
        return new Customer
        {
            Key = new CustomerKey(kind, Guid.Parse(card.Id)),
            Name = name,
            Street = Filled(address?.Line1),
            Postcode = Filled(address?.PostalCode),
            City = Filled(address?.City),
            Country = Filled(address?.Country),
            Email = (
                card.Emails.FirstOrDefault(email => email.Type == "invoicing") ?? card.Emails.FirstOrDefault()
            )?.Email,
            Language = Filled(card.Language)?.Split('-')[0],
        };
    }

    static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
