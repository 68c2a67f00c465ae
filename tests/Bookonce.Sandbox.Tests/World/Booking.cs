using Bookonce.Sandbox.ExactOnline;
using Bookonce.Sandbox.Teamleader;
using Bookonce.Sandbox.World;

namespace Bookonce.Sandbox.Tests.World;

/// <summary>Books a document as a person would who recognises VAT codes by their words.</summary>
internal static class Booking
{
    public static void CheckedIn(Division division, DocumentTruth document, TeamleaderState teamleader)
    {
        var sign = document.IsCreditNote ? -1 : 1;
        var revenue = division.GLAccounts.First(account => account.Type == GLAccountType.Revenue);
        var entry = division.EnterSalesEntry(
            new SalesEntryDraft
            {
                Journal = document.IsCreditNote ? "71" : "70",
                Customer = division.AddAccount(new AccountDraft("Klant")).Id,
                EntryDate = document.Date,
                PaymentCondition = "30",
                Currency = document.Currency,
                Lines =
                [
                    .. document.Vat.Select(part => new SalesLineDraft(
                        revenue.Id,
                        sign * part.Taxable,
                        CodeOf(part.TaxRateId),
                        VatAmountFC: sign * part.Vat
                    )),
                ],
            }
        );
        Assert.Equal(sign * document.Gross, entry.AmountFC);
        Assert.Equal(document.Date.Year, entry.Year);
        if (document.Currency != "EUR")
            Assert.InRange(entry.Rate, 0.0001m, 1.5m);

        string CodeOf(Guid taxRate)
        {
            var words = teamleader.TaxRates.Single(rate => rate.Id == taxRate).Description;
            return division.VatCodes.Single(code => code.Description == $"Verkopen {words}").Code;
        }
    }
}
