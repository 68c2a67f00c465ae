using Bookonce.Sandbox.Teamleader;
using Bookonce.Sandbox.Teamleader.Model;
using Microsoft.Extensions.Time.Testing;

namespace Bookonce.Sandbox.Tests.Teamleader;

public sealed class TeamleaderStateTests
{
    readonly TeamleaderState _state = new(
        new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero)),
        new SeededIds(1)
    );
    readonly Department _department;
    readonly TaxRate _rate;
    readonly Company _company;

    public TeamleaderStateTests()
    {
        _department = _state.Plant(new Department { Name = "Studio Noord BV" });
        _rate = _state.PlantTaxRate(_department.Id, "21%", 0.21m);
        _company = _state.Plant(new Company { Name = "Bakkerij De Halm BV" });
    }

    [Fact]
    public void The_same_seed_gives_the_same_ids()
    {
        var other = new TeamleaderState(TimeProviderOf(_state), new SeededIds(1));
        Assert.Equal(_department.Id, other.Plant(new Department { Name = "Another" }).Id);
    }

    [Fact]
    public void Without_a_number_a_document_gets_the_next_of_its_department_year_and_kind()
    {
        Assert.Equal("2026 / 1", _state.Plant(InvoiceOf(10m)).Number);
        Assert.Equal("2026 / 41", _state.Plant(InvoiceOf(10m) with { Number = "2026 / 41" }).Number);
        Assert.Equal("2026 / 42", _state.Plant(InvoiceOf(10m)).Number);
        Assert.Equal("2025 / 1", _state.Plant(InvoiceOf(10m) with { Date = new DateOnly(2025, 12, 31) }).Number);
        Assert.Equal("INV-7", _state.Plant(InvoiceOf(10m) with { Number = "INV-7" }).Number);
        Assert.Equal("2026/1", _state.Plant(CreditNoteOf(10m)).Number);
    }

    [Fact]
    public void Totals_follow_from_the_lines_with_the_net_rounded_per_line_and_VAT_taken_per_rate()
    {
        var zero = _state.PlantTaxRate(_department.Id, "0%", 0m);
        var lines = new[]
        {
            LineOf(1.115m),
            LineOf(100m) with
            {
                Quantity = 3,
                DiscountPercentage = 10,
            },
            LineOf(5m) with
            {
                TaxRateId = zero.Id,
            },
        };
        var totals = _state.Plant(InvoiceOf(0m) with { Groups = [new LineGroup(null, lines)] }).Totals;
        Assert.Equal([new TaxTotal(0m, 5m, 0m), new TaxTotal(0.21m, 271.12m, 56.94m)], totals.Taxes);
        Assert.Equal(276.12m, totals.TaxExclusive);
        Assert.Equal(333.06m, totals.TaxInclusive);
        Assert.Equal(333.06m, totals.Payable);
        Assert.Equal(306.12m, totals.TaxExclusiveBeforeDiscount);
    }

    [Fact]
    public void A_document_discount_lowers_the_taxable_amount_of_every_rate()
    {
        var totals = _state.Plant(InvoiceOf(200m) with { Discounts = [new Discount(10, "loyal")] }).Totals;
        Assert.Equal([new TaxTotal(0.21m, 180m, 37.80m)], totals.Taxes);
        Assert.Equal(200m, totals.TaxExclusiveBeforeDiscount);
    }

    [Fact]
    public void An_amount_in_yen_has_no_decimals()
    {
        var totals = _state.Plant(InvoiceOf(101m) with { Currency = "JPY", ExchangeRate = 0.0056m }).Totals;
        Assert.Equal(122m, totals.TaxInclusive);
    }

    [Fact]
    public void Stated_totals_stand_although_the_lines_give_other_cents()
    {
        var stated = new StatedTotals([new TaxTotal(0.21m, 100m, 21.01m)], 100m, 121.01m, 121m);
        var totals = _state.Plant(InvoiceOf(100m) with { Stated = stated }).Totals;
        Assert.Equal(
            (100m, 121.01m, 121m, 21.01m),
            (totals.TaxExclusive, totals.TaxInclusive, totals.Payable, totals.Taxes[0].Tax)
        );
    }

    [Fact]
    public void Payments_up_to_the_payable_amount_match_an_invoice()
    {
        var invoice = _state.Plant(InvoiceOf(100m));
        invoice = _state.PlantPayment(invoice.Id, invoice.CreatedAt, 100m);
        Assert.Equal((InvoiceStatus.Outstanding, 21m), (invoice.Status, invoice.Due));
        invoice = _state.PlantPayment(invoice.Id, invoice.CreatedAt, 21m);
        Assert.Equal((InvoiceStatus.Matched, 0m), (invoice.Status, invoice.Due));
        Assert.Same(invoice, _state.FindInvoice(invoice.Id));
    }

    [Fact]
    public void A_document_of_an_unknown_customer_is_refused_by_name()
    {
        var stranger = new CustomerReference(CustomerKind.Contact, Guid.Empty);
        var refusal = Assert.Throws<ArgumentException>(() => _state.Plant(InvoiceOf(1m) with { Customer = stranger }));
        Assert.Contains("Contact", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Documents_are_kept_in_the_order_of_their_date_and_then_number()
    {
        for (var day = 28; day > 0; day--)
            _state.Plant(InvoiceOf(1m) with { Date = new DateOnly(2026, 1, day), Number = $"2026 / {day}" });
        _state.Plant(InvoiceOf(1m) with { Date = new DateOnly(2026, 1, 9), Number = "2026 / 100" });
        var numbers = _state.Invoices.Select(invoice => invoice.Number).ToList();
        Assert.Equal(["2026 / 8", "2026 / 9", "2026 / 100", "2026 / 10"], numbers[7..11]);
    }

    static TimeProvider TimeProviderOf(TeamleaderState state) => state.Clock;

    PlantedInvoice InvoiceOf(decimal net) =>
        new()
        {
            DepartmentId = _department.Id,
            Customer = new CustomerReference(CustomerKind.Company, _company.Id),
            Date = new DateOnly(2026, 3, 2),
            Groups = [new LineGroup(null, [LineOf(net)])],
        };

    PlantedCreditNote CreditNoteOf(decimal net) =>
        new()
        {
            DepartmentId = _department.Id,
            Customer = new CustomerReference(CustomerKind.Company, _company.Id),
            Date = new DateOnly(2026, 3, 2),
            Groups = [new LineGroup(null, [LineOf(net)])],
        };

    Line LineOf(decimal unitPrice) =>
        new()
        {
            Quantity = 1,
            UnitPrice = unitPrice,
            Description = "Advies",
            TaxRateId = _rate.Id,
        };
}
