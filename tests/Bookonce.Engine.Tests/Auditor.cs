using Bookonce.Domain.Connections;
using Bookonce.Domain.Entries;
using Bookonce.Sandbox.ExactOnline;
using Bookonce.Sandbox.World;

namespace Bookonce.Engine.Tests;

/// <summary>Compares the books of the Exact sandbox with the world's own truth, past every API.</summary>
static class Auditor
{
    public static Division Division(this Town town, Connection connection) =>
        town.Sandboxes.ExactState.Divisions.Single(division => division.Code == connection.Administration.Division);

    public static IReadOnlyList<Sandbox.ExactOnline.Entry> Entries(this Town town, Connection connection) =>
        town.Division(connection).Entries;

    public static IReadOnlyList<Account> Relations(this Town town, Connection connection) =>
        town.Division(connection).Accounts;

    /// <summary>Net, VAT per rate and total of every booked entry are the document's to the cent.</summary>
    public static async Task AssertEntriesEqualDocuments(this Town town, Connection connection)
    {
        var entries = town.Entries(connection).ToDictionary(entry => entry.Id);
        var documents = town.Sandboxes.Truth.Documents.ToDictionary(document => document.Id);
        var codes = connection.Settings.TaxRates.ToDictionary(rate => rate.TaxRateId, rate => rate.VatCode);
        var links = (await town.Store.LoadBooks(connection.Administration.Id))
            .Links.Where(link => link.Origin == LinkOrigin.Booked)
            .ToArray();

        Assert.NotEmpty(links);
        foreach (var link in links)
        {
            var (entry, document) = (entries[link.EntryId], documents[link.DocumentId]);
            var sign = document.IsCreditNote ? -1 : 1;
            var expected = document
                .Vat.GroupBy(vat => codes[vat.TaxRateId])
                .Select(code => (code.Key, sign * code.Sum(vat => vat.Taxable), sign * code.Sum(vat => vat.Vat)))
                .Where(code => code is not (_, 0, 0))
                .Order();
            var actual = entry
                .SalesLines.GroupBy(line => line.VatCode.Code.Trim())
                .Select(code =>
                    ((string?)code.Key, code.Sum(line => line.AmountFC), code.Sum(line => line.VatAmountFC))
                )
                .Where(code => code is not (_, 0, 0))
                .Order();

            Assert.InRange(entry.AmountDC / entry.AmountFC / EuroPerUnit(town, connection, document), 0.85m, 1.15m);
            Assert.Equal(sign * document.Gross, entry.AmountFC);
            Assert.Equal(sign * document.Net, entry.SalesLines.Sum(line => line.AmountFC));
            Assert.Equal(expected, actual);
            Assert.Equal(
                (document.Number, document.Date, document.Currency),
                (entry.YourRef, entry.Date, entry.Currency)
            );
        }
    }

    /// <summary>What the sandbox itself would take for a unit of the document's currency; the entry may have the document's own rate.</summary>
    static decimal EuroPerUnit(Town town, Connection connection, DocumentTruth document) =>
        document.Currency == "EUR"
            ? 1
            : town.Division(connection)
                .ExchangeRates.Where(rate =>
                    rate.SourceCurrency == document.Currency && rate.StartDate <= document.Date
                )
                .MaxBy(rate => rate.StartDate)!
                .Rate;
}
