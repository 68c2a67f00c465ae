using System.Security.Cryptography;
using System.Text.Json;
using Bookonce.Sandbox.World;

namespace Bookonce.Sandbox.Tests.World;

public sealed class StoryTests
{
    static readonly Story Demo = StoryTeller.Tell(1, StorySize.Demo);

    [Fact]
    public void The_same_seed_tells_the_same_story_and_another_seed_another()
    {
        Assert.Equal(Fingerprint(1), Fingerprint(1));
        Assert.NotEqual(Fingerprint(1), Fingerprint(2));

        static string Fingerprint(int seed)
        {
            var story = StoryTeller.Tell(seed, StorySize.Demo);
            var json = JsonSerializer.SerializeToUtf8Bytes((story, BooksWriter.Write(story, seed)), Fields);
            return Convert.ToHexString(SHA256.HashData(json));
        }
    }

    static readonly JsonSerializerOptions Fields = new() { IncludeFields = true };

    [Fact]
    public void The_demo_has_400_invoices_and_30_credit_notes_over_two_financial_years()
    {
        Assert.Equal(400, Demo.Documents.Count(document => document.Kind == DocumentKind.Invoice));
        Assert.Equal(30, Demo.Documents.Count(document => document.Kind == DocumentKind.CreditNote));
        Assert.Equal(8, Demo.Documents.Count(document => document.DepartmentId == Demo.Departments[1].Id));
        Assert.Equal(StoryTeller.FirstDay, Demo.Documents.Min(document => document.Date));
        Assert.All(
            Demo.Documents,
            document => Assert.InRange(document.Date, StoryTeller.FirstDay, StoryTeller.LastDay)
        );
        Assert.Equal([2025, 2026], Demo.Documents.Select(document => document.Date.Year).Distinct().Order());
    }

    [Fact]
    public void It_uses_every_VAT_treatment_of_a_Belgian_company_and_more_than_one_currency()
    {
        var rates = Demo.Documents.SelectMany(document => document.Lines).Select(line => line.Tax).ToHashSet();
        Assert.Superset(
            new HashSet<(VatTreatment, decimal)>
            {
                (VatTreatment.Standard, 0.21m),
                (VatTreatment.Standard, 0.12m),
                (VatTreatment.Standard, 0.06m),
                (VatTreatment.Zero, 0m),
                (VatTreatment.ReverseCharge, 0m),
                (VatTreatment.IntraEuServices, 0m),
                (VatTreatment.IntraEuGoods, 0m),
                (VatTreatment.Export, 0m),
            },
            rates.Select(rate => (rate.Treatment, rate.Rate)).ToHashSet()
        );
        Assert.Equal(
            ["EUR", "GBP", "USD"],
            Demo.Documents.Select(document => document.Currency).Distinct().Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Subscriptions_of_several_customers_have_equal_amounts()
    {
        var customers = Demo
            .Documents.Where(document => document.SubscriptionId is not null)
            .GroupBy(document => document.Totals.Gross)
            .Max(group => group.Select(document => document.Customer.Id).Distinct().Count());
        Assert.InRange(customers, 3, 20);
    }

    [Fact]
    public void Discounts_stand_on_lines_and_on_documents()
    {
        Assert.Contains(Demo.Documents, document => document.DiscountPercentage > 0);
        Assert.Contains(Demo.Documents, document => document.Lines.Any(line => line.DiscountPercentage > 0));
        Assert.Contains(Demo.Documents, document => document.Totals.Vat.Count > 1);
    }

    [Fact]
    public void Every_document_adds_up_to_the_cent()
    {
        foreach (var document in Demo.Documents)
        {
            var totals = document.Totals;
            Assert.Equal(totals.Net, totals.Vat.Sum(share => share.Taxable));
            Assert.Equal(totals.Gross, totals.Vat.Sum(share => share.Taxable + share.Vat));
            Assert.All(
                totals.Vat,
                share => Assert.InRange(share.Vat - share.Taxable * share.Tax.Rate, -0.005m, 0.005m)
            );
            var lines = document.Lines.Sum(line => line.Net) * (1 - document.DiscountPercentage / 100);
            Assert.InRange(totals.Net - lines, -0.005m * totals.Vat.Count, 0.005m * totals.Vat.Count);
            Assert.Equal(totals.Gross, Math.Round(totals.Gross, 2));
            Assert.True(totals.Gross > 0);
        }
    }

    [Fact]
    public void Numbers_run_on_without_gap_by_date_per_entity_kind_and_year()
    {
        foreach (
            var series in Demo.Documents.GroupBy(document => (document.DepartmentId, document.Kind, document.Date.Year))
        )
        {
            var prefix = series.Key.Kind == DocumentKind.Invoice ? "" : "CN ";
            Assert.Equal(
                Enumerable.Range(1, series.Count()).Select(number => $"{prefix}{series.Key.Year} / {number}"),
                series.Select(document => document.Number)
            );
            Assert.Equal(series.Select(document => document.Date).Order(), series.Select(document => document.Date));
        }
    }

    [Fact]
    public void Every_VAT_number_and_payment_reference_is_valid()
    {
        Assert.All(
            Demo.Customers.Where(customer => customer is { IsPerson: false, Address.Country: not "US" }),
            customer => Assert.True(VatNumbers.IsValid(customer.VatNumber!), customer.VatNumber)
        );
        Assert.All(Demo.Departments, department => Assert.True(VatNumbers.IsValid(department.VatNumber!)));
        Assert.All(
            Demo.Documents.Where(document => document.Kind == DocumentKind.Invoice),
            document => Assert.True(PaymentReferences.IsValid(document.PaymentReference!), document.PaymentReference)
        );
        Assert.Equal(
            Demo.Documents.Count(document => document.PaymentReference is not null),
            Demo.Documents.Select(document => document.PaymentReference).OfType<string>().Distinct().Count()
        );
    }

    [Fact]
    public void Every_IBAN_is_valid() =>
        Assert.All(
            Demo.Departments,
            department =>
            {
                var iban = department.Iban.Replace(" ", "");
                Assert.Equal(1, (int)(System.Numerics.BigInteger.Parse($"{iban[4..]}1114{iban[2..4]}") % 97));
            }
        );

    [Fact]
    public void Credit_notes_follow_their_invoice_and_take_back_no_more_than_it()
    {
        var invoices = Demo.Documents.ToDictionary(document => document.Id);
        foreach (var credit in Demo.Documents.Where(document => document.Kind == DocumentKind.CreditNote))
        {
            var invoice = invoices[credit.CreditedInvoiceId!.Value];
            Assert.True(credit.Date > invoice.Date);
            Assert.InRange(credit.Totals.Gross, 0.01m, invoice.Totals.Gross);
        }
    }

    [Fact]
    public void A_large_story_has_twenty_thousand_documents() =>
        Assert.Equal(20_000, StoryTeller.Tell(1, StorySize.Large).Documents.Count);

    [Fact]
    public void An_empty_story_has_one_entity_with_its_rates_and_nothing_else()
    {
        var story = StoryTeller.Tell(1, StorySize.Empty);
        Assert.Single(story.Departments);
        Assert.Equal(8, story.TaxRates.Count);
        Assert.Empty(story.Documents);
        Assert.Empty(story.Customers);
        Assert.Empty(BooksWriter.Write(story, 1).Relations);
    }
}
