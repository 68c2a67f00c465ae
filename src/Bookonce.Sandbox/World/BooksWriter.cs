namespace Bookonce.Sandbox.World;

/// <summary>Writes what the administration of the first company entity holds before it is connected.</summary>
internal static class BooksWriter
{
    /// <summary>In every 430 documents 60 are typed, 8 of them booked a second time, beside 34 foreign entries.</summary>
    public static Books Write(Story story, int seed)
    {
        if (story.Documents.Count == 0)
            return new Books([], [], []);
        var random = new Random(seed + 1);
        var agency = story.Departments[0].Id;
        var documents = story.Documents.Where(document => document.DepartmentId == agency).ToList();
        var scale = Math.Max(1m, documents.Count / 430m);
        var relations = new RelationBook(story, random);
        var bookkeeper = new Bookkeeper(relations, random);
        var typed = bookkeeper.Type(documents, (int)(60 * scale));
        var again = bookkeeper.BookAgain(typed, (int)(8 * scale)).ToList();
        var webshop = new Webshop(random);
        var untyped = documents.ExceptBy(typed.Select(entry => entry.CopyOf!.Id), document => document.Id).ToList();
        var tax = story.TaxRates.First(rate => rate.DepartmentId == agency && rate.Rate == 0.21m);
        var sold = webshop.Sell(documents, untyped, tax, (int)(34 * scale)).ToList();
        BookEntry[] entries = [.. typed, .. again, .. sold];
        return new Books(
            [.. relations.All, webshop.Relation],
            [.. entries.OrderBy(entry => entry.EnteredAt).ThenBy(entry => entry.Id)],
            [.. Payments(typed, random)]
        );
    }

    /// <summary>Half of what Teamleader calls paid was also matched with the bank in Exact.</summary>
    static IEnumerable<BookPayment> Payments(IEnumerable<BookEntry> typed, Random random) =>
        typed
            .Where(entry => entry is { Kind: EntryKind.Sales, Currency: "EUR" } && !entry.Has(CopySlips.AmountDamaged))
            .SelectMany(entry => (entry.CopyOf?.Payments ?? []).Select(payment => (Entry: entry, Payment: payment)))
            .Where(paid => paid.Payment.Date >= paid.Entry.Date && random.Chance(50))
            .Select(paid => new BookPayment(paid.Entry.Id, paid.Payment.Date, paid.Payment.Amount));
}
