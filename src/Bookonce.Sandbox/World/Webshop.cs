namespace Bookonce.Sandbox.World;

/// <summary>Entries of another source in the same administration: a web shop that Teamleader knows nothing of.</summary>
internal sealed class Webshop(Random random)
{
    public const string Journal = "72";
    const string Name = "Koppeling webshop";
    const int LookAlikes = 3;

    public BookRelation Relation { get; } =
        new(
            random.NextGuid(),
            "Diverse klanten webshop",
            null,
            new Address("-", "2800", "Mechelen", "BE"),
            false,
            null
        );

    /// <summary>Sales of the shop; but for three, none has the amount of a document within 45 days.</summary>
    /// <param name="documents">Every document of the administration.</param>
    /// <param name="untyped">Those that the look-alikes may look like.</param>
    public IEnumerable<BookEntry> Sell(
        IReadOnlyList<Document> documents,
        IReadOnlyList<Document> untyped,
        TaxRate tax,
        int count
    )
    {
        var dates = documents.ToLookup(document => document.Totals.Gross, document => document.Date);
        Document[] alike =
        [
            .. untyped.Where(document =>
                document is { Kind: DocumentKind.Invoice, Currency: "EUR", Totals.Vat: [{ Tax.Rate: 0.21m }] }
                && dates[document.Totals.Gross].Count() == 1
            ),
        ];
        random.Shuffle(alike);
        var order = 10_200;
        foreach (var document in alike.Take(LookAlikes))
            yield return Order(document.Date.AddDays(random.Next(-9, 10)), document.Totals.Gross) with
            {
                LooksAlike = true,
            };

        for (var index = LookAlikes; index < count; index++)
        {
            var date = StoryTeller.FirstDay.AddDays(random.Next(400));
            var gross = random.Next(900, 24_000) / 100m;
            while (dates[gross].Any(other => Math.Abs(other.DayNumber - date.DayNumber) <= 45))
                gross += 0.01m;
            yield return Order(date, gross);
        }

        BookEntry Order(DateOnly date, decimal gross)
        {
            order += random.Next(1, 40);
            var net = Amounts.Round(gross / (1 + tax.Rate));
            return new BookEntry
            {
                Id = random.NextGuid(),
                Journal = Journal,
                Kind = EntryKind.Sales,
                Date = date,
                Relation = Relation,
                YourRef = $"WS-{order}",
                Description = $"Webshop bestelling {order}",
                Currency = "EUR",
                EuroRate = 1m,
                Lines = [new BookLine("701000", tax, net, gross - net, "Webshop")],
                EnteredBy = Name,
                EnteredAt = random.OfficeHour(date.AddDays(1)),
            };
        }
    }
}
