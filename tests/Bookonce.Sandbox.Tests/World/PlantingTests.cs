using System.Security.Cryptography;
using System.Text.Json;
using Bookonce.Sandbox.ExactOnline;
using Bookonce.Sandbox.Teamleader;
using Bookonce.Sandbox.World;
using Microsoft.Extensions.Time.Testing;

namespace Bookonce.Sandbox.Tests.World;

public sealed class PlantingTests
{
    static readonly Planted Demo = Plant(WorldSize.Demo, 1);

    static Planted Plant(WorldSize size, int seed, string? invoices = null)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero));
        var teamleader = new TeamleaderState(clock, new SeededIds(seed));
        var exact = new ExactOnlineState(clock, seed);
        return new Planted(teamleader, exact, WorldPlanter.Plant(teamleader, exact, size, seed, invoices).Truth);
    }

    sealed record Planted(TeamleaderState Teamleader, ExactOnlineState Exact, WorldTruth Truth)
    {
        public Division First => Exact.Divisions[0];

        public string Fingerprint()
        {
            var entries = First.Entries.Select(entry => new
            {
                entry.Id,
                entry.EntryNumber,
                entry.AmountDC,
                entry.YourRef,
                entry.Created,
                entry.Creator,
                Lines = entry.Lines.Select(line => new { line.Id, line.AmountDC }),
            });
            var all = (Teamleader.Invoices, Teamleader.CreditNotes, Teamleader.Companies, entries.ToList(), Truth);
            var json = JsonSerializer.SerializeToUtf8Bytes(all, new JsonSerializerOptions { IncludeFields = true });
            return Convert.ToHexString(SHA256.HashData(json));
        }
    }

    [Fact]
    public void The_same_seed_plants_the_same_world()
    {
        Assert.Equal(Plant(WorldSize.Demo, 1).Fingerprint(), Demo.Fingerprint());
        Assert.NotEqual(Plant(WorldSize.Demo, 2).Fingerprint(), Demo.Fingerprint());
    }

    [Fact]
    public void Teamleader_shows_the_totals_of_the_truth()
    {
        var shown = Demo
            .Teamleader.Invoices.Select(invoice => (invoice.Id, invoice.Totals))
            .Concat(Demo.Teamleader.CreditNotes.Select(credit => (credit.Id, credit.Totals)))
            .ToDictionary(document => document.Id, document => document.Totals);
        Assert.Equal(430, shown.Count);
        foreach (var document in Demo.Truth.Documents)
        {
            var totals = shown[document.Id];
            Assert.Equal(document.Net, totals.TaxExclusive);
            Assert.Equal(document.Gross, totals.TaxInclusive);
            Assert.Equal(
                document
                    .Vat.GroupBy(part => part.Rate)
                    .ToDictionary(part => part.Key, part => part.Sum(share => share.Vat)),
                totals.Taxes.ToDictionary(tax => tax.Rate, tax => tax.Tax)
            );
        }
    }

    [Fact]
    public void Every_copy_of_the_truth_is_an_entry_with_its_amount_and_number()
    {
        var copies = Demo.Truth.Documents.SelectMany(document => document.Copies).ToList();
        Assert.Equal(68, copies.Count);
        foreach (var copy in copies)
        {
            var entry = Demo.First.FindEntry(copy.EntryId)!;
            var line = Demo.First.ReceivableLineOf(entry);
            Assert.Equal(copy.Total, line.AmountFC);
            Assert.Equal(copy.EntryNumber, entry.EntryNumber);
            Assert.Equal(copy.YourRef, line.YourRef);
            Assert.Equal(copy.PaymentReference, line.PaymentReference);
            Assert.Equal(copy.Date, entry.Date);
        }
        Assert.Equal(60, Demo.Truth.AlreadyBooked.Count());
        Assert.Equal(8, Demo.Truth.Twice.Count());
        Assert.Equal(15, copies.Count(copy => copy.Journal == "60"));
        Assert.Equal(4, copies.Count(copy => copy.Origin == CopyOrigin.OpenItem));
        Assert.Equal(8, copies.Count(copy => copy.Origin == CopyOrigin.EarlierConnector));
    }

    [Fact]
    public void Every_entry_with_a_receivable_is_a_copy_foreign_or_a_payment()
    {
        var known = Demo
            .Truth.Documents.SelectMany(document => document.Copies)
            .Select(copy => copy.EntryId)
            .Concat(Demo.Truth.Foreign.Select(foreign => foreign.EntryId))
            .ToHashSet();
        Assert.All(
            Demo.First.Entries.Where(entry => !known.Contains(entry.Id)),
            entry => Assert.Equal(EntryType.CashFlow, entry.Type)
        );
        Assert.Contains(Demo.First.Entries, entry => entry.Type == EntryType.CashFlow);
    }

    [Fact]
    public void Numbers_of_a_series_follow_the_order_of_entering()
    {
        foreach (var series in Demo.First.Entries.GroupBy(entry => (entry.Journal.Code, entry.Year)))
        {
            var numbers = series.OrderBy(entry => entry.Created).Select(entry => entry.EntryNumber).ToList();
            Assert.Equal(Enumerable.Range(numbers.Min(), numbers.Count), numbers);
        }
    }

    [Fact]
    public void The_second_administration_has_masters_and_nothing_else()
    {
        var second = Demo.Exact.Divisions[1];
        Assert.Empty(second.Entries);
        Assert.Empty(second.Accounts);
        Assert.Equal(
            ["70", "71"],
            second.Journals.Where(journal => journal.Type == JournalType.Sales).Select(journal => journal.Code)
        );
    }

    [Fact]
    public void Every_tax_rate_has_a_sales_VAT_code_that_bears_its_words()
    {
        foreach (var rate in Demo.Teamleader.TaxRates)
            Assert.Single(
                Demo.First.VatCodes,
                code => code.TransactionType == "S" && code.Description == $"Verkopen {rate.Description}"
            );
    }

    [Fact]
    public void The_masters_of_either_administration_suffice_to_book_every_document()
    {
        var world = Plant(WorldSize.Demo, 1, UblTests.Folder);
        Assert.Equal(439, world.Truth.Documents.Count);
        foreach (var division in world.Exact.Divisions)
        foreach (var document in world.Truth.Documents)
            Booking.CheckedIn(division, document, world.Teamleader);
    }

    [Fact]
    public void Every_ledger_account_of_a_product_category_is_a_revenue_account()
    {
        var revenue = Demo
            .First.GLAccounts.Where(account => account.Type == GLAccountType.Revenue)
            .Select(account => account.Code)
            .ToHashSet();
        Assert.All(
            Demo.Teamleader.ProductCategories.SelectMany(category => category.Ledgers),
            ledger => Assert.Contains(ledger.AccountNumber, revenue)
        );
    }

    [Fact]
    public void An_empty_world_has_masters_on_both_sides_and_no_content()
    {
        var empty = Plant(WorldSize.Empty, 1);
        Assert.Single(empty.Teamleader.Departments);
        Assert.NotEmpty(empty.Teamleader.TaxRates);
        Assert.Empty(empty.Teamleader.Invoices);
        Assert.Empty(empty.Teamleader.Companies);
        Assert.Single(empty.Exact.Divisions);
        Assert.NotEmpty(empty.First.VatCodes);
        Assert.Empty(empty.First.Entries);
        Assert.Empty(empty.First.Accounts);
    }

    [Fact]
    public void A_large_world_can_be_planted()
    {
        var large = Plant(WorldSize.Large, 1);
        Assert.Equal(20_000, large.Truth.Documents.Count);
        Assert.Equal(18_600, large.Teamleader.Invoices.Count);
    }
}
