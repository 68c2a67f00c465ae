using Bookonce.Sandbox.ExactOnline.OData;

namespace Bookonce.Sandbox.ExactOnline.Endpoints;

/// <summary>generaljournalentry/GeneralJournalEntries and their lines: opening balance and other entries.</summary>
internal static class GeneralJournalEntries
{
    private const string LinesPath = "generaljournalentry/GeneralJournalEntryLines";

    private static EntityType LineType { get; } =
        new Table<TransactionLine>("GeneralJournalEntryLine", "ID")
            .Writable(
                """
                ID:g, Account:g, AmountFC:d, AmountVATFC:d, Asset:g, CostCenter:s, CostUnit:s, Date:dt, Description:s,
                Document:g, EntryID:g, GLAccount:g, Notes:s, OffsetID:g, OurRef:i32, Project:g, Quantity:d, VATCode:s,
                VATPercentage:d, VATType:s
                """
            )
            .ReadOnly(
                """
                AccountCode:s, AccountName:s, AmountDC:d, AmountVATDC:d, AssetCode:s, AssetDescription:s,
                CostCenterDescription:s, CostUnitDescription:s, Division:i32, DocumentNumber:i32, DocumentSubject:s,
                EntryNumber:i32, GLAccountCode:s, GLAccountDescription:s, LineNumber:i32, ProjectCode:s,
                ProjectDescription:s, VATBaseAmountDC:d, VATBaseAmountFC:d, VATCodeDescription:s
                """
            )
            .Audited()
            .InDivision()
            .Get("ID", row => row.Id)
            .Get("EntryID", row => row.Entry.Id)
            .Get("EntryNumber", row => row.Entry.EntryNumber)
            .Get("LineNumber", row => row.LineNumber)
            .Get("Date", row => row.Entry.Date)
            .Get("Account", row => row.Account?.Id)
            .Get("AccountCode", row => row.Account?.Code)
            .Padded("AccountCode", -18)
            .Get("AccountName", row => row.Account?.Name)
            .Get("AmountFC", row => row.AmountFC)
            .Get("AmountDC", row => row.AmountDC)
            .Get("AmountVATFC", row => row.VatAmountFC)
            .Get("AmountVATDC", row => row.VatAmountFC * row.Entry.Rate)
            .Get("VATBaseAmountFC", row => row.VatBaseFC)
            .Get("VATBaseAmountDC", row => row.VatBaseFC * row.Entry.Rate)
            .Get("Description", row => row.Description)
            .Get("GLAccount", row => row.GLAccount.Id)
            .Get("GLAccountCode", row => row.GLAccount.Code)
            .Get("GLAccountDescription", row => row.GLAccount.Description)
            .Get("OffsetID", row => row.OffsetId)
            .Get("OurRef", row => row.InvoiceNumber)
            .Get("VATCode", row => row.VatCode?.Code)
            .Padded("VATCode", 3)
            .Get("VATCodeDescription", row => row.VatCode?.Description)
            .Get("VATType", row => row.VatType)
            .Build();

    private static EntityType Type { get; } =
        new Table<Entry>("GeneralJournalEntry", "EntryID")
            .Writable(
                """
                EntryID:g, Currency:s, EntryNumber:i32, ExchangeRate:d, FinancialPeriod:i16, FinancialYear:i16,
                GeneralJournalEntryLines:c, JournalCode:s, Reversal:b
                """
            )
            .ReadOnly(
                """
                Created:dt, CustomField:s, Division:i32, JournalDescription:s, Modified:dt, Status:i16, StatusDescription:s,
                Type:i32, TypeDescription:s
                """
            )
            .InDivision()
            .Get("EntryID", row => row.Id)
            .Get("EntryNumber", row => row.EntryNumber)
            .Get("Currency", row => row.Currency)
            .Get("ExchangeRate", row => row.Rate)
            .Get("FinancialYear", row => row.Year)
            .Get("FinancialPeriod", row => row.Period)
            .Get("JournalCode", row => row.Journal.Code)
            .Get("JournalDescription", row => row.Journal.Description)
            .Get("Reversal", row => row.Kept("Reversal") ?? false)
            .Get("Status", row => row.Status)
            .Get("StatusDescription", row => Descriptions.EntryStatus(row.Status))
            .Get("Type", row => row.Type)
            .Get("TypeDescription", row => Descriptions.EntryType(row.Type))
            .Get("Created", row => row.Created)
            .Get("Modified", row => row.Modified)
            .Children("GeneralJournalEntryLines", LinesPath, LineType, (row, _) => row.Lines)
            .Build();

    public static EntitySet Set { get; } =
        new(
            "generaljournalentry/GeneralJournalEntries",
            Type,
            new KeyedSource<Guid, Entry>(division => division.Ledger.GeneralEntries)
        )
        {
            AllowsSkip = true,
            NeedsSelect = true,
            TopStandsInForSelect = true,
            Post = Post,
        };

    public static EntitySet Lines { get; } =
        new(
            LinesPath,
            LineType,
            new KindSource<TransactionLine>(
                new KeyedSource<Guid, TransactionLine>(division => division.Ledger.Lines),
                line => line.Entry.Journal.Type == JournalType.General
            )
        )
        {
            AllowsSkip = true,
            NeedsSelect = true,
            TopStandsInForSelect = true,
        };

    private static Entry Post(Scope scope, Body body)
    {
        var rules = new MasterRules(scope.Division);
        var journal = rules.Mandatory(body, "JournalCode", "Dagboek");
        rules.Currency(body.Text("Currency"));
        var lines = body.Children("GeneralJournalEntryLines");
        if (lines is [])
            rules.Refuse(Refusal.Mandatory("Boekingsregels", "GeneralJournalEntryLines"));
        if (lines.Any(line => line.Id("GLAccount") is null))
            rules.Refuse(Refusal.Mandatory("Grootboekrekening", "G/L Account"));
        if (lines.Any(line => Math.Abs(line.Number("AmountFC") ?? 0m) > SalesRules.LargestAmount))
            rules.Refuse(Refusal.Invalid("Bedrag", "Amount"));
        if (body.Number("ExchangeRate") is <= 0m or > 10_000_000m)
            rules.Refuse(Refusal.Invalid("Koers", "Rate"));
        rules.ThrowIfAny();
        var date = lines.Select(line => line.Date("Date")).FirstOrDefault(date => date is not null);
        var draft = new GeneralEntryDraft(journal, date ?? scope.Division.Today, [.. lines.Select(Line)])
        {
            EntryNumber = body.Whole("EntryNumber"),
            Year = body.Whole("FinancialYear"),
            Period = body.Whole("FinancialPeriod"),
            Currency = body.Text("Currency")?.Trim(),
            Rate = body.Number("ExchangeRate"),
        };
        return scope.Division.EnterGeneralEntry(draft).Keeping(body, Type);
    }

    private static GeneralLineDraft Line(Body line) =>
        new(
            line.Id("GLAccount")!.Value,
            line.Number("AmountFC") ?? 0m,
            line.Id("Account"),
            Description: line.Text("Description")
        )
        {
            InvoiceNumber = line.Whole("OurRef"),
        };
}
