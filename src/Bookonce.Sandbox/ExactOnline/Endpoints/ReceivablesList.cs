using Bookonce.Sandbox.ExactOnline.OData;

namespace Bookonce.Sandbox.ExactOnline.Endpoints;

/// <summary>read/financial/ReceivablesList: what is still open, in one list.</summary>
internal static class ReceivablesList
{
    private const int CappedAt = 60;

    public static EntitySet Set { get; } =
        new(
            "read/financial/ReceivablesList",
            new Table<OpenItem>("ReceivablesList", "HID")
                .ReadOnly(
                    """
                    HID:i64, AccountCode:s, AccountId:g, AccountName:s, Amount:d, AmountInTransit:d, CurrencyCode:s,
                    Description:s, DueDate:dt, EntryNumber:i32, InvoiceDate:dt, InvoiceNumber:i32, JournalCode:s,
                    JournalDescription:s, YourRef:s
                    """
                )
                .Get("HID", row => row.Number)
                .Get("AccountId", row => row.Term.Line.Account?.Id)
                .Get("AccountCode", row => row.Term.Line.Account?.Code)
                .Padded("AccountCode", -18)
                .Get("AccountName", row => row.Term.Line.Account?.Name)
                .Get("Amount", (row, scope) => Shown(row.Term.AmountFC, scope))
                .Get("AmountInTransit", _ => 0m)
                .Get("CurrencyCode", row => row.Term.Line.Entry.Currency)
                .Get("Description", row => row.Term.Line.Description)
                .Get("DueDate", row => row.Term.Line.DueDate)
                .Get("EntryNumber", row => row.Term.Line.Entry.EntryNumber)
                .Get("InvoiceDate", row => row.Term.Line.Entry.Date)
                .Get("InvoiceNumber", row => row.Term.Line.InvoiceNumber ?? row.Term.Line.Entry.EntryNumber)
                .Get("JournalCode", row => row.Term.Line.Entry.Journal.Code)
                .Get("JournalDescription", row => row.Term.Line.Entry.Journal.Description)
                .Get("YourRef", row => row.Term.Line.YourRef)
                .Build(),
            new ListSource<OpenItem>(Open, row => row.Number)
        )
        {
            PageSize = EntitySet.Unpaged,
            IgnoresFilter = true,
        };

    private static IEnumerable<OpenItem> Open(Scope scope)
    {
        var open = scope
            .Division.Ledger.Terms.Ordered.Where(term => !term.IsFullyPaid)
            .OrderBy(term => term.Line.Entry.Sequence)
            .Select((term, index) => new OpenItem(index + 1, term));
        return scope.Switches.ReceivablesListIsCapped ? open.Take(CappedAt) : open;
    }

    private static decimal Shown(decimal amount, Scope scope) =>
        scope.Switches.ReceivablesListSign == OpenAmountSign.NegativeIsOpen ? -amount : amount;

    private sealed record OpenItem(long Number, PaymentTerm Term);
}
