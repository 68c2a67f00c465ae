using Bookonce.Domain.Booking;
using Bookonce.ExactOnline;

namespace Bookonce.Engine.Synchronise;

/// <summary>The bytes of an entry as they are stored, sent, and sent again.</summary>
static class EntryBody
{
    /// <summary>Exact keeps VAT codes three wide and need not find a shorter one. Source: REST reference; exact-online integrations.</summary>
    const int VatCodeWidth = 3;

    public static ReadOnlyMemory<byte> Of(EntryDraft draft, Guid customer, int? number) =>
        ExactJson.Bytes(
            new NewSalesEntry
            {
                EntryNumber = number,
                Journal = draft.Series.Journal,
                Customer = customer,
                EntryDate = draft.Date,
                DueDate = draft.DueDate,
                ReportingYear = draft.Series.Year,
                ReportingPeriod = draft.Period,
                Currency = draft.Currency.Code,
                Rate = draft.Rate,
                PaymentCondition = draft.PaymentCondition,
                PaymentReference = draft.PaymentReference,
                YourRef = draft.YourRef,
                Description = draft.Description,
                ExternalLinkReference = draft.Mark,
                SalesEntryLines =
                [
                    .. draft.Lines.Select(line => new NewSalesEntryLine
                    {
                        GLAccount = line.LedgerAccount,
                        VATCode = line.VatCode.PadRight(VatCodeWidth),
                        AmountFC = line.Net,
                        VATAmountFC = line.Vat,
                        Description = line.Description,
                    }),
                ],
            }
        );
}
