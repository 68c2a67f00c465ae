using Bookonce.Domain.Booking;
using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using static Bookonce.Domain.Tests.Booking.Translated;

namespace Bookonce.Domain.Tests.Booking;

public sealed class StuckTests
{
    static readonly Masters Masters = Some.Masters();
    static readonly ConnectionSettings Settings = Some.Settings();

    [Theory]
    [InlineData("99", "journalMissing", "Journal 99 does not exist in Exact.")]
    [InlineData("20", "journalNotSales", "Journal 20 is not a sales journal.")]
    public void A_wrong_journal_is_named(string journal, string code, string what)
    {
        var problem = Stuck(Some.Invoice(), Settings with { InvoiceJournal = journal });

        Assert.Equal((code, what), (problem.Code, problem.What));
        Assert.Equal("Choose a sales journal in the settings.", problem.Remedy);
    }

    [Fact]
    public void A_blocked_journal_is_a_problem()
    {
        var blocked = Masters with { Journals = [Masters.Journals[0] with { IsBlocked = true }] };

        Assert.Equal("journalBlocked", Stuck(Some.Invoice(), masters: blocked).Code);
    }

    [Theory]
    [InlineData("USD", "EUR", false, true)]
    [InlineData("USD", null, false, true)]
    [InlineData("USD", "USD", false, false)]
    [InlineData("USD", "EUR", true, false)]
    [InlineData("EUR", "EUR", false, false)]
    [InlineData("EUR", null, false, false)]
    [InlineData("EUR", "USD", false, true)]
    public void A_journal_takes_its_own_currency_that_of_the_books_or_any(
        string documents,
        string? journals,
        bool takesOthers,
        bool isStuck
    )
    {
        var journal = Masters.Journals[0] with { Currency = journals, AllowsOtherCurrencies = takesOthers };
        var masters = Masters with { Journals = [journal] };
        var invoice = Some.Invoice() with { Currency = new(documents), Rate = new StatedRate("USD", "EUR", 0.9m) };

        if (isStuck)
            Assert.Equal(
                ("currencyNotAllowed", $"Journal 70 does not allow {documents}."),
                (Stuck(invoice, masters: masters).Code, Stuck(invoice, masters: masters).What)
            );
        else
            Ready(invoice, masters: masters);
    }

    [Fact]
    public void A_missing_financial_year_and_a_closed_period_are_named()
    {
        var closed = Masters with { ClosedPeriods = [new("70", 2026, 3)] };

        Assert.Equal("Exact has no financial period for 2031-01-02.", Stuck(Some.Invoice(date: "2031-01-02")).What);
        Assert.Equal("financialYearMissing", Stuck(Some.Invoice(date: "2031-01-02")).Code);
        Assert.Equal("Period 2026 - 3 of journal 70 is closed in Exact.", Stuck(Some.Invoice(), masters: closed).What);
    }

    [Fact]
    public void A_period_closed_for_another_journal_is_open() =>
        Assert.Equal(3, Ready(Some.Invoice(), masters: Masters with { ClosedPeriods = [new("71", 2026, 3)] }).Period);

    [Fact]
    public void The_first_open_period_lies_after_the_closed_one_however_Exact_lists_them()
    {
        var masters = Masters with
        {
            Periods = [.. Masters.Periods.Reverse()],
            ClosedPeriods = [new("70", 2026, 3), new("70", 2026, 5)],
        };
        var anyOpen = Settings with { ClosedPeriods = ClosedPeriodRule.FirstOpenPeriod };

        Assert.Equal(4, Ready(Some.Invoice(date: "2026-03-31"), anyOpen, masters).Period);
        // A period that begins on the document's own day is the closed one itself.
        Assert.Equal(6, Ready(Some.Invoice(date: "2026-05-01"), anyOpen, masters).Period);
    }

    [Fact]
    public void Without_an_open_period_afterwards_even_the_first_open_one_is_a_problem()
    {
        var closed = Masters with
        {
            ClosedPeriods = [.. Enumerable.Range(3, 10).Select(n => new ClosedPeriod("70", 2026, n))],
        };

        Assert.Equal(
            "periodClosed",
            Stuck(Some.Invoice(), Settings with { ClosedPeriods = ClosedPeriodRule.FirstOpenPeriod }, closed).Code
        );
    }

    [Fact]
    public void No_payment_condition_at_all_is_a_problem() =>
        Assert.Equal(
            "paymentConditionMissing",
            Stuck(Some.Invoice(), Settings with { PaymentTerms = [], DefaultPaymentCondition = null }).Code
        );

    [Theory]
    [InlineData(true, true, VatCodeKind.Excluding, "it is blocked")]
    [InlineData(false, false, VatCodeKind.Excluding, "it is for purchases")]
    [InlineData(false, true, VatCodeKind.Including, "its amounts include VAT")]
    public void An_unusable_VAT_code_is_explained(bool isBlocked, bool forSales, VatCodeKind kind, string why)
    {
        var code = new VatCode("2", "Btw 21%", 0.21m, kind, forSales, false, "N", isBlocked);

        var problem = Stuck(Some.Invoice(), masters: Masters with { VatCodes = [code] });

        Assert.Equal(("vatCodeUnusable", $"VAT code 2 cannot be used: {why}."), (problem.Code, problem.What));
    }

    [Fact]
    public void A_VAT_code_of_another_rate_is_a_problem_unless_the_customer_accounts_for_the_VAT()
    {
        var invoice = Some.Invoice(vat: 0m) with
        {
            VatTotals = [new VatTotal(0m, 100m, 0m)],
            Lines = [new("Advice", 100m, Some.EuServices, null)],
        };
        var shifted = Settings with { TaxRates = [Settings.TaxRates[2] with { VatCode = "6" }] };
        var wrong = Settings with { TaxRates = [Settings.TaxRates[2] with { VatCode = "2" }] };

        Assert.Equal("6", Assert.Single(Ready(invoice, shifted).Lines).VatCode);
        Assert.Equal("vatCodeRateDiffers", Stuck(invoice, wrong).Code);
    }

    [Fact]
    public void The_account_of_the_category_goes_before_that_of_the_tax_rate()
    {
        var line = new DocumentLine("Hosting", 100m, Some.Rate21, Some.Consulting);
        var open = Settings with { Categories = [Settings.Categories[0] with { LedgerAccount = null }] };

        Assert.Equal(Some.ConsultingRevenue, Account(Settings));
        Assert.Equal(Some.Revenue, Account(open));

        Guid Account(ConnectionSettings settings) =>
            Assert.Single(Ready(Some.Invoice() with { Lines = [line] }, settings).Lines).LedgerAccount;
    }

    [Fact]
    public void A_ledger_account_that_is_missing_gone_or_blocked_is_a_problem()
    {
        var account = Masters.LedgerAccounts.Single(known => known.Id == Some.ConsultingRevenue);
        var blocked = Masters with { LedgerAccounts = [account with { IsBlocked = true }] };
        var bare = Settings with { TaxRates = [Settings.TaxRates[0] with { LedgerAccount = null }], Categories = [] };

        var missing = Stuck(Some.Invoice(), bare);
        var gone = Stuck(Some.Invoice(), masters: Masters with { LedgerAccounts = [] });
        var stopped = Stuck(Some.Invoice(), masters: blocked);

        Assert.Equal(
            ("ledgerAccountMissing", "The line 'Advice' has no ledger account."),
            (missing.Code, missing.What)
        );
        Assert.Equal("ledgerAccountUnknown", gone.Code);
        Assert.Contains("'Advice'", gone.What, StringComparison.Ordinal);
        Assert.Equal(
            ("ledgerAccountBlocked", "Ledger account 700100 is blocked in Exact."),
            (stopped.Code, stopped.What)
        );
    }

    [Fact]
    public void Tax_rates_and_VAT_codes_are_named_as_people_know_them()
    {
        Assert.Equal("taxRateUnknown", Stuck(Some.Invoice(), Settings with { TaxRates = [] }).Code);
        Assert.Contains("'21%'", Of(null), StringComparison.Ordinal);
        Assert.Equal("VAT code 99 does not exist in Exact.", Of("99"));
        Assert.Contains("'21%'", Of("1"), StringComparison.Ordinal);

        string Of(string? code) =>
            Stuck(Some.Invoice(), Settings with { TaxRates = [Settings.TaxRates[0] with { VatCode = code }] }).What;
    }
}
