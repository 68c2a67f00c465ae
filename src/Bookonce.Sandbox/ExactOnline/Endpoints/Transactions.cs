using Bookonce.Sandbox.ExactOnline.OData;

namespace Bookonce.Sandbox.ExactOnline.Endpoints;

/// <summary>financialtransaction/Transactions: the headers of all entries.</summary>
internal static class Transactions
{
    public static EntityType Type { get; } =
        new Table<Entry>("Transaction", "EntryID")
            .ReadOnly(
                """
                EntryID:g, EntryNumber:i32, JournalCode:s, JournalDescription:s, FinancialYear:i16, FinancialPeriod:i16, Date:dt,
                Description:s, Type:i32, TypeDescription:s, Status:i16, StatusDescription:s, PaymentConditionCode:s,
                PaymentConditionDescription:s, PaymentReference:s, Document:g, DocumentNumber:i32, DocumentSubject:s,
                ExternalLinkDescription:s, ExternalLinkReference:s, OpeningBalanceFC:d, ClosingBalanceFC:d, IsExtraDuty:b,
                TransactionLines:c, Division:i32, Created:dt, Modified:dt
                """
            )
            .InDivision()
            .Get("EntryID", row => row.Id)
            .Get("EntryNumber", row => row.EntryNumber)
            .Get("JournalCode", row => row.Journal.Code)
            .Get("JournalDescription", row => row.Journal.Description)
            .Get("FinancialYear", row => row.Year)
            .Get("FinancialPeriod", row => row.Period)
            .Get("Date", row => row.Date)
            .Get("Description", row => row.Description)
            .Get("Type", row => row.Type)
            .Get("TypeDescription", row => Descriptions.EntryType(row.Type))
            .Get("Status", row => row.Status)
            .Get("StatusDescription", row => Descriptions.EntryStatus(row.Status))
            .Get("PaymentConditionCode", row => row.PaymentCondition?.Code)
            .Get("PaymentConditionDescription", row => row.PaymentCondition?.Description)
            .Get("PaymentReference", row => row.PaymentReference)
            .Get("Document", row => row.Document)
            .Get("DocumentNumber", (row, scope) => row.DocumentIn(scope)?.Number)
            .Get("DocumentSubject", (row, scope) => row.DocumentIn(scope)?.Subject)
            .Get("ExternalLinkDescription", row => row.ExternalLinkReference)
            .Get("ExternalLinkReference", row => row.ExternalLinkReference)
            .Get("Created", row => row.Created)
            .Get("Modified", row => row.Modified)
            .Children("TransactionLines", TransactionLines.Path, TransactionLines.Type, (row, _) => row.Lines)
            .Build();

    public static EntitySet Set { get; } =
        new(
            "financialtransaction/Transactions",
            Type,
            new KeyedSource<Guid, Entry>(division => division.Ledger.Entries)
            {
                Index =
                {
                    ["EntryID"] = (scope, id) =>
                        id is Guid given && scope.Division.Ledger.Entries.Find(given) is { } entry ? [entry] : [],
                },
            }
        )
        {
            AllowsSkip = true,
        };
}
