using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Relations;

namespace Bookonce.Domain.Tests;

/// <summary>Ordinary values, so that a test names only what it is about.</summary>
static class Some
{
    public static readonly Guid Rate21 = new("00000000-0000-0000-0000-000000000021");
    public static readonly Guid Rate6 = new("00000000-0000-0000-0000-000000000006");
    public static readonly Guid EuServices = new("00000000-0000-0000-0000-0000000000e5");
    public static readonly Guid Export = new("00000000-0000-0000-0000-0000000000e0");
    public static readonly Guid Consulting = new("00000000-0000-0000-0000-00000000ca01");
    public static readonly Guid Revenue = new("00000000-0000-0000-0000-000000700000");
    public static readonly Guid ConsultingRevenue = new("00000000-0000-0000-0000-000000700100");
    public static readonly Guid Discount = new("00000000-0000-0000-0000-000000708000");
    public static readonly Guid Rounding = new("00000000-0000-0000-0000-000000754000");

    static int ids;

    public static Guid Id() => new(Interlocked.Increment(ref ids), 1, 1, new byte[8]);

    public static SalesDocument Invoice(
        string number = "2026 / 14",
        decimal net = 100m,
        decimal vat = 21m,
        string date = "2026-03-02",
        DocumentKind kind = DocumentKind.Invoice
    ) =>
        new()
        {
            Id = Id(),
            Kind = kind,
            Number = number,
            Date = DateOnly.Parse(date),
            Customer = new DocumentCustomer(new CustomerKey(CustomerKind.Company, Id()), "Bakkerij De Halm BV", null),
            Currency = Currency.Euro,
            Net = net,
            Gross = net + vat,
            VatTotals = [new VatTotal(0.21m, net, vat)],
            Lines = [new DocumentLine("Advice", net, Rate21, Consulting)],
            Term = new PaymentTerm(PaymentTermKind.AfterInvoiceDate, 30),
        };

    public static SalesDocument CreditNote(string number = "2026/3", decimal net = 100m, decimal vat = 21m) =>
        Invoice(number, net, vat, kind: DocumentKind.CreditNote);

    public static Entry Entry(
        string? yourRef = null,
        decimal amount = 121m,
        string date = "2026-03-02",
        string journal = "70",
        bool isSales = true,
        string? description = null,
        string? paymentReference = null,
        string? mark = null,
        string currency = "EUR"
    ) =>
        new()
        {
            LineId = Id(),
            EntryId = Id(),
            Series = new SeriesKey(journal, 2026),
            IsSales = isSales,
            Number = 26700001,
            Date = DateOnly.Parse(date),
            Currency = new Currency(currency),
            Amount = amount,
            YourRef = yourRef,
            Description = description,
            PaymentReference = paymentReference,
            Mark = mark,
        };

    public static Masters Masters() =>
        new()
        {
            Currency = "EUR",
            Journals =
            [
                new Journal("70", "Verkoopfacturen", JournalKind.Sales, false, "EUR", true),
                new Journal("71", "Creditnota's", JournalKind.Sales, false, "EUR", true),
                new Journal("20", "KBC", JournalKind.Money, false, "EUR", false),
            ],
            LedgerAccounts =
            [
                new LedgerAccount(Revenue, "700000", "Verkopen", LedgerKind.Revenue, false),
                new LedgerAccount(ConsultingRevenue, "700100", "Advies", LedgerKind.Revenue, false),
                new LedgerAccount(Discount, "708000", "Toegekende kortingen", LedgerKind.Revenue, false),
                new LedgerAccount(Rounding, "754000", "Afrondingsverschillen", LedgerKind.Other, false),
            ],
            VatCodes =
            [
                new VatCode("1", "Btw 6%", 0.06m, VatCodeKind.Excluding, true, false, "N", false),
                new VatCode("2", "Btw 21%", 0.21m, VatCodeKind.Excluding, true, false, "N", false),
                new VatCode("2I", "Btw 21% inclusief", 0.21m, VatCodeKind.Including, true, false, "N", false),
                new VatCode("4", "Diensten EU", 0m, VatCodeKind.Excluding, true, false, "S", false),
                new VatCode("5", "Export buiten EU", 0m, VatCodeKind.Excluding, true, false, "N", false),
                new VatCode("6", "Medecontractant", 0.21m, VatCodeKind.Excluding, true, true, "N", false),
            ],
            PaymentConditions =
            [
                new PaymentCondition("30", "30 dagen", 30, 0),
                new PaymentCondition("00", "Contant", 0, 0),
            ],
            Periods =
            [
                .. Enumerable
                    .Range(1, 12)
                    .Select(month => new Period(
                        2026,
                        month,
                        new DateOnly(2026, month, 1),
                        new DateOnly(2026, month, 1).AddMonths(1).AddDays(-1)
                    )),
            ],
            Rates = [new ReferenceRate("USD", new DateOnly(2026, 1, 1), 1.10m)],
        };

    public static ConnectionSettings Settings() =>
        new()
        {
            StartDate = new DateOnly(2026, 1, 1),
            InvoiceJournal = "70",
            CreditNoteJournal = "71",
            TaxRates =
            [
                new TaxRateMapping(Rate21, "21%", 0.21m, "2", Revenue),
                new TaxRateMapping(Rate6, "6%", 0.06m, "1", Revenue),
                new TaxRateMapping(EuServices, "0% diensten EU", 0m, "4", Revenue),
                new TaxRateMapping(Export, "0% export", 0m, "5", Revenue),
            ],
            Categories = [new CategoryMapping(Consulting, "Advice", ConsultingRevenue)],
            PaymentTerms = [new PaymentTermMapping(new PaymentTerm(PaymentTermKind.AfterInvoiceDate, 30), "30")],
            DefaultPaymentCondition = "00",
            DiscountAccount = Discount,
            RoundingAccount = Rounding,
        };

    public static Relation Relation(string name = "Bakkerij De Halm BV", string? vat = null, string? postcode = null) =>
        new()
        {
            Id = Id(),
            Code = "25",
            Name = name,
            VatNumber = vat,
            Postcode = postcode,
            IsCustomer = true,
            IsBlocked = false,
        };
}
