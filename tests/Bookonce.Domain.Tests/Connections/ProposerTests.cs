using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;

namespace Bookonce.Domain.Tests.Connections;

public sealed class ProposerTests
{
    static ConnectionSettings Propose(params TaxRate[] rates) =>
        Proposer.Propose(
            new CompanyEntityMasters(
                rates,
                [
                    new ProductCategory(Some.Consulting, "Advice", "700100"),
                    new ProductCategory(Some.Id(), "Unknown", "799999"),
                ],
                [
                    new PaymentTerm(PaymentTermKind.AfterInvoiceDate, 30),
                    new PaymentTerm(PaymentTermKind.EndOfMonth, 60),
                ],
                new PaymentTerm(PaymentTermKind.AfterInvoiceDate, 30)
            ),
            Some.Masters(),
            new DateOnly(2026, 1, 1)
        );

    static string? CodeFor(string description, decimal rate) =>
        Propose(new TaxRate(Some.Id(), description, rate)).TaxRates.Single().VatCode;

    [Theory]
    [InlineData("21%", 0.21, "2")]
    [InlineData("6 %", 0.06, "1")]
    [InlineData("0% diensten andere EU-lidstaat", 0, "4")]
    [InlineData("0% buiten EU", 0, "5")]
    [InlineData("0% medecontractant", 0, "6")]
    [InlineData("12%", 0.12, null)]
    [InlineData("0% vrijgesteld", 0, null)]
    public void A_VAT_code_is_proposed_only_where_rate_and_nature_agree(
        string description,
        double rate,
        string? code
    ) => Assert.Equal(code, CodeFor(description, (decimal)rate));

    [Fact]
    public void Journals_accounts_and_terms_are_proposed_by_what_they_are_called()
    {
        var proposed = Propose();

        Assert.Equal(("70", "71"), (proposed.InvoiceJournal, proposed.CreditNoteJournal));
        Assert.Equal((Some.Discount, Some.Rounding), (proposed.DiscountAccount, proposed.RoundingAccount));
        Assert.Equal([Some.ConsultingRevenue, null], proposed.Categories.Select(category => category.LedgerAccount));
        Assert.Equal(
            [new PaymentTermMapping(new PaymentTerm(PaymentTermKind.AfterInvoiceDate, 30), "30")],
            proposed.PaymentTerms
        );
        Assert.Equal("30", proposed.DefaultPaymentCondition);
    }
}
