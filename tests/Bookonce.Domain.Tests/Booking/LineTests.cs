using Bookonce.Domain.Booking;
using Bookonce.Domain.Documents;
using static Bookonce.Domain.Tests.Booking.Translated;

namespace Bookonce.Domain.Tests.Booking;

public sealed class LineTests
{
    static SalesDocument With(decimal net, decimal vat, params DocumentLine[] lines) =>
        Some.Invoice(net: net, vat: vat) with
        {
            Lines = lines,
        };

    static DocumentLine Line(decimal net, Guid? rate = null, bool consulting = false) =>
        new($"Line of {net}", net, rate ?? Some.Rate21, consulting ? Some.Consulting : null);

    static IEnumerable<(Guid, string, decimal, decimal)> InNumbers(EntryDraft draft) =>
        draft.Lines.Select(line => (line.LedgerAccount, line.VatCode, line.Net, line.Vat));

    [Fact]
    public void The_draft_carries_what_the_document_says()
    {
        var invoice = Some.Invoice() with { DueDate = new DateOnly(2026, 4, 1), PaymentReference = "+++1/2/3+++" };

        var draft = Ready(invoice);

        Assert.Equal("2026 / 14 Bakkerij De Halm BV", draft.Description);
        Assert.Equal((invoice.Date, invoice.DueDate), (draft.Date, draft.DueDate));
        Assert.Equal(("EUR", "+++1/2/3+++"), (draft.Currency.Code, draft.PaymentReference));
    }

    [Theory]
    [InlineData(0, 0, 1, false)]
    [InlineData(0, 1, 0, false)]
    [InlineData(1, 0, 0, false)]
    [InlineData(0, 0, 0, true)]
    public void Only_a_document_of_nothing_but_zeros_has_nothing_to_book(int gross, int net, int line, bool isNothing)
    {
        var document = With(0m, 0m, Line(line)) with { Net = net, Gross = gross, VatTotals = [] };

        var translation = Translator.Translate(document, Some.Settings(), Some.Masters());

        Assert.Equal(isNothing, translation is Translation.NothingToBook);
    }

    [Fact]
    public void Lines_apart_in_account_VAT_code_or_rate_stay_apart()
    {
        var document = With(60m, 10.20m, Line(10m), Line(20m, consulting: true), Line(30m, Some.Rate6)) with
        {
            VatTotals = [new VatTotal(0.21m, 30m, 6.30m), new VatTotal(0.06m, 30m, 1.80m)],
            Gross = 68.10m,
        };

        Assert.Equal(
            [
                (Some.Revenue, "2", 10m, 2.10m),
                (Some.ConsultingRevenue, "2", 20m, 4.20m),
                (Some.Revenue, "1", 30m, 1.80m),
            ],
            InNumbers(Ready(document))
        );
    }

    [Fact]
    public void Three_lines_on_one_account_are_named_by_the_first()
    {
        var draft = Ready(With(60m, 12.60m, Line(10m), Line(20m), Line(30m)));

        Assert.Equal("Line of 10 (and 2 more)", Assert.Single(draft.Lines).Description);
    }

    [Fact]
    public void Fractions_of_a_cent_are_rounded_together_and_the_rest_goes_to_the_heaviest_line()
    {
        var document = With(0.02m, 0m, Line(0.004m), Line(0.014m, consulting: true)) with
        {
            VatTotals = [new VatTotal(0.21m, 0.02m, 0m)],
        };

        Assert.Equal([(Some.ConsultingRevenue, "2", 0.02m, 0m)], InNumbers(Ready(document)));
    }

    [Fact]
    public void A_fraction_on_one_line_is_rounded_together_with_the_whole_cents_of_another()
    {
        var document = With(30.01m, 6.30m, Line(10m), Line(20.005m, consulting: true)) with
        {
            VatTotals = [new VatTotal(0.21m, 30.01m, 6.30m)],
        };

        Assert.Equal([10m, 20.01m], Ready(document).Lines.Select(line => line.Net));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void The_cent_that_rounding_the_VAT_leaves_goes_to_the_heaviest_line(int sign)
    {
        var document = With(sign * 40m, sign * 0.02m, Line(sign * 10m), Line(sign * 30m, consulting: true)) with
        {
            VatTotals = [new VatTotal(0.21m, sign * 40m, sign * 0.02m)],
        };

        Assert.Equal(
            [(Some.Revenue, "2", sign * 10m, sign * 0.01m), (Some.ConsultingRevenue, "2", sign * 30m, sign * 0.01m)],
            InNumbers(Ready(document))
        );
    }

    [Fact]
    public void VAT_on_lines_that_cancel_out_still_lands_somewhere()
    {
        var document = With(0m, 0.01m, Line(-50m), Line(50m, consulting: true)) with
        {
            VatTotals = [new VatTotal(0.21m, 0m, 0.01m)],
        };

        Assert.Equal(0.01m, Ready(document).Lines.Sum(line => line.Vat));
    }

    [Fact]
    public void An_amount_finer_than_the_currency_is_a_problem()
    {
        var invoice = Some.Invoice(net: 100m, vat: 21m);

        Says("more decimals than EUR", invoice with { VatTotals = [new VatTotal(0.21m, 100m, 21.001m)] });
        Says("more decimals than EUR", invoice with { VatTotals = [new VatTotal(0.21m, 100.001m, 21m)] });
        Says("more decimals than EUR", invoice with { Net = 100.001m });
        Says("more decimals than EUR", invoice with { Gross = 121.001m });
    }

    [Fact]
    public void A_rate_stated_twice_and_totals_that_contradict_each_other_are_a_problem()
    {
        Says(
            "a VAT rate is stated twice",
            Some.Invoice() with
            {
                VatTotals = [new(0.21m, 50m, 10.50m), new(0.06m, 0m, 0m), new(0.21m, 50m, 10.50m)],
            }
        );
        Says("100 and VAT 21 are not 120", Some.Invoice() with { Gross = 120m });
    }

    [Fact]
    public void VAT_without_lines_and_lines_without_VAT_are_a_problem()
    {
        Says(
            "but no line has that rate",
            Some.Invoice(net: 100m, vat: 27m) with
            {
                VatTotals = [new VatTotal(0.21m, 100m, 21m), new VatTotal(0.06m, 100m, 6m)],
            }
        );
        var moved = With(100m, 21m, Line(100m), Line(0m, Some.Rate6), Line(10m, Some.Rate6, consulting: true));
        Says("no VAT is stated for", moved with { Net = 110m, Gross = 131m });
        Says(
            "no VAT is stated for",
            With(110m, 21m, Line(100m), Line(10m, Some.Rate6)) with
            {
                VatTotals = [new(0.21m, 100m, 21m)],
            }
        );
    }

    [Fact]
    public void A_rate_of_zero_needs_no_statement_but_the_total_must_still_fit()
    {
        var document = With(110m, 21m, Line(100m), Line(10m, Some.Export)) with
        {
            VatTotals = [new VatTotal(0.21m, 100m, 21m)],
        };

        Assert.Equal([100m, 10m], Ready(document).Lines.Select(line => line.Net));
        Says("the lines do not come to the total excluding VAT", document with { Net = 120m, Gross = 141m });
    }

    [Fact]
    public void Lines_of_an_unstated_rate_that_cancel_out_are_left_standing()
    {
        var document = With(100m, 21m, Line(100m), Line(0m, Some.Rate6));

        Assert.Equal([100m], Ready(document).Lines.Select(line => line.Net));
    }

    [Theory]
    [InlineData(0.02, true)]
    [InlineData(-0.02, true)]
    [InlineData(0.03, false)]
    [InlineData(-0.03, false)]
    public void A_cent_for_each_line_is_rounding_and_more_is_not(double beside, bool isRounding)
    {
        var document = With(100m + (decimal)beside, 21m, Line(60m), Line(40m));

        if (isRounding)
            Assert.Equal(
                ((decimal)beside, "Rounding"),
                Ready(document)
                    .Lines.Where(line => line.LedgerAccount == Some.Rounding)
                    .Select(line => (line.Net, line.Description))
                    .Single()
            );
        else
            Says("short of the stated amount", document);
    }

    [Fact]
    public void Rounding_without_an_account_for_it_is_a_problem()
    {
        var problem = Stuck(With(100.01m, 21m, Line(100m)), Some.Settings() with { RoundingAccount = null });

        Assert.Equal("roundingAccountMissing", problem.Code);
        Assert.StartsWith("The lines are 0.01 EUR beside the stated total", problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_discount_without_an_account_for_it_is_a_problem_and_says_so()
    {
        var problem = Stuck(
            With(90m, 18.90m, Line(100m)) with
            {
                HasDiscount = true,
            },
            Some.Settings() with
            {
                DiscountAccount = null,
            }
        );

        Assert.Equal("discountAccountMissing", problem.Code);
        Assert.StartsWith("The document has a discount", problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cent_beside_a_discount_is_rounding_where_there_is_an_account_for_it()
    {
        var document = With(100.01m, 21m, Line(100m)) with { HasDiscount = true };

        Assert.Contains(Ready(document).Lines, line => line.LedgerAccount == Some.Rounding);
        Assert.Contains(
            Ready(document, Some.Settings() with { RoundingAccount = null }).Lines,
            line => line.LedgerAccount == Some.Discount && line.Description == "Discount"
        );
    }

    [Fact]
    public void A_discount_is_shared_by_the_VAT_codes_of_one_rate_as_their_lines_are()
    {
        var document = With(90m, 0m, Line(75m, Some.EuServices), Line(25m, Some.Export)) with
        {
            HasDiscount = true,
            VatTotals = [new VatTotal(0m, 90m, 0m)],
        };

        Assert.Equal(
            [
                (Some.Revenue, "4", 75m, 0m),
                (Some.Revenue, "5", 25m, 0m),
                (Some.Discount, "4", -7.50m, 0m),
                (Some.Discount, "5", -2.50m, 0m),
            ],
            InNumbers(Ready(document))
        );
    }

    [Fact]
    public void A_VAT_code_weighs_what_all_its_lines_come_to()
    {
        var services = new[] { Line(30m, Some.EuServices), Line(30m, Some.EuServices, consulting: true) };
        var document = With(90m, 0m, [.. services, Line(40m, Some.Export)]) with
        {
            HasDiscount = true,
            VatTotals = [new VatTotal(0m, 90m, 0m)],
        };

        Assert.Equal(
            [("4", -6m), ("5", -4m)],
            Ready(document)
                .Lines.Where(line => line.LedgerAccount == Some.Discount)
                .Select(line => (line.VatCode, line.Net))
        );
    }

    [Fact]
    public void A_share_of_nothing_makes_no_line()
    {
        var document = With(
            99.99m,
            0m,
            Line(100m, Some.EuServices),
            Line(0.40m, Some.Export),
            Line(-0.40m, Some.Export)
        ) with
        {
            VatTotals = [new VatTotal(0m, 99.99m, 0m)],
        };

        Assert.Equal([("4", 100m), ("4", -0.01m)], Ready(document).Lines.Select(line => (line.VatCode, line.Net)));
    }

    static void Says(string what, SalesDocument document)
    {
        var problem = Stuck(document);
        Assert.Equal("doesNotAddUp", problem.Code);
        Assert.StartsWith("2026 / 14 does not add up: ", problem.What, StringComparison.Ordinal);
        Assert.Contains(what, problem.What, StringComparison.Ordinal);
    }
}
