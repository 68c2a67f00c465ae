using Bookonce.Sandbox.ExactOnline;
using Bookonce.Sandbox.Teamleader;
using Bookonce.Sandbox.World;
using Bookonce.Sandbox.World.Ubl;
using Microsoft.Extensions.Time.Testing;
using Tl = Bookonce.Sandbox.Teamleader.Model;

namespace Bookonce.Sandbox.Tests.World;

public sealed class UblTests
{
    public static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "World", "Ubl");
    static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero));

    static (TeamleaderState Teamleader, ExactOnlineState Exact, PlantedWorld World) Plant(WorldSize size)
    {
        var teamleader = new TeamleaderState(Clock, new SeededIds(1));
        var exact = new ExactOnlineState(Clock, 1);
        return (teamleader, exact, WorldPlanter.Plant(teamleader, exact, size, 1, Folder));
    }

    [Theory]
    [InlineData("2026 / 101", "2026-03-02", "EUR", "1063.20", "206.29", "1269.49")]
    [InlineData("2026 / 102", "2026-03-05", "EUR", "1312.50", "275.63", "1588.13")]
    [InlineData("2026 / 103", "2026-03-09", "EUR", "492.99", "77.61", "570.60")]
    [InlineData("2026 / 104", "2026-03-12", "USD", "1000.00", "210.00", "1210.00")]
    [InlineData("2026 / 105", "2026-03-16", "EUR", "1050.00", "0.00", "1050.00")]
    [InlineData("2026 / 106", "2026-03-23", "EUR", "99.99", "21.01", "121.00")]
    [InlineData("2026 / 101", "2026-03-25", "EUR", "-50.00", "-10.50", "-60.50")]
    public void An_invoice_is_planted_with_the_totals_it_states(
        string number,
        string date,
        string currency,
        string net,
        string vat,
        string gross
    )
    {
        var invoice = Assert.Single(
            Plant(WorldSize.Empty).Teamleader.Invoices,
            invoice => invoice.Number == number && invoice.Date == DateOnly.Parse(date)
        );
        Assert.Equal(currency, invoice.Currency);
        Check(invoice, net, vat, gross);
    }

    [Theory]
    [InlineData("2026 / 7", "190.00", "39.90", "229.90")]
    [InlineData("2026 / 8", "80.00", "0.00", "80.00")]
    public void A_credit_note_is_planted_with_positive_amounts(string number, string net, string vat, string gross) =>
        Check(
            Assert.Single(Plant(WorldSize.Empty).Teamleader.CreditNotes, credit => credit.Number == number),
            net,
            vat,
            gross
        );

    static void Check(Tl.Document document, string statedNet, string statedVat, string statedGross)
    {
        var (net, vat, gross) = (decimal.Parse(statedNet), decimal.Parse(statedVat), decimal.Parse(statedGross));
        Assert.Equal(net, document.Totals.TaxExclusive);
        Assert.Equal(gross, document.Totals.TaxInclusive);
        Assert.Equal(gross, document.Totals.Payable);
        Assert.Equal(vat, document.Totals.Taxes.Sum(tax => tax.Tax));
        Assert.Equal(net, document.Totals.Taxes.Sum(tax => tax.Taxable));
        Assert.Equal(net, LinesOf(document).Sum(line => line.Totals.TaxExclusive));
    }

    static IEnumerable<Tl.Line> LinesOf(Tl.Document document) => document.Groups.SelectMany(group => group.Lines);

    [Fact]
    public void What_cannot_be_read_is_named_in_one_sentence_and_the_rest_goes_on()
    {
        var world = Plant(WorldSize.Empty).World;
        Assert.Equal(9, world.Truth.Documents.Count);
        Assert.Equal(
            [
                "10-does-not-add-up.xml",
                "11-not-well-formed.xml",
                "12-with-doctype.xml",
                "13-order.xml",
                "14-vat-in-reverse-charge.xml",
                "15-too-many-decimals.xml",
            ],
            world.Unreadable.Select(file => file.File)
        );
        var reasons = world.Unreadable.Select(file => file.Reason).ToList();
        Assert.Equal(
            "The lines, allowances and charges add up to 1063.20 but TaxExclusiveAmount is 1063.21.",
            reasons[0]
        );
        Assert.StartsWith("It is not well-formed XML: ", reasons[1]);
        Assert.Contains("DTD", reasons[2]);
        Assert.Equal("It is no UBL 2.1 invoice or credit note but “Order”.", reasons[3]);
        Assert.Equal("VAT category AE 0 % charges no VAT but states 21.00.", reasons[4]);
        Assert.Equal("Its LineExtensionAmount 765.004 has more decimals than EUR has.", reasons[5]);
    }

    [Fact]
    public void Base_quantity_and_line_allowance_leave_the_stated_net_of_the_line()
    {
        var lines = LinesOf(Invoice("2026 / 102")).ToList();
        Assert.Equal([765.00m, -40.00m, 587.50m], lines.Select(line => line.Totals.TaxExclusive));
        Assert.Equal([85m, 20m, 0.235m], lines.Select(line => line.UnitPrice));
    }

    [Fact]
    public void Allowance_charge_and_rounding_become_lines_and_prepaid_becomes_a_payment()
    {
        var invoice = Invoice("2026 / 103");
        Assert.Equal(
            [("Workshop", 308m), ("Advies", 190m), ("Klantenkorting", -20m), ("Vervoer", 15m), ("Afronding", -0.01m)],
            LinesOf(invoice).Select(line => (line.Description, line.Totals.TaxExclusive))
        );
        Assert.Equal([100m], invoice.Payments.Select(payment => payment.Amount));
        Assert.Equal(470.60m, invoice.Due);
        Assert.Equal(
            [(0m, -0.01m, 0m), (0.12m, 288m, 34.56m), (0.21m, 205m, 43.05m)],
            invoice.Totals.Taxes.Select(tax => (tax.Rate, tax.Taxable, tax.Tax))
        );
    }

    [Fact]
    public void The_rate_of_a_foreign_currency_follows_from_the_VAT_in_euro()
    {
        var invoice = Invoice("2026 / 104");
        Assert.Equal(new Tl.ExchangeRate("USD", "EUR", 0.86m), invoice.ExchangeRate);
    }

    [Fact]
    public void Each_category_has_its_own_rate_in_Teamleader_and_its_own_VAT_code_in_Exact()
    {
        var (teamleader, exact, _) = Plant(WorldSize.Empty);
        var used = teamleader
            .Invoices.Cast<Tl.Document>()
            .Concat(teamleader.CreditNotes)
            .SelectMany(LinesOf)
            .Select(line => teamleader.TaxRates.Single(rate => rate.Id == line.TaxRateId))
            .Distinct()
            .ToList();
        Assert.Equal(9, used.Count);
        Assert.All(
            used,
            rate =>
                Assert.Single(exact.Divisions[0].VatCodes, code => code.Description == $"Verkopen {rate.Description}")
        );
    }

    [Fact]
    public void The_masters_suffice_to_book_every_document()
    {
        var (teamleader, exact, world) = Plant(WorldSize.Empty);
        foreach (var document in world.Truth.Documents)
            Booking.CheckedIn(exact.Divisions[0], document, teamleader);
    }

    [Fact]
    public void A_credit_note_knows_the_invoice_it_credits()
    {
        var (teamleader, _, _) = Plant(WorldSize.Empty);
        var credit = Assert.Single(teamleader.CreditNotes, credit => credit.Number == "2026 / 7");
        Assert.Equal("2026 / 101", teamleader.FindInvoice(credit.InvoiceId!.Value)!.Number);
    }

    [Fact]
    public void The_supplier_names_the_company_entity_and_one_customer_is_planted_once()
    {
        var (teamleader, exact, _) = Plant(WorldSize.Empty);
        var department = Assert.Single(teamleader.Departments);
        Assert.Equal(("Sluis Studio BV", "BE0403170701"), (department.Name, department.VatNumber));
        Assert.Equal("Sluis Studio BV", exact.Divisions[0].Description);
        Assert.Equal(
            ["Bakkerij De Halm BV", "Brightwater Analytics Inc."],
            teamleader.Companies.Select(company => company.Name)
        );
        var invoice = Invoice("2026 / 101");
        Assert.Equal("+++010/8068/17183+++", invoice.PaymentReference);
        Assert.Equal(new DateOnly(2026, 4, 1), invoice.DueOn);
        Assert.Equal("factuur@klant.test", invoice.Invoicee.Email);
    }

    [Fact]
    public void Beside_the_demo_the_documents_have_a_company_entity_of_their_own()
    {
        var (teamleader, _, world) = Plant(WorldSize.Demo);
        Assert.Equal(439, world.Truth.Documents.Count);
        Assert.Equal("Sluis Studio BV", teamleader.Departments[^1].Name);
        Assert.Equal(7, teamleader.Invoices.Count(invoice => invoice.DepartmentId == teamleader.Departments[^1].Id));
    }

    [Fact]
    public void A_directory_that_does_not_exist_is_named() =>
        Assert.Contains("nowhere", Assert.Throws<DirectoryNotFoundException>(() => UblFolder.Read("nowhere")).Message);

    static Tl.Invoice Invoice(string number) =>
        Plant(WorldSize.Empty).Teamleader.Invoices.First(invoice => invoice.Number == number);
}
