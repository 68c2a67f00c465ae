using Bookonce.Domain.Matching;

namespace Bookonce.Bench.Matching;

/// <summary>Entries that belong to no document: other sales, numbered otherwise or not at all.</summary>
sealed class Strangers(Cast cast, Random random, Story story)
{
    /// <summary>The same customer and sum as a document, up to 35 days away.</summary>
    public MatchEntry LookAlike(MatchDocument document, Cast.Customer customer)
    {
        var days = random.Next(1, 36) * (random.Chance(0.5) ? 1 : -1);
        var sign = document.Kind == Domain.Documents.DocumentKind.CreditNote ? -1 : 1;
        return Entry(customer, document.Date.AddDays(days), sign * document.Gross);
    }

    /// <summary>Anything; now and then a sum that some document has too.</summary>
    public MatchEntry Any(MatchDocument[] documents)
    {
        var customer = random.Chance(0.75) ? cast.Customers[story.Customer()] : Cast.Make("", random);
        var amount = random.Chance(0.1) ? random.Pick(documents).Gross : story.Total().Gross;
        return Entry(customer, Story.Date(story.Day()), random.Chance(0.05) ? -amount : amount);
    }

    MatchEntry Entry(Cast.Customer customer, DateOnly date, decimal amount) =>
        new()
        {
            Id = "",
            Journal = "70",
            Date = date,
            AccountName = customer.Account,
            AccountVat = customer.Vat,
            Currency = "EUR",
            Amount = amount,
            YourRef = Reference(date),
            Description = Texts.Any(date, customer, random),
            // Only the count of look-alikes reads it.
            Creator = customer.Key,
        };

    string? Reference(DateOnly date) =>
        random.Next(20) switch
        {
            < 8 => $"VF{date:yy}-{random.Next(1, 2_000):D4}",
            < 12 => $"PO {random.Next(4_500_000, 4_599_999)}",
            < 14 => $"{date.Year - 3}/{random.Next(1, 900)}",
            < 15 => $"{random.Next(1, 5_000)}",
            < 16 => $"WEB{random.Next(10_000, 99_999)}",
            _ => null,
        };
}
