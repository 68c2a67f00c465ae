namespace Bookonce.Bench.Matching;

/// <summary>What stands in a description: often nothing, often a month or other figures that are no document number.</summary>
static class Texts
{
    static readonly string[] Subjects =
    [
        "Levering materiaal",
        "Onderhoud",
        "Advies",
        "Huur",
        "Abonnement",
        "Prestations",
        "Honoraires",
        "Livraison",
        "Werken volgens offerte",
    ];

    public static string? Any(DateOnly date, Cast.Customer customer, Random random) =>
        random.Next(10) switch
        {
            0 => $"Abonnement {date:yyyy-MM}",
            1 => $"{random.Pick(Subjects)} {date:MM/yyyy}",
            2 => $"Levering {date.AddDays(-random.Next(1, 9)):dd-MM-yyyy}",
            3 => $"{random.Next(1, 40)} uur {random.Pick(Subjects)}",
            4 => customer.Account,
            5 or 6 => random.Pick(Subjects),
            _ => null,
        };

    public static string With(string number, Cast.Customer customer, Random random) =>
        random.Next(3) switch
        {
            0 => $"Factuur {number} {customer.Account}",
            1 => $"{random.Pick(Subjects)} fact. {number}",
            _ => $"facture {number}",
        };
}
