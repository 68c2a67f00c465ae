using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Bookonce.Sandbox.ExactOnline;
using Bookonce.Sandbox.Teamleader;
using Bookonce.Sandbox.Teamleader.Downloads;
using Bookonce.Sandbox.Teamleader.Model;
using Bookonce.Sandbox.World;
using Bookonce.Sandbox.World.Ubl;
using Microsoft.Extensions.Time.Testing;
using Document = Bookonce.Sandbox.Teamleader.Model.Document;

namespace Bookonce.Sandbox.Tests.Teamleader;

public sealed class DownloadTests
{
    static readonly string[] UblFormats = ["ubl/e-fff", "ubl/peppol_bis_3", "ubl/xrechnung"];

    [Theory]
    [InlineData("invoices")]
    [InlineData("creditNotes")]
    public async Task A_document_is_fetched_from_a_temporary_address_as_paper_and_as_UBL(string resource)
    {
        await using var account = await FocusAccount.Open();
        var invoice = await account.Booked(100);
        var id =
            resource == "invoices" ? invoice : await account.Create("invoices.credit", $$"""{"id":"{{invoice}}"}""");
        foreach (var format in UblFormats)
        {
            var read = UblReader.Read(XDocument.Parse(Encoding.UTF8.GetString(await Fetch(format))).Root!);
            Assert.Equal(121m, read.TaxInclusive);
        }
        var paper = Encoding.Latin1.GetString(await Fetch("pdf"));
        Assert.StartsWith("%PDF-1.4", paper, StringComparison.Ordinal);
        Assert.Contains("Bakkerij De Halm BV", paper, StringComparison.Ordinal);

        async Task<byte[]> Fetch(string format)
        {
            var address = await account.Data($"{resource}.download", $$"""{"id":"{{id}}","format":"{{format}}"}""");
            Assert.Equal("2026-03-02T08:10:00+00:00", address.GetProperty("expires").GetString());
            using var stranger = new HttpClient();
            return await stranger.GetByteArrayAsync(address.GetProperty("location").GetString());
        }
    }

    [Fact]
    public async Task A_draft_has_paper_but_no_UBL()
    {
        await using var account = await FocusAccount.Open();
        var id = await account.Create("invoices.draft", account.DraftOf(1));
        await account.Data("invoices.download", $$"""{"id":"{{id}}","format":"pdf"}""");
        foreach (var format in UblFormats.Append("docx"))
        {
            var body = $$"""{"id":"{{id}}","format":"{{format}}"}""";
            Assert.Equal("format", (await account.Refused("invoices.download", body)).Field);
        }
    }

    [Fact]
    public void Every_document_of_the_demo_reads_back_from_UBL_with_its_own_totals()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
        var state = new TeamleaderState(clock, new SeededIds(1));
        WorldPlanter.Plant(state, new ExactOnlineState(clock, 1), WorldSize.Demo, seed: 1);
        Document[] documents = [.. state.Invoices, .. state.CreditNotes];
        Assert.True(documents.Length > 400);
        foreach (var document in documents)
        {
            var read = Read(document, state);
            Assert.Equal(document.Number, read.Number);
            Assert.Equal(document.Date, read.IssueDate);
            Assert.Equal(document.Currency, read.Currency);
            Assert.Equal(document is CreditNote ? DocumentKind.CreditNote : DocumentKind.Invoice, read.Kind);
            Assert.Equal(document.Totals.TaxExclusive, read.TaxExclusive);
            Assert.Equal(document.Totals.TaxInclusive, read.TaxInclusive);
            Assert.Equal(document.Invoicee.Name, read.Customer.Name);
            Assert.Equal(
                document.Totals.Taxes.Select(tax => (tax.Rate, tax.Taxable, tax.Tax)).Order(),
                read.Subtotals.GroupBy(part => part.Category.Rate)
                    .Select(group => (group.Key, group.Sum(part => part.Taxable), group.Sum(part => part.Vat)))
                    .Order()
            );
        }
    }

    [Fact]
    public async Task Negative_prices_discounts_and_several_kinds_of_zero_add_up_in_UBL()
    {
        await using var account = await FocusAccount.Open();
        var exempt = account.State.PlantTaxRate(account.Department.Id, "0% vrijgesteld", 0m);
        var groups = new[]
        {
            account.LineOf(100) with
            {
                Quantity = 3,
                DiscountPercentage = 12.5m,
            },
            account.LineOf(-33.335m),
            account.LineOf(10) with
            {
                TaxRateId = account.Rate0.Id,
            },
            account.LineOf(7.77m) with
            {
                TaxRateId = exempt.Id,
                Description = "\u0001 <&> \ud83d\ude00",
            },
        };
        var invoice = account.State.Plant(
            new PlantedInvoice
            {
                DepartmentId = account.Department.Id,
                Customer = new CustomerReference(CustomerKind.Company, account.Company.Id),
                Date = new DateOnly(2026, 3, 1),
                Groups = [new LineGroup(null, groups)],
                Discounts = [new Discount(3, "Trouw")],
            }
        );
        var read = Read(invoice, account.State);
        Assert.Equal(invoice.Totals.TaxInclusive, read.TaxInclusive);
        Assert.Equal(["E", "K", "S"], read.Subtotals.Select(part => part.Category.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Paper_runs_on_over_pages_and_its_table_of_objects_points_at_them()
    {
        var pdf = Encoding.Latin1.GetString(
            Pdf.Of("T(", [.. Enumerable.Range(1, 150).Select(line => $"regel {line} \\ )€")])
        );
        Assert.Contains("/Count 3", pdf, StringComparison.Ordinal);
        var start = int.Parse(Regex.Match(pdf, @"(?<=startxref\n)\d+").Groups[0].Value);
        Assert.StartsWith("xref\n", pdf[start..], StringComparison.Ordinal);
        foreach (var (index, entry) in Regex.Matches(pdf[start..], @"\d{10}(?= 00000 n \n)").Index())
            Assert.StartsWith($"{index + 1} 0 obj", pdf[int.Parse(entry.Value)..], StringComparison.Ordinal);
        var streams = Regex.Matches(
            pdf,
            @"/Length (?<length>\d+) >>\nstream\n(?<content>.*?)\nendstream",
            RegexOptions.Singleline | RegexOptions.ExplicitCapture
        );
        Assert.Equal(3, streams.Count);
        foreach (var groups in streams.Select(stream => stream.Groups))
            Assert.Equal(int.Parse(groups["length"].Value), groups["content"].Length);
    }

    static UblDocument Read(Document document, TeamleaderState state) =>
        UblReader.Read(
            XDocument.Parse(Encoding.UTF8.GetString(new UblWriter(document, "ubl/peppol_bis_3", state).Write())).Root!
        );
}
