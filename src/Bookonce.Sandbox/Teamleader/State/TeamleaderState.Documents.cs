using Bookonce.Sandbox.Teamleader.Model;
using Bookonce.Sandbox.Teamleader.State;

namespace Bookonce.Sandbox.Teamleader;

public sealed partial class TeamleaderState
{
    long _paymentReferences;

    /// <summary>Puts in a booked invoice. Answers it as stored, with its id and totals.</summary>
    /// <exception cref="ArgumentException">Something it refers to is not there; the message says what.</exception>
    public Invoice Plant(PlantedInvoice planted)
    {
        lock (Gate)
            return InvoiceShelf.Put(InvoiceOf(planted));
    }

    /// <summary>Puts in a booked credit note. Answers it as stored, with its id and totals. The invoice it credits stays as it is.</summary>
    /// <exception cref="ArgumentException">Something it refers to is not there; the message says what.</exception>
    public CreditNote Plant(PlantedCreditNote planted)
    {
        lock (Gate)
        {
            var frame = FrameOf(planted);
            return CreditNoteShelf.Put(
                new CreditNote
                {
                    Id = Ids.Next(),
                    DepartmentId = planted.DepartmentId,
                    Number = planted.Number ?? NextCreditNoteNumber(planted.DepartmentId, planted.Date),
                    Date = planted.Date,
                    InvoiceId = planted.InvoiceId,
                    PaidAt = planted.PaidAt,
                    Invoicee = frame.Invoicee,
                    Currency = frame.Currency,
                    ExchangeRate = frame.ExchangeRate,
                    Groups = frame.Groups,
                    Discounts = planted.Discounts,
                    Totals = frame.Totals,
                    DocumentTemplateId = DocumentTemplateId,
                    CreatedAt = frame.CreatedAt,
                    UpdatedAt = planted.UpdatedAt ?? frame.CreatedAt,
                }
            );
        }
    }

    /// <summary>Adds a payment to an invoice, in the invoice's currency. Answers the invoice as it is then.</summary>
    /// <exception cref="ArgumentException">There is no such invoice.</exception>
    public Invoice PlantPayment(Guid invoiceId, DateTimeOffset paidAt, decimal amount)
    {
        lock (Gate)
        {
            var invoice =
                InvoiceShelf.Find(invoiceId)
                ?? throw new ArgumentException($"There is no invoice {invoiceId}.", nameof(invoiceId));
            return InvoiceShelf.Put(invoice.WithPayment(new Payment(paidAt, amount), Switches.PaidAt));
        }
    }

    Invoice InvoiceOf(PlantedInvoice planted)
    {
        var frame = FrameOf(planted);
        var term = planted.Term ?? frame.Customer.PaymentTerm ?? DefaultTerm;
        return new Invoice
        {
            Id = Ids.Next(),
            DepartmentId = planted.DepartmentId,
            Number = planted.Number ?? NextInvoiceNumber(planted.DepartmentId, planted.Date, reuseFreed: true),
            Date = planted.Date,
            Status = InvoiceStatus.Outstanding,
            DueOn = planted.DueOn ?? term.DueOn(planted.Date, Switches.EndOfMonth),
            Term = term,
            Payments = [.. planted.Payments.OrderBy(payment => payment.PaidAt)],
            Sent = planted.Sent,
            PaymentReference = planted.PaymentReference,
            PurchaseOrderNumber = planted.PurchaseOrderNumber,
            Note = planted.Note,
            DeliveryDate = planted.DeliveryDate,
            CustomFields = planted.CustomFields,
            SubscriptionId = planted.SubscriptionId,
            Invoicee = frame.Invoicee,
            Currency = frame.Currency,
            ExchangeRate = frame.ExchangeRate,
            Groups = frame.Groups,
            Discounts = planted.Discounts,
            Totals = frame.Totals,
            DocumentTemplateId = DocumentTemplateId,
            CreatedAt = frame.CreatedAt,
            UpdatedAt = planted.UpdatedAt ?? frame.CreatedAt,
        }.Settled(Switches.PaidAt);
    }

    internal Term DefaultTerm => PaymentTermsById.Count == 0 ? new Term("cash") : PaymentTermsById.GetAt(0).Value.Term;

    internal string NextInvoiceNumber(Guid departmentId, DateOnly date, bool reuseFreed) =>
        InvoiceShelf.Numbers.Next(departmentId, date.Year, reuseFreed);

    internal string NextCreditNoteNumber(Guid departmentId, DateOnly date) =>
        CreditNoteShelf.Numbers.Next(departmentId, date.Year, reuseFreed: true);

    internal string NextPaymentReference() => PaymentReferences.Of(1_000_000_000 + ++_paymentReferences);

    internal static Invoicee SnapshotOf(CustomerReference reference, Relation customer) =>
        new(reference, customer.DisplayName)
        {
            VatNumber = customer.VatNumber,
            NationalIdentificationNumber = customer.NationalIdentificationNumber,
            Email =
                customer.Emails.FirstOrDefault(email => email.Type == "invoicing")?.Address
                ?? customer.Emails.FirstOrDefault(email => email.Type == "primary")?.Address,
        };

    Frame FrameOf(PlantedDocument planted)
    {
        var department =
            DepartmentsById.GetValueOrDefault(planted.DepartmentId)
            ?? throw new ArgumentException($"There is no department {planted.DepartmentId}.", nameof(planted));
        var customer =
            FindRelation(planted.Customer)
            ?? throw new ArgumentException(
                $"There is no {planted.Customer.Kind} {planted.Customer.Id}.",
                nameof(planted)
            );
        foreach (var line in planted.Groups.SelectMany(group => group.Lines))
            if (!TaxRatesById.ContainsKey(line.TaxRateId))
                throw new ArgumentException($"There is no tax rate {line.TaxRateId}.", nameof(planted));

        if (planted.ExchangeRate <= 0)
            throw new ArgumentException($"The exchange rate {planted.ExchangeRate} is not positive.", nameof(planted));

        var currency = planted.Currency ?? department.Currency;
        var arithmetic = ArithmeticIn(currency);
        var groups = arithmetic.AddUpLines(planted.Groups, planted.Discounts);
        return new Frame(
            customer,
            planted.Invoicee ?? SnapshotOf(planted.Customer, customer),
            currency,
            new ExchangeRate(currency, department.Currency, planted.ExchangeRate),
            groups,
            arithmetic.AddUp(groups, planted.Discounts, planted.Stated),
            planted.CreatedAt ?? Now
        );
    }

    sealed record Frame(
        Relation Customer,
        Invoicee Invoicee,
        string Currency,
        ExchangeRate ExchangeRate,
        IReadOnlyList<LineGroup> Groups,
        DocumentTotals Totals,
        DateTimeOffset CreatedAt
    );
}
