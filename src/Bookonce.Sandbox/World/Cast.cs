namespace Bookonce.Sandbox.World;

/// <summary>The customers of the story: known faces first, then as many more as a large world needs.</summary>
internal static class Cast
{
    static readonly Place[] Flanders =
    [
        new("2800", "Mechelen"),
        new("3000", "Leuven"),
        new("9000", "Gent"),
        new("2018", "Antwerpen"),
        new("8500", "Kortrijk"),
        new("2300", "Turnhout"),
        new("3500", "Hasselt"),
        new("9300", "Aalst"),
        new("2500", "Lier"),
        new("8000", "Brugge"),
    ];

    static readonly Place[] Wallonia =
    [
        new("5000", "Namur"),
        new("4000", "Liège"),
        new("7000", "Mons"),
        new("1300", "Wavre"),
        new("6000", "Charleroi"),
    ];

    static readonly string[] FlemishStreets =
    [
        "Molenstraat",
        "Kerkstraat",
        "Stationsstraat",
        "Dorpsplein",
        "Nieuwe Dijk",
        "Lindelaan",
        "Veemarkt",
        "Gasthuisstraat",
    ];

    static readonly string[] FrenchStreets =
    [
        "Rue de la Gare",
        "Rue du Moulin",
        "Place du Marché",
        "Avenue des Tilleuls",
        "Rue Haute",
    ];

    static readonly string[] Flemish =
    [
        "Bakkerij De Korenaar BV",
        "Fietsen Verhaegen NV",
        "Garage Peeters & Zonen BV",
        "Kapsalon Lotte BV",
        "Brouwerij Het Zwarte Schaap NV",
        "Notariskantoor Claes & Wouters BV",
        "Apotheek Sint-Jozef BV",
        "Slagerij Van den Broeck BV",
        "Houthandel Maertens NV",
        "Architectenbureau Ruimte+ BV",
        "Dierenkliniek De Poort BV",
        "Immo Dijlezicht BV",
        "Kinderopvang Het Nestje VZW",
        "Boekhandel De Letter BV",
        "Restaurant 't Oud Gemeentehuis BV",
        "Hotel De Gulden Sleutel NV",
        "Transport Lemmens NV",
        "Vlaamse Wijnimport BV",
        "Advocatenkantoor Hendrickx BV",
        "Museum Oude Kaai VZW",
        "Tandartspraktijk Nijs BV",
        "Optiek Verstappen BV",
    ];

    static readonly string[] Builders =
    [
        "Bouwbedrijf Vermeulen NV",
        "Algemene Bouw De Smet NV",
        "Dakwerken Aerts BV",
        "Elektro Janssens BV",
        "Entreprise Générale Simonis SA",
    ];

    static readonly string[] Walloon =
    [
        "Boulangerie Dubois SRL",
        "Menuiserie Lambert SRL",
        "Garage Collard SA",
        "Imprimerie Namuroise SA",
        "Brasserie du Vieux Pont SRL",
        "Pharmacie Marchal SRL",
        "Librairie Les Marées SRL",
        "Cabinet Vandenberghe-Leroy SRL",
    ];

    static readonly (string Name, string PostalCode, string City, string Country, string Street)[] Abroad =
    [
        ("Van der Meer Logistiek B.V.", "3011 AA", "Rotterdam", "NL", "Maasboulevard"),
        ("Bloemenhandel Kuipers B.V.", "1431 GN", "Aalsmeer", "NL", "Legmeerdijk"),
        ("Fysiotherapie Groenlo B.V.", "7141 BC", "Groenlo", "NL", "Markt"),
        ("Atelier Moreau SARL", "59000", "Lille", "FR", "Rue de Béthune"),
        ("Éditions Bertrand SAS", "75011", "Paris", "FR", "Rue Oberkampf"),
        ("Müller Maschinenbau GmbH", "52062", "Aachen", "DE", "Jülicher Straße"),
        ("Harrow & Finch Ltd", "EC1V 9HX", "London", "GB", "Goswell Road"),
        ("Thames Design Partners Ltd", "SE1 2UP", "London", "GB", "Tooley Street"),
        ("Brightwater Analytics Inc.", "02110", "Boston", "US", "Summer Street"),
        ("Cedar Point Software LLC", "97205", "Portland", "US", "Morrison Street"),
    ];

    static readonly string[] FirstNames =
    [
        "An",
        "Koen",
        "Sofie",
        "Jean-Pierre",
        "Isabelle",
        "Pieter",
        "Els",
        "Marc",
        "Fatima",
        "Luc",
        "Nathalie",
        "Wim",
    ];

    static readonly string[] LastNames =
    [
        "Verstraeten",
        "De Backer",
        "Mertens",
        "Delvaux",
        "Noël",
        "Van Acker",
        "Cools",
        "Thys",
        "El Amrani",
        "Bogaerts",
        "Renard",
        "Hoste",
    ];

    static readonly string[] Trades =
    [
        "Bakkerij",
        "Garage",
        "Slagerij",
        "Apotheek",
        "Drukkerij",
        "Optiek",
        "Kapsalon",
        "Tuinen",
        "Schrijnwerkerij",
        "Immo",
        "Transport",
        "Bloemen",
    ];

    static readonly PaymentTerm[] Terms =
    [
        new(PaymentTermKind.AfterInvoiceDate, 30),
        new(PaymentTermKind.AfterInvoiceDate, 30),
        new(PaymentTermKind.AfterInvoiceDate, 14),
        new(PaymentTermKind.EndOfMonth, 30),
    ];

    /// <summary>57 customers for each unit of <paramref name="scale"/>, of the same mixture.</summary>
    public static IReadOnlyList<CastMember> Choose(int scale, Random random)
    {
        var members = new List<CastMember>();
        for (var round = 0; round < scale; round++)
        {
            Add(Flemish, Segment.Domestic, Flanders, FlemishStreets, "nl");
            Add(Builders, Segment.Contractor, Flanders, FlemishStreets, "nl");
            Add(Walloon, Segment.Domestic, Wallonia, FrenchStreets, "fr");
            foreach (var (name, postalCode, city, country, street) in Abroad)
            {
                var segment = country is "GB" or "US" ? Segment.Outside : Segment.EuropeanBusiness;
                var language = country switch
                {
                    "NL" => "nl",
                    "FR" => "fr",
                    "DE" => "de",
                    _ => "en",
                };
                AddCompany(
                    Name(name),
                    segment,
                    new Address($"{street} {Number()}", postalCode, city, country),
                    language
                );
            }
            for (var index = 0; index < FirstNames.Length; index++)
                AddPerson(FirstNames[index], LastNames[(index + round) % LastNames.Length], round);

            // A second round of the same faces must still be other customers.
            string Name(string name) => round == 0 ? name : $"{name} {random.Pick(Flanders).City} {round}";

            void Add(string[] names, Segment segment, Place[] places, string[] streets, string language)
            {
                foreach (var name in names)
                {
                    var place = random.Pick(places);
                    var address = new Address($"{random.Pick(streets)} {Number()}", place.PostalCode, place.City, "BE");
                    var fullName =
                        round == 0 ? name
                        : segment == Segment.Domestic && language == "nl"
                            ? $"{random.Pick(Trades)} {random.Pick(LastNames)} {place.City} {round} BV"
                        : Name(name);
                    AddCompany(fullName, segment, address, language);
                }
            }
        }
        return members;

        int Number() => random.Next(1, 180);

        void AddCompany(string name, Segment segment, Address address, string language)
        {
            var vat = VatNumbers.Make(address.Country, random);
            var customer = new Customer(
                random.NextGuid(),
                FirstName: null,
                name,
                vat,
                address.Country == "BE" ? vat?[2..] : null,
                address,
                $"boekhouding@{Slug(name)}.test",
                language,
                random.Pick(Terms)
            );
            members.Add(new CastMember(customer, segment, CurrencyOf(address.Country)));
        }

        void AddPerson(string firstName, string lastName, int round)
        {
            var place = random.Pick(Flanders);
            var customer = new Customer(
                random.NextGuid(),
                firstName,
                lastName,
                VatNumber: null,
                LegalId: null,
                new Address($"{random.Pick(FlemishStreets)} {Number()}", place.PostalCode, place.City, "BE"),
                $"{Slug(firstName)}.{Slug(lastName)}{(round == 0 ? "" : $"{round}")}@voorbeeld.test",
                "nl",
                new PaymentTerm(PaymentTermKind.AfterInvoiceDate, 14)
            );
            members.Add(new CastMember(customer, Segment.Person, "EUR"));
        }
    }

    static string CurrencyOf(string country) =>
        country switch
        {
            "GB" => "GBP",
            "US" => "USD",
            _ => "EUR",
        };

    static string Slug(string name) => string.Concat(name.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit));

    sealed record Place(string PostalCode, string City);
}

/// <param name="Currency">The currency that the customer is invoiced in.</param>
internal sealed record CastMember(Customer Customer, Segment Segment, string Currency);

/// <summary>Decides the VAT treatment of what a customer buys.</summary>
internal enum Segment
{
    Domestic,
    Contractor,
    EuropeanBusiness,
    Outside,
    Person,
}
