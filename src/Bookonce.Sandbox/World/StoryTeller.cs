namespace Bookonce.Sandbox.World;

/// <summary>Tells the story of De Linde Digitaal: fourteen months of invoices and credit notes, the same for the same seed.</summary>
internal sealed class StoryTeller
{
    public static readonly DateOnly FirstDay = new(2025, 9, 1);
    public static readonly DateOnly LastDay = new(2026, 10, 31);
    const int Months = 14;

    readonly Random _random;
    readonly StorySize _size;
    readonly Catalogue _catalogue;
    readonly Offers _offers;
    readonly CurrencyTable _currencies;
    readonly Department _agency;
    readonly Department _studio;

    StoryTeller(int seed, StorySize size)
    {
        _random = new Random(seed);
        _size = size;
        _catalogue = new Catalogue(_random);
        _offers = new Offers(_catalogue);
        _currencies = new CurrencyTable(_random);
        _agency = Found("De Linde Digitaal BV", "BE71 7360 4479 5169");
        _studio = Found("De Linde Studio BV", "BE72 7360 5512 0316");
    }

    /// <summary>The whole story of a seed.</summary>
    public static Story Tell(int seed, StorySize size) => new StoryTeller(seed, size).Tell();

    Story Tell()
    {
        if (_size == StorySize.Empty)
            return Bind([_agency], [], []);
        var cast = Cast.Choose(_size.Scale, _random);
        var drafts = new List<Document>();
        drafts.AddRange(Subscriptions(cast));
        while (drafts.Count < _size.Invoices)
            drafts.Add(Project(_agency, _random.Pick(cast)));
        var invoices = Numbered(drafts, "", kindDigit: 1).ToList();
        var credits = Numbered([.. Credits(invoices)], "CN ", kindDigit: 2);
        var domestic = cast.Where(member => member.Segment == Segment.Domestic).ToList();
        var studio = Enumerable.Range(0, _size.StudioInvoices).Select(_ => Project(_studio, _random.Pick(domestic)));
        return Bind(
            [_agency, _studio],
            [.. cast.Select(member => member.Customer)],
            [.. Paid(invoices), .. credits, .. Paid(Numbered([.. studio], "", kindDigit: 3))]
        );
    }

    Story Bind(
        IReadOnlyList<Department> departments,
        IReadOnlyList<Customer> customers,
        IReadOnlyList<Document> documents
    ) =>
        new()
        {
            Departments = departments,
            TaxRates = [.. _catalogue.Rates.Where(rate => departments.Any(found => found.Id == rate.DepartmentId))],
            Categories = _catalogue.Categories,
            CurrencyRates = _currencies.Rates,
            Customers = customers,
            Documents = documents,
        };

    Department Found(string name, string iban)
    {
        var department = new Department(
            _random.NextGuid(),
            name,
            VatNumbers.Make("BE", _random),
            new Address("Lindelaan 14", "2800", "Mechelen", "BE"),
            iban
        );
        _catalogue.AddUsualRates(department.Id, _random);
        return department;
    }

    /// <summary>Three prices for many customers: equal amounts that tell nobody apart.</summary>
    IEnumerable<Document> Subscriptions(IReadOnlyList<CastMember> cast)
    {
        (string Name, decimal Price)[] plans = [("Basis", 49m), ("Plus", 89m), ("Pro", 179m)];
        CastMember[] members = [.. cast];
        _random.Shuffle(members);
        foreach (var member in members.Take(17 * _size.Scale))
        {
            var (name, price) = plans[
                _random.Next(10) is var roll && roll < 3 ? 0
                : roll < 8 ? 1
                : 2
            ];
            var subscription = _random.NextGuid();
            for (var month = 0; month < Months; month++)
            {
                var date = FirstDay.AddMonths(month);
                var tax = member.Segment switch
                {
                    Segment.EuropeanBusiness => _catalogue.Rate(_agency.Id, VatTreatment.IntraEuServices),
                    Segment.Outside => _catalogue.Rate(_agency.Id, VatTreatment.Export),
                    _ => _catalogue.Rate(_agency.Id, VatTreatment.Standard, 0.21m),
                };
                var description = $"Hosting en onderhoud {name}, {date:MM/yyyy}";
                var line = new DocumentLine(description, 1, price, 0, tax, _catalogue.Hosting, price);
                yield return Draft(_agency, member, date, [line], 0) with
                {
                    SubscriptionId = subscription,
                };
            }
        }
    }

    Document Project(Department department, CastMember member)
    {
        var date = FirstDay.AddDays(_random.Next(LastDay.DayNumber - FirstDay.DayNumber + 1));
        if (date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            date = date.AddDays(date >= LastDay.AddDays(-2) ? -2 : 2);
        var discount = _random.Next(30) switch
        {
            0 => 5m,
            1 => 2.5m,
            _ => 0m,
        };
        var lines = _offers.Choose(department.Id, member.Segment, _random);
        return Draft(department, member, date, lines, discount) with
        {
            PurchaseOrder = _random.Chance(15) ? $"PO-{_random.Next(1000, 9999)}" : null,
        };
    }

    Document Draft(
        Department department,
        CastMember member,
        DateOnly date,
        IReadOnlyList<DocumentLine> lines,
        decimal discount
    ) =>
        new()
        {
            Id = _random.NextGuid(),
            DepartmentId = department.Id,
            Kind = DocumentKind.Invoice,
            Number = "",
            Date = date,
            DueOn = member.Customer.Term.DueOn(date),
            Term = member.Customer.Term,
            Customer = member.Customer,
            Currency = member.Currency,
            EuroRate = _currencies.EuroRate(member.Currency, date),
            Lines = lines,
            DiscountPercentage = discount,
            Totals = Amounts.Total(lines, discount),
            CreatedAt = _random.OfficeHour(date),
        };

    /// <summary>Two in three take the whole invoice back, the others its first line.</summary>
    IEnumerable<Document> Credits(List<Document> invoices)
    {
        Document[] candidates = [.. invoices.Where(invoice => invoice.Date < LastDay.AddDays(-25))];
        _random.Shuffle(candidates);
        foreach (var invoice in candidates.Take(_size.CreditNotes))
        {
            var date = invoice.Date.AddDays(_random.Next(2, 25));
            var lines = _random.Chance(67) ? invoice.Lines : [invoice.Lines[0]];
            yield return invoice with
            {
                Id = _random.NextGuid(),
                Kind = DocumentKind.CreditNote,
                Date = date,
                DueOn = date,
                Lines = lines,
                Totals = Amounts.Total(lines, invoice.DiscountPercentage),
                CreditedInvoiceId = invoice.Id,
                SubscriptionId = null,
                PurchaseOrder = null,
                CreatedAt = _random.OfficeHour(date),
            };
        }
    }

    /// <summary>Numbers run on by date within a calendar year, as Teamleader gives them.</summary>
    static IEnumerable<Document> Numbered(IReadOnlyList<Document> drafts, string prefix, int kindDigit)
    {
        var last = new Dictionary<int, int>();
        foreach (
            var draft in drafts.OrderBy(draft => draft.Date).ThenBy(draft => draft.CreatedAt).ThenBy(draft => draft.Id)
        )
        {
            var year = draft.Date.Year;
            var sequence = last[year] = last.GetValueOrDefault(year) + 1;
            yield return draft with
            {
                Number = $"{prefix}{year} / {sequence}",
                PaymentReference =
                    draft.Kind == DocumentKind.Invoice
                        ? PaymentReferences.Make(kindDigit * 1_000_000_000L + year % 100 * 10_000_000L + sequence)
                        : null,
            };
        }
    }

    /// <summary>Most of what fell due was paid, some of it in part; nothing was paid after the story ends.</summary>
    IEnumerable<Document> Paid(IEnumerable<Document> invoices)
    {
        foreach (var invoice in invoices)
        {
            var date = invoice.DueOn.AddDays(_random.Next(-10, 12));
            var roll = _random.Next(100);
            yield return date > LastDay || date < invoice.Date || roll >= 80 ? invoice
            : roll < 4 ? invoice with { Payments = [new(date, Amounts.Round(invoice.Totals.Gross / 2))] }
            : invoice with { Payments = [new(date, invoice.Totals.Gross)] };
        }
    }
}

/// <param name="Scale">How many times the cast of the demo.</param>
/// <param name="Invoices">Invoices of the first company entity.</param>
/// <param name="StudioInvoices">Invoices of the second one.</param>
internal sealed record StorySize(int Scale, int Invoices, int StudioInvoices, int CreditNotes)
{
    public static StorySize Demo { get; } = new(1, 392, 8, 30);
    public static StorySize Large { get; } = new(46, 18_592, 8, 1_400);
    public static StorySize Empty { get; } = new(0, 0, 0, 0);

    public int Documents => Invoices + StudioInvoices + CreditNotes;
}
