namespace Bookonce.Sandbox.World;

/// <summary>What the company sells, under which VAT rates and on which revenue accounts.</summary>
internal sealed class Catalogue
{
    readonly Dictionary<(Guid Department, VatTreatment Treatment, decimal Rate), TaxRate> _rates = [];

    public Catalogue(Random random)
    {
        Hosting = Category("Hosting en onderhoud", "700100");
        Development = Category("Webontwikkeling", "700000");
        Design = Category("Ontwerp", "700200");
        Training = Category("Opleiding", "700300");
        Events = Category("Workshops en events", "700400");
        Cabling = Category("Bekabeling en installatie", "700500");
        Books = Category("Boeken en drukwerk", "701000");

        ProductCategory Category(string name, string account) => new(random.NextGuid(), name, account);
    }

    public ProductCategory Hosting { get; }
    public ProductCategory Development { get; }
    public ProductCategory Design { get; }
    public ProductCategory Training { get; }
    public ProductCategory Events { get; }
    public ProductCategory Cabling { get; }
    public ProductCategory Books { get; }

    public IReadOnlyList<ProductCategory> Categories =>
        [Hosting, Development, Design, Training, Events, Cabling, Books];

    public IReadOnlyList<TaxRate> Rates => [.. _rates.Values];

    /// <summary>The rates that a Belgian company entity has from its first day.</summary>
    public void AddUsualRates(Guid department, Random random)
    {
        Add(VatTreatment.Standard, 0.21m);
        Add(VatTreatment.Standard, 0.12m);
        Add(VatTreatment.Standard, 0.06m);
        Add(VatTreatment.Zero, 0m);
        Add(VatTreatment.ReverseCharge, 0m);
        Add(VatTreatment.IntraEuServices, 0m);
        Add(VatTreatment.IntraEuGoods, 0m);
        Add(VatTreatment.Export, 0m);

        void Add(VatTreatment treatment, decimal rate) =>
            _rates.Add(
                (department, treatment, rate),
                new TaxRate(random.NextGuid(), department, treatment, rate, VatWords.Describe(treatment, rate))
            );
    }

    public TaxRate Rate(Guid department, VatTreatment treatment, decimal rate = 0m) =>
        _rates[(department, treatment, rate)];
}
