using Bookonce.Domain.Documents;
using Bookonce.Domain.Matching;

namespace Bookonce.Bench.Matching;

/// <summary>Types documents into the books, with slips.</summary>
sealed class Typist(Noise noise, Random random)
{
    static readonly string[] Collectives = ["Diverse debiteuren", "Clients divers", "Particulieren", "Diverse klanten"];

    /// <summary>An entry made by hand.</summary>
    public MatchEntry Type(MatchDocument document, Cast.Customer customer)
    {
        var (yourRef, text) = Number(document, customer);
        var (account, vat) = (customer.Account, customer.Vat);
        var roll = random.NextDouble();
        if (roll < noise.Collective)
            (account, vat) = (random.Pick(Collectives), null);
        else if (roll < noise.Collective + noise.Name)
            (account, vat) = (Cast.Variant(customer, random), null);
        return new MatchEntry
        {
            Id = "",
            Journal = document.Kind == DocumentKind.Invoice ? "70" : "71",
            Date = random.Chance(noise.Date) ? Slips.Date(document.Date, random) : document.Date,
            AccountName = account,
            AccountVat = vat,
            Currency = "EUR",
            Amount = Sign(document) * (random.Chance(noise.Amount) ? Slips.Amount(document, random) : document.Gross),
            YourRef = yourRef,
            Description = text,
            PaymentReference = random.Chance(0.08) ? document.PaymentReference : null,
        };
    }

    /// <summary>An entry made by another integration: everything right.</summary>
    public static MatchEntry Connect(MatchDocument document, Cast.Customer customer) =>
        new()
        {
            Id = "",
            Journal = document.Kind == DocumentKind.Invoice ? "70" : "71",
            Date = document.Date,
            AccountName = customer.Account,
            AccountVat = customer.Vat,
            Currency = "EUR",
            Amount = document.Kind == DocumentKind.CreditNote ? -document.Gross : document.Gross,
            YourRef = document.Number,
            Description = $"Invoice {document.Number}",
        };

    int Sign(MatchDocument document) => document.Kind == DocumentKind.CreditNote && !random.Chance(noise.Sign) ? -1 : 1;

    (string? YourRef, string? Text) Number(MatchDocument document, Cast.Customer customer)
    {
        var text = Texts.Any(document.Date, customer, random);
        var parts = document.Number!.Split(" / ");
        var roll = random.NextDouble();
        if ((roll -= noise.NoNumber) < 0)
            return (null, text);
        if ((roll -= noise.NumberInText) < 0)
            return (null, Texts.With($"{parts[0]}/{parts[1]}", customer, random));
        if ((roll -= noise.Rewritten) < 0)
            return (Slips.Rewritten(parts[0], parts[1], random), text);
        var plain = random.Chance(0.6) ? document.Number : $"{parts[0]}/{parts[1]}";
        return (roll < noise.Mistyped ? Slips.Digit(plain, random) : plain, text);
    }
}
