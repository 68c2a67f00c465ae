namespace Bookonce.Sandbox.World.Ubl;

/// <summary>Adds documents that were read from UBL to a story, as one company entity's booked documents.</summary>
internal sealed class UblImport
{
    readonly Random _random;
    readonly Story _story;
    readonly Department _department;
    readonly Dictionary<(VatTreatment, decimal), TaxRate> _rates = [];
    readonly Dictionary<string, Customer> _customers = [];
    readonly List<CurrencyRate> _currencyRates = [];

    UblImport(Story story, UblParty supplier, int seed)
    {
        _random = new Random(seed + 2);
        _story = story;
        // An empty account has its one entity named; beside a told story the documents get an entity of their own.
        var isAlone = story.Documents.Count == 0;
        _department = new Department(
            isAlone ? story.Departments[0].Id : _random.NextGuid(),
            supplier.Name,
            supplier.VatNumber,
            supplier.Address,
            story.Departments[0].Iban
        );
        foreach (var rate in story.TaxRates.Where(rate => rate.DepartmentId == _department.Id))
            _rates.Add((rate.Treatment, rate.Rate), rate);
    }

    /// <summary>The story with the documents; the first one's supplier gives the company entity its name.</summary>
    public static Story Add(Story story, IReadOnlyList<UblDocument> documents, int seed) =>
        documents is [var first, ..] ? new UblImport(story, first.Supplier, seed).Add(documents) : story;

    Story Add(IReadOnlyList<UblDocument> read)
    {
        var documents = new List<Document>();
        foreach (var document in read)
            documents.Add(Document(document));
        var invoices = documents
            .Where(document => document.Kind == DocumentKind.Invoice)
            .ToLookup(document => document.Number);
        return _story with
        {
            Departments = [.. _story.Departments.Where(other => other.Id != _department.Id), _department],
            TaxRates = [.. _story.TaxRates.Where(rate => rate.DepartmentId != _department.Id), .. _rates.Values],
            CurrencyRates = [.. _story.CurrencyRates, .. _currencyRates],
            Customers = [.. _story.Customers, .. _customers.Values],
            Documents =
            [
                .. _story.Documents,
                .. documents
                    .Zip(read, (document, source) => Credits(document, source, invoices))
                    .OrderBy(document => document.Kind),
            ],
        };
    }

    static Document Credits(Document document, UblDocument source, ILookup<string, Document> invoices) =>
        document.Kind == DocumentKind.CreditNote && source.CreditedNumber is { } number
            ? document with
            {
                CreditedInvoiceId = invoices[number].FirstOrDefault()?.Id,
            }
            : document;

    Document Document(UblDocument read)
    {
        var dueOn = read.DueDate ?? read.IssueDate;
        var days = Math.Max(0, dueOn.DayNumber - read.IssueDate.DayNumber);
        return new Document
        {
            Id = _random.NextGuid(),
            DepartmentId = _department.Id,
            Kind = read.Kind,
            Number = read.Number,
            Date = read.IssueDate,
            DueOn = dueOn,
            Term = new PaymentTerm(days == 0 ? PaymentTermKind.Cash : PaymentTermKind.AfterInvoiceDate, days),
            Customer = Customer(read.Customer),
            Currency = read.Currency,
            EuroRate = EuroRate(read),
            PaymentReference = read.PaymentReference,
            PurchaseOrder = read.PurchaseOrder,
            Lines = [.. read.Lines.Select(Line), .. Rounding(read)],
            Totals = Totals(read),
            VatIsStated = true,
            Payments = read.Prepaid == 0 ? [] : [new DocumentPayment(read.IssueDate, read.Prepaid)],
            CreatedAt = _random.OfficeHour(read.IssueDate),
        };
    }

    DocumentLine Line(UblLine line) =>
        new(line.Description, line.Quantity, line.UnitPrice, 0, Rate(line.Category), Category: null, line.Net);

    /// <summary>The rounding is paid but is no part of the VAT base.</summary>
    IEnumerable<DocumentLine> Rounding(UblDocument read) =>
        read.Rounding == 0
            ? []
            : [new DocumentLine("Afronding", 1, read.Rounding, 0, Rate(Outside), Category: null, read.Rounding)];

    DocumentTotals Totals(UblDocument read)
    {
        var shares = read
            .Subtotals.Select(part => new VatShare(Rate(part.Category), part.Taxable, part.Vat))
            .Concat(read.Rounding == 0 ? [] : [new VatShare(Rate(Outside), read.Rounding, 0)]);
        VatShare[] perRate =
        [
            .. shares
                .GroupBy(share => share.Tax)
                .Select(group => new VatShare(
                    group.Key,
                    group.Sum(share => share.Taxable),
                    group.Sum(share => share.Vat)
                )),
        ];
        return new DocumentTotals(read.TaxExclusive + read.Rounding, perRate);
    }

    static readonly UblCategory Outside = new("O", 0m);

    TaxRate Rate(UblCategory category)
    {
        var key = (TreatmentOf(category), category.Rate);
        if (!_rates.TryGetValue(key, out var rate))
            _rates[key] = rate = new TaxRate(
                _random.NextGuid(),
                _department.Id,
                key.Item1,
                key.Rate,
                VatWords.Describe(key.Item1, key.Rate)
            );
        return rate;
    }

    static VatTreatment TreatmentOf(UblCategory category) =>
        category.Code switch
        {
            "S" when category.Rate != 0 => VatTreatment.Standard,
            "S" or "Z" => VatTreatment.Zero,
            "E" => VatTreatment.Exempt,
            "AE" => VatTreatment.ReverseCharge,
            "K" => VatTreatment.IntraEu,
            "G" => VatTreatment.Export,
            "O" => VatTreatment.NotSubject,
            "L" => VatTreatment.CanaryIslands,
            "M" => VatTreatment.CeutaMelilla,
            _ => throw new ArgumentOutOfRangeException(nameof(category), category.Code, message: null),
        };

    /// <summary>The same VAT number, else the same legal id, else the same name in the same place is the same customer.</summary>
    Customer Customer(UblParty party)
    {
        var key = party.VatNumber ?? party.LegalId ?? $"{party.Name}|{party.Address}";
        if (!_customers.TryGetValue(key, out var customer))
            _customers[key] = customer = new Customer(
                _random.NextGuid(),
                FirstName: null,
                party.Name,
                party.VatNumber,
                party.LegalId,
                party.Address,
                party.Email,
                "nl",
                new PaymentTerm(PaymentTermKind.AfterInvoiceDate, 30)
            );
        return customer;
    }

    /// <summary>The document keeps its own rate; the books get one for a currency that they do not know on that day.</summary>
    decimal EuroRate(UblDocument read)
    {
        var isKnown = _story
            .CurrencyRates.Concat(_currencyRates)
            .Any(rate => rate.Currency == read.Currency && rate.From <= read.IssueDate);
        if (!isKnown && read.Currency != "EUR")
        {
            var usual = UblCurrencies.EuroRate(read.Currency) ?? read.EuroRate;
            _currencyRates.Add(new CurrencyRate(read.Currency, new DateOnly(read.IssueDate.Year, 1, 1), usual));
        }
        return read.EuroRate;
    }
}
