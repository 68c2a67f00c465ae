using Bookonce.Sandbox.ExactOnline.OData;

namespace Bookonce.Sandbox.ExactOnline.Endpoints;

/// <summary>Open and paid items: cashflow/Receivables, its bulk twin, and sync/Cashflow/PaymentTerms.</summary>
internal static class Receivables
{
    public static EntityType Type { get; } = Table("Receivable", "ID").Build();

    public static EntitySet Set { get; } =
        new("cashflow/Receivables", Type, Rows())
        {
            AllowsSkip = true,
            NeedsSelect = true,
            TopStandsInForSelect = true,
            Put = Put,
        };

    public static EntitySet Bulk { get; } =
        new("bulk/Cashflow/Receivables", Type, Rows()) { PageSize = 1000, NeedsSelect = true };

    public static EntitySet PaymentTerms { get; } =
        new(
            "sync/Cashflow/PaymentTerms",
            Table("PaymentTerm", "Timestamp")
                .ReadOnly(
                    """
                    Timestamp:i64, LineType:i16, ApprovalStatus:i16, PaymentBatchNumber:i32, PaymentSelected:dt, PaymentSelector:g,
                    PaymentSelectorFullName:s
                    """
                )
                .Get("Timestamp", row => row.RowVersion)
                .Get("LineType", _ => 20)
                .Build(),
            new VersionSource<PaymentTerm>(division => division.Ledger.TermLog, row => row.RowVersion)
        )
        {
            PageSize = 1000,
            OnlyFilter = ["Timestamp"],
        };

    private static KeyedSource<Guid, PaymentTerm> Rows() =>
        new(division => division.Ledger.Terms) { Index = { ["TransactionEntryID"] = OfEntry, ["ID"] = ById } };

    private static void Put(Scope scope, object row, Body body)
    {
        Writes.RefuseWholeEntity(body, Type);
        ((PaymentTerm)row).Keeping(body, Type);
        scope.Division.Changed((PaymentTerm)row);
    }

    private static IEnumerable<object> OfEntry(Scope scope, object id) =>
        id is Guid given && scope.Division.Ledger.Entries.Find(given) is { } entry
            ? entry.Lines.SelectMany(line => scope.Division.Ledger.TermsOf(line.Id))
            : [];

    private static IEnumerable<object> ById(Scope scope, object id) =>
        id is Guid given && scope.Division.Ledger.Terms.Find(given) is { } term ? [term] : [];

    // The line's amount is positive for what a customer owes; the service shows it so only on the transaction.
    private static decimal Shown(decimal amount, Scope scope) =>
        scope.Switches.OpenAmountSign == OpenAmountSign.NegativeIsOpen ? -amount : amount;

    private static Table<PaymentTerm> Table(string model, string key) =>
        new Table<PaymentTerm>(model, key)
            .Writable(
                """
                ID:g, Description:s, PaymentMethod:s, PaymentReference:s
                """
            )
            .ReadOnly(
                """
                Account:g, AccountBankAccountID:g, AccountBankAccountNumber:s, AccountCode:s, AccountContact:g,
                AccountContactName:s, AccountCountry:s, AccountName:s, AmountDC:d, AmountDiscountDC:d, AmountDiscountFC:d,
                AmountFC:d, BankAccountID:g, BankAccountNumber:s, CashflowTransactionBatchCode:s, Currency:s,
                DirectDebitMandate:g, DirectDebitMandateDescription:s, DirectDebitMandatePaymentType:i16,
                DirectDebitMandateReference:s, DirectDebitMandateType:i16, DiscountDueDate:dt, Division:i32, Document:g,
                DocumentNumber:i32, DocumentSubject:s, DueDate:dt, EndDate:dt, EndPeriod:i16, EndToEndID:s, EndYear:i16,
                EntryDate:dt, EntryID:g, EntryNumber:i32, GLAccount:g, GLAccountCode:s, GLAccountDescription:s,
                InvoiceDate:dt, InvoiceNumber:i32, IsBatchBooking:by, IsFullyPaid:b, Journal:s, JournalDescription:s,
                LastPaymentDate:dt, OrderNumber:i32, PaymentCondition:s, PaymentConditionDescription:s, PaymentDays:i32,
                PaymentDaysDiscount:i32, PaymentDiscountPercentage:d, PaymentInformationID:s, RateFC:d,
                ReceivableBatchNumber:i32, ReceivableSelected:dt, ReceivableSelector:g, ReceivableSelectorFullName:s,
                Source:i32, Status:i16, TransactionAmountDC:d, TransactionAmountFC:d, TransactionDueDate:dt,
                TransactionEntryID:g, TransactionID:g, TransactionIsReversal:b, TransactionReportingPeriod:i16,
                TransactionReportingYear:i16, TransactionStatus:i16, TransactionType:i32, YourRef:s
                """
            )
            .Audited()
            .InDivision()
            .Get("ID", row => row.Id)
            .Get("EntryID", row => row.PartId)
            .Get("Account", row => row.Line.Account?.Id)
            .Get("AccountCode", row => row.Line.Account?.Code)
            .Padded("AccountCode", -18)
            .Get("AccountName", row => row.Line.Account?.Name)
            .Get("AccountCountry", row => row.Line.Account?.Country)
            .Padded("AccountCountry", 3)
            .Get("AmountFC", (row, scope) => Shown(row.AmountFC, scope))
            .Get("AmountDC", (row, scope) => Shown(row.AmountDC, scope))
            .Get("Currency", row => row.Line.Entry.Currency)
            .Get("RateFC", row => row.Line.Entry.Rate)
            .Get("Description", row => row.Kept("Description") ?? row.Line.Description)
            .Get("Document", row => row.Line.Entry.Document)
            .Get("DocumentNumber", (row, scope) => row.Line.Entry.DocumentIn(scope)?.Number)
            .Get("DocumentSubject", (row, scope) => row.Line.Entry.DocumentIn(scope)?.Subject)
            .Get("DueDate", row => row.Line.DueDate)
            .Get("EndDate", row => row.LastPaymentDate)
            .Get("EndYear", (row, scope) => EndPeriod(row, scope)?.Year)
            .Get("EndPeriod", (row, scope) => EndPeriod(row, scope)?.Period)
            .Get("EntryDate", row => row.Line.Entry.Date)
            .Get("EntryNumber", row => row.Line.Entry.EntryNumber)
            .Get("GLAccount", row => row.Line.GLAccount.Id)
            .Get("GLAccountCode", row => row.Line.GLAccount.Code)
            .Get("GLAccountDescription", row => row.Line.GLAccount.Description)
            .Get("InvoiceDate", row => row.Line.Entry.Date)
            .Get("InvoiceNumber", row => row.Line.InvoiceNumber)
            .Get("IsFullyPaid", row => row.IsFullyPaid)
            .Get("Journal", row => row.Line.Entry.Journal.Code)
            .Get("JournalDescription", row => row.Line.Entry.Journal.Description)
            .Get("LastPaymentDate", row => row.LastPaymentDate)
            .Get("OrderNumber", row => row.Line.Entry.OrderNumber)
            .Get("PaymentCondition", row => row.Line.Entry.PaymentCondition?.Code)
            .Get("PaymentConditionDescription", row => row.Line.Entry.PaymentCondition?.Description)
            .Get("PaymentDays", row => row.Line.Entry.PaymentCondition?.Days)
            .Get("PaymentMethod", row => row.Kept("PaymentMethod") ?? row.Line.Entry.PaymentCondition?.Method)
            .Get("PaymentReference", row => row.Kept("PaymentReference") ?? row.Line.PaymentReference)
            .Get("Status", row => row.Status)
            .Get("TransactionAmountFC", row => row.Line.AmountFC)
            .Get("TransactionAmountDC", row => row.Line.AmountDC)
            .Get("TransactionDueDate", row => row.Line.DueDate)
            .Get("TransactionEntryID", row => row.Line.Entry.Id)
            .Get("TransactionID", row => row.Line.Id)
            .Get("TransactionIsReversal", _ => false)
            .Get("TransactionReportingYear", row => row.Line.Entry.Year)
            .Get("TransactionReportingPeriod", row => row.Line.Entry.Period)
            .Get("TransactionStatus", row => row.Line.Entry.Status)
            .Get("TransactionType", row => row.Line.Entry.Type)
            .Get("YourRef", row => row.Line.YourRef);

    private static FinancialPeriod? EndPeriod(PaymentTerm row, Scope scope) =>
        row.LastPaymentDate is { } date ? scope.Division.PeriodOf(date) : null;
}
