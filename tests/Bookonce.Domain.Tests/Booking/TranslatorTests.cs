using Bookonce.Domain.Booking;
using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using CsCheck;

namespace Bookonce.Domain.Tests.Booking;

public sealed class TranslatorTests
{
    static EntryDraft Ready(SalesDocument document, ConnectionSettings? settings = null, Masters? masters = null) =>
        Translated.Ready(document, settings, masters);

    static string Stuck(SalesDocument document, ConnectionSettings? settings = null, Masters? masters = null) =>
        Translated.Stuck(document, settings, masters).Code;

    [Fact]
    public void An_invoice_goes_to_the_invoice_journal_with_its_number_date_and_address()
    {
        var invoice = Some.Invoice();

        var draft = Ready(invoice);

        Assert.Equal(("70", 2026, 3), (draft.Series.Journal, draft.Series.Year, draft.Period));
        Assert.Equal(("2026 / 14", invoice.Mark, "30"), (draft.YourRef, draft.Mark, draft.PaymentCondition));
        Assert.Equal([new EntryLine(Some.ConsultingRevenue, "2", 100m, 21m, "Advice")], draft.Lines);
    }

    [Fact]
    public void A_credit_note_counts_every_line_down_and_takes_the_default_payment_condition()
    {
        var draft = Ready(Some.CreditNote() with { Term = null });

        Assert.Equal(("71", "00", -121m), (draft.Series.Journal, draft.PaymentCondition, draft.Gross));
        Assert.Equal([(-100m, -21m)], draft.Lines.Select(line => (line.Net, line.Vat)));
    }

    [Fact]
    public void Lines_on_one_account_with_one_VAT_code_become_one_line()
    {
        var invoice = Some.Invoice(net: 30m, vat: 6.30m) with
        {
            Lines = [new("One", 10m, Some.Rate21, null), new("Two", 20m, Some.Rate21, null)],
        };

        Assert.Equal(["One (and 1 more)"], Ready(invoice).Lines.Select(line => line.Description));
    }

    [Fact]
    public void The_stated_VAT_is_booked_even_where_the_lines_would_give_another_cent()
    {
        var invoice = Some.Invoice(net: 30m, vat: 6.31m) with
        {
            Lines = [new("One", 10m, Some.Rate21, null), new("Two", 20m, Some.Rate21, Some.Consulting)],
        };

        var draft = Ready(invoice);

        Assert.Equal(6.31m, draft.Lines.Sum(line => line.Vat));
        Assert.Equal(36.31m, draft.Gross);
    }

    [Fact]
    public void Two_tax_rates_of_zero_keep_their_own_VAT_codes()
    {
        var invoice = Some.Invoice(net: 30m, vat: 0m) with
        {
            VatTotals = [new VatTotal(0m, 30m, 0m)],
            Lines = [new("Services", 10m, Some.EuServices, null), new("Goods", 20m, Some.Export, null)],
        };

        Assert.Equal([("4", 10m), ("5", 20m)], Ready(invoice).Lines.Select(line => (line.VatCode, line.Net)));
    }

    [Fact]
    public void A_discount_on_the_whole_document_goes_to_the_discount_account()
    {
        var invoice = Some.Invoice(net: 90m, vat: 18.90m) with
        {
            HasDiscount = true,
            Lines = [new("Advice", 100m, Some.Rate21, null)],
        };

        Assert.Equal(
            [(Some.Revenue, 100m), (Some.Discount, -10m)],
            Ready(invoice).Lines.Select(line => (line.LedgerAccount, line.Net))
        );
        Assert.Equal(
            "discountAccountMissing",
            Stuck(invoice, Some.Settings() with { DiscountAccount = null, RoundingAccount = null })
        );
    }

    [Fact]
    public void A_cent_between_lines_and_total_goes_to_the_rounding_account_and_more_is_a_problem()
    {
        var cent = Some.Invoice(net: 100.01m, vat: 21m) with { Lines = [new("Advice", 100m, Some.Rate21, null)] };
        var euro = Some.Invoice(net: 101m, vat: 21m) with { Lines = [new("Advice", 100m, Some.Rate21, null)] };

        Assert.Contains(Ready(cent).Lines, line => line.LedgerAccount == Some.Rounding && line.Net == 0.01m);
        Assert.Equal("doesNotAddUp", Stuck(euro));
    }

    [Fact]
    public void A_document_whose_totals_do_not_add_up_is_a_problem_and_not_a_guess()
    {
        Assert.Equal("doesNotAddUp", Stuck(Some.Invoice() with { Gross = 121.01m }));
        Assert.Equal("doesNotAddUp", Stuck(Some.Invoice() with { VatTotals = [], Gross = 100m }));
        Assert.Equal("doesNotAddUp", Stuck(Some.Invoice(net: 100.001m, vat: 21m)));
    }

    [Fact]
    public void A_total_of_zero_without_amounts_has_nothing_to_book()
    {
        var empty = Some.Invoice(net: 0m, vat: 0m) with { Lines = [], VatTotals = [] };

        Assert.IsType<Translation.NothingToBook>(Translator.Translate(empty, Some.Settings(), Some.Masters()));
    }

    [Fact]
    public void Lines_that_cancel_out_are_still_booked()
    {
        var moved = Some.Invoice(net: 0m, vat: 0m) with
        {
            Lines = [new("Was", -50m, Some.Rate21, null), new("Is", 50m, Some.Rate21, Some.Consulting)],
        };

        Assert.Equal([-50m, 50m], Ready(moved).Lines.Select(line => line.Net).Order());
    }

    [Theory]
    [InlineData("99", "journalMissing")]
    [InlineData("20", "journalNotSales")]
    public void A_wrong_journal_is_a_problem(string journal, string code) =>
        Assert.Equal(code, Stuck(Some.Invoice(), Some.Settings() with { InvoiceJournal = journal }));

    [Fact]
    public void A_date_outside_every_financial_year_is_a_problem() =>
        Assert.Equal("financialYearMissing", Stuck(Some.Invoice(date: "2031-01-01")));

    [Fact]
    public void A_closed_period_is_a_problem_unless_a_person_chose_the_first_open_one()
    {
        var closed = Some.Masters() with { ClosedPeriods = [new("70", 2026, 3), new("70", 2026, 4)] };

        Assert.Equal("periodClosed", Stuck(Some.Invoice(), masters: closed));
        var moved = Ready(
            Some.Invoice(),
            Some.Settings() with
            {
                ClosedPeriods = ClosedPeriodRule.FirstOpenPeriod,
            },
            closed
        );
        Assert.Equal((5, new DateOnly(2026, 3, 2)), (moved.Period, moved.Date));
    }

    [Fact]
    public void A_line_without_account_VAT_code_or_known_tax_rate_is_a_problem()
    {
        var settings = Some.Settings();
        var bare = settings with { TaxRates = [settings.TaxRates[0] with { LedgerAccount = null }], Categories = [] };

        Assert.Equal("ledgerAccountMissing", Stuck(Some.Invoice(), bare));
        Assert.Equal(
            "vatCodeMissing",
            Stuck(Some.Invoice(), settings with { TaxRates = [settings.TaxRates[0] with { VatCode = null }] })
        );
        Assert.Equal("taxRateUnknown", Stuck(Some.Invoice(), settings with { TaxRates = [] }));
        Assert.Equal(
            "vatCodeUnknown",
            Stuck(Some.Invoice(), settings with { TaxRates = [settings.TaxRates[0] with { VatCode = "99" }] })
        );
        Assert.Equal(
            "vatCodeUnusable",
            Stuck(Some.Invoice(), settings with { TaxRates = [settings.TaxRates[0] with { VatCode = "2I" }] })
        );
        Assert.Equal(
            "vatCodeRateDiffers",
            Stuck(Some.Invoice(), settings with { TaxRates = [settings.TaxRates[0] with { VatCode = "1" }] })
        );
    }

    [Theory]
    [InlineData("USD", "EUR", 0.9, 0.9)]
    [InlineData("EUR", "USD", 1.25, 0.8)]
    public void An_exchange_rate_that_fits_Exacts_is_taken(string from, string to, double stated, double expected)
    {
        var dollars = Some.Invoice() with { Currency = new("USD"), Rate = new StatedRate(from, to, (decimal)stated) };

        Assert.Equal((decimal)expected, Ready(dollars).Rate);
    }

    [Fact]
    public void An_exchange_rate_that_fits_only_the_other_way_round_is_a_problem_and_not_a_guess()
    {
        var dollars = Some.Invoice() with { Currency = new("USD"), Rate = new StatedRate("USD", "EUR", 1.11m) };

        Assert.Equal("rateDirectionUnclear", Stuck(dollars));
    }

    [Fact]
    public void An_exchange_rate_that_fits_neither_way_or_has_nothing_to_fit_is_a_problem()
    {
        var dollars = Some.Invoice() with { Currency = new("USD"), Rate = new StatedRate("USD", "EUR", 9.1m) };
        var pounds = Some.Invoice() with { Currency = new("GBP"), Rate = new StatedRate("GBP", "EUR", 1.15m) };

        Assert.Equal("rateImplausible", Stuck(dollars));
        Assert.Equal("rateUnknown", Stuck(pounds));
    }

    [Fact]
    public void Net_and_VAT_per_rate_and_total_are_always_the_documents_to_the_cent()
    {
        var cents = Gen.Int[-100_000, 100_000].Select(value => value / 100m);
        var rates = new[] { (Some.Rate21, 0.21m), (Some.Rate6, 0.06m) };
        var line = Gen.Select(
            cents,
            Gen.Int[0, 1],
            Gen.Bool,
            (net, rate, hasCategory) =>
                new DocumentLine("x", net, rates[rate].Item1, hasCategory ? Some.Consulting : null)
        );

        Gen.Select(line.List[1, 12], Gen.Int[-2, 2], Gen.Bool)
            .Sample(
                (lines, slip, isCredit) =>
                {
                    var totals = lines
                        .GroupBy(l => rates.Single(rate => rate.Item1 == l.TaxRateId).Item2)
                        .Select(group => new VatTotal(
                            group.Key,
                            group.Sum(l => l.Net),
                            decimal.Round(group.Sum(l => l.Net) * group.Key, 2) + (slip / 100m)
                        ))
                        .ToArray();
                    var document = Some.Invoice(kind: isCredit ? DocumentKind.CreditNote : DocumentKind.Invoice) with
                    {
                        Lines = lines,
                        VatTotals = totals,
                        Net = totals.Sum(total => total.Taxable),
                        Gross = totals.Sum(total => total.Taxable + total.Vat),
                    };
                    if (
                        Translator.Translate(document, Some.Settings(), Some.Masters())
                        is not Translation.Ready
                        (var draft)
                    )
                        return document.Lines.All(l => l.Net == 0);

                    return draft.Gross == document.SignedGross
                        && draft.Lines.Sum(l => l.Net) == document.Sign * document.Net
                        && totals.All(total =>
                            draft.Lines.Where(l => l.VatCode == (total.Rate == 0.21m ? "2" : "1")).Sum(l => l.Vat)
                            == document.Sign * total.Vat
                        );
                }
            );
    }
}
