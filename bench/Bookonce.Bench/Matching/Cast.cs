namespace Bookonce.Bench.Matching;

/// <summary>Customers with Dutch, French and personal names.</summary>
sealed class Cast
{
    static readonly string[] Trades =
        "Bakkerij Slagerij Garage Drukkerij Schrijnwerkerij Brouwerij Apotheek Kapsalon Boekhandel Transport Bouwwerken Dakwerken Schilderwerken Tuinaanleg Kwekerij Studio Advocaten Notariskantoor Immo Reisbureau Boulangerie Menuiserie Imprimerie Pharmacie Librairie Plomberie Toitures Etablissements Atelier Bureau Ingenieursbureau Architecten Optiek Juwelier Wijnhandel Fietsen Meubelen Keukens Elektro Sanitair Zonwering Verhuizingen Catering Traiteur Brasserie Hotel Camping Manege Textiel Metaalbouw".Split(
            ' '
        );
    static readonly string[] Families =
        "Peeters Janssens Maes Jacobs Mertens Willems Claes Goossens Wouters DeSmet Dubois Lambert Dupont Martin Simon Laurent Leroy Renard Vermeulen VanDamme Pauwels Hermans Aerts Michiels Desmedt Lemmens Verhoeven Coppens Timmermans VandenBroeck DeClercq Bogaerts Smets Segers Lenaerts Moens Verstraete Thijs Bosmans Baert Cools Geerts Wauters Denis Bertrand Fontaine Gerard Lefevre Noel Petit Jansen DeVries Bakker Visser Smit Mulder Bos Vos Hendriks Dekker Brouwer Dijkstra Kuipers Postma Veenstra Hoekstra".Split(
            ' '
        );
    static readonly string[] Places =
        "Gent Brugge Leuven Mechelen Namur Liège Mons Tournai Utrecht Breda Tilburg Zwolle Arnhem Leiden Haarlem Delft Aalst Hasselt Genk Kortrijk Oostende Waver Nivelles Charleroi Ieper Turnhout Lier Ninove Geel Diest".Split(
            ' '
        );
    static readonly string[] First =
        "Jan Piet Els An Marie Luc Sofie Karel Greet Tom Lien Bart Eva Pierre Claire Julien Nathalie Michel Chantal Thomas Sanne Daan Fleur Bram Roos Koen Ilse Wim Griet Hugo".Split(
            ' '
        );
    static readonly string[] Forms = "BV NV BVBA VOF SRL SA VZW CV".Split(' ');

    /// <summary>A customer: the name on documents, the name of the account, and the VAT number of half of the companies.</summary>
    public sealed record Customer(string Key, string Name, string Account, string? Vat, bool IsPerson);

    public Customer[] Customers { get; }

    public Cast(int count, Random random) =>
        Customers = [.. Enumerable.Range(0, count).Select(number => Make($"c{number}", random))];

    /// <summary>One more, for entries of strangers.</summary>
    public static Customer Make(string key, Random random)
    {
        var family = Family(random);
        if (random.Chance(0.2))
        {
            var first = random.Pick(First);
            var middle = random.Chance(0.2) ? $" {(char)('A' + random.Next(26))}." : "";
            var account = random.Chance(0.5) ? $"{first}{middle} {family}" : $"{family} {first}{middle}";
            return new Customer(key, $"{first}{middle} {family}", account, null, true);
        }
        var core = random.Next(5) switch
        {
            0 => $"{random.Pick(Trades)} {family}",
            1 => $"{random.Pick(Trades)} {family} {random.Pick(Places)}",
            2 => $"{family} & {(random.Chance(0.5) ? "Zonen" : "Fils")} {random.Pick(Trades)}",
            3 => $"{random.Pick(Trades)} De {random.Pick(Places)} {family}",
            _ => $"{Coined(random)} {random.Pick(Trades)}",
        };
        var form = random.Pick(Forms);
        var name = $"{core} {form}";
        var vat = random.Chance(0.3) ? $"BE0{random.NextInt64(100_000_000, 999_999_999)}" : null;
        return new Customer(
            key,
            name,
            random.Next(3) switch
            {
                0 => core,
                1 => $"{core} {Dotted(form)}",
                _ => name,
            },
            vat,
            false
        );
    }

    /// <summary>How a hand in a hurry writes a name.</summary>
    public static string Variant(Customer customer, Random random)
    {
        var words = customer.Account.Replace(".", "", StringComparison.Ordinal).Split(' ');
        if (customer.IsPerson)
            return random.Chance(0.5)
                ? $"{words[0][0]}. {string.Join(' ', words[1..])}"
                : Mistyped(customer.Account, random);

        return random.Next(5) switch
        {
            0 => string.Join(' ', words.Select((word, at) => at == 0 && word.Length > 5 ? word[..4] : word)),
            1 => string.Join(' ', words.Reverse()),
            2 => string.Join(' ', words.Take(2)),
            3 => words.Length > 2 ? string.Join(' ', words.Skip(1)) : Mistyped(customer.Account, random),
            _ => Mistyped(customer.Account, random),
        };
    }

    static string Mistyped(string name, Random random)
    {
        var at = random.Next(1, name.Length - 1);
        return random.Next(3) switch
        {
            0 => name.Remove(at, 1),
            1 => $"{name[..at]}{name[at + 1]}{name[at]}{name[(at + 2)..]}",
            _ => $"{name[..at]}{(char)('a' + random.Next(26))}{name[(at + 1)..]}",
        };
    }

    static string Family(Random random)
    {
        var family = random.Pick(Families);
        // Thousands of families need more names than fit in a line: some get another ending.
        return random.Chance(0.6)
            ? family
            : family + random.Pick(["mans", "inckx", "ens", "sen", "ier", "stra", "aert", "oot"]);
    }

    static string Coined(Random random)
    {
        string[] heads =
        [
            "Nova",
            "Inter",
            "Euro",
            "Medi",
            "Agro",
            "Tele",
            "Uni",
            "Pro",
            "Opti",
            "Multi",
            "Eco",
            "Trans",
        ];
        string[] tails =
        [
            "tec",
            "line",
            "plan",
            "max",
            "tron",
            "vita",
            "form",
            "log",
            "data",
            "build",
            "care",
            "print",
        ];
        return random.Pick(heads)
            + random.Pick(tails)
            + (random.Chance(0.5) ? random.Pick(["o", "is", "us", "a", "ex"]) : "");
    }

    static string Dotted(string form) => string.Concat(form.Select(letter => $"{letter}."));
}
