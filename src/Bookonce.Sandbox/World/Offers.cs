namespace Bookonce.Sandbox.World;

/// <summary>What one-off invoices are made of, and what tax a customer pays on it.</summary>
internal sealed class Offers(Catalogue catalogue)
{
    readonly Offer[] _all =
    [
        new("Webontwikkeling, per uur", 95m, 4, 48, 4, catalogue.Development, 0.21m),
        new("Ontwerp huisstijl, per uur", 85m, 2, 24, 2, catalogue.Design, 0.21m),
        new("Strategiedag", 780m, 1, 3, 1, catalogue.Development, 0.21m),
        new("Opleiding webbeheer, per dag (vrijgesteld)", 420m, 1, 2, 1, catalogue.Training, 0m),
        new("Workshop met lunch, per deelnemer", 38.50m, 5, 24, 1, catalogue.Events, 0.12m),
        new("Handboek Slim Online", 28.30m, 1, 30, 1, catalogue.Books, 0.06m) { IsGoods = true },
        new("Folders A5, vierkleurendruk", 0.2350m, 250, 2000, 1, catalogue.Books, 0.21m) { IsGoods = true },
        new("Bekabeling, per uur", 62.50m, 4, 40, 4, catalogue.Cabling, 0.21m) { IsCabling = true },
        new("Softwarelicentie, per gebruiker", 12.95m, 5, 50, 1, catalogue.Hosting, 0.21m),
        new("Verplaatsing", 0.4297m, 20, 180, 1, Category: null, 0.21m),
    ];

    readonly Offer _homeCabling = new(
        "Netwerk in woning ouder dan tien jaar, per uur",
        62.50m,
        4,
        16,
        4,
        catalogue.Cabling,
        0.06m
    );

    /// <summary>Between one and five different lines for this customer.</summary>
    public IReadOnlyList<DocumentLine> Choose(Guid department, Segment segment, Random random)
    {
        var count = random.Next(20) switch
        {
            < 9 => 1,
            < 14 => 2,
            < 17 => 3,
            < 19 => 4,
            _ => 5,
        };
        Offer[] offers = [.. _all];
        if (segment == Segment.Person)
            offers = [.. offers.Where(offer => !offer.IsCabling), _homeCabling];
        random.Shuffle(offers);
        return [.. offers.Take(count).Select(offer => Line(offer, department, segment, random))];
    }

    DocumentLine Line(Offer offer, Guid department, Segment segment, Random random)
    {
        var quantity = (decimal)random.Next(offer.Least * offer.Parts, offer.Most * offer.Parts + 1) / offer.Parts;
        var discount = random.Next(25) switch
        {
            0 => 10m,
            1 => 5m,
            _ => 0m,
        };
        var tax = TaxOf(offer, department, segment);
        var net = Amounts.Round(quantity * offer.Price * (1 - discount / 100));
        return new DocumentLine(offer.Description, quantity, offer.Price, discount, tax, offer.Category, net);
    }

    TaxRate TaxOf(Offer offer, Guid department, Segment segment) =>
        segment switch
        {
            Segment.EuropeanBusiness => catalogue.Rate(
                department,
                offer.IsGoods ? VatTreatment.IntraEuGoods : VatTreatment.IntraEuServices
            ),
            Segment.Outside => catalogue.Rate(department, VatTreatment.Export),
            Segment.Contractor when offer.IsCabling => catalogue.Rate(department, VatTreatment.ReverseCharge),
            _ when offer.Tax == 0 => catalogue.Rate(department, VatTreatment.Zero),
            _ => catalogue.Rate(department, VatTreatment.Standard, offer.Tax),
        };

    /// <param name="Parts">Into how many parts one unit may be split.</param>
    /// <param name="Tax">The rate for a Belgian customer, as a fraction.</param>
    sealed record Offer(
        string Description,
        decimal Price,
        int Least,
        int Most,
        int Parts,
        ProductCategory? Category,
        decimal Tax
    )
    {
        public bool IsGoods { get; init; }
        public bool IsCabling { get; init; }
    }
}
