namespace Bookonce.Sandbox.ExactOnline.Endpoints;

/// <summary>The words that the service puts beside its codes.</summary>
internal static class Descriptions
{
    public static string EntryStatus(int status) => status == 50 ? "Processed" : "Open";

    public static string EntryType(EntryType type) =>
        type switch
        {
            ExactOnline.EntryType.OpeningBalance => "Opening balance",
            ExactOnline.EntryType.SalesEntry => "Sales entry",
            ExactOnline.EntryType.SalesCreditNote => "Sales credit note",
            ExactOnline.EntryType.CashFlow => "Cash flow",
            _ => "Other",
        };

    public static string JournalType(JournalType type) =>
        type switch
        {
            ExactOnline.JournalType.Sales => "Sales",
            ExactOnline.JournalType.Purchase => "Purchase",
            ExactOnline.JournalType.General => "General journal",
            _ => type.ToString(),
        };

    public static string GLAccountType(GLAccountType type) =>
        type switch
        {
            ExactOnline.GLAccountType.Receivable => "Accounts receivable",
            ExactOnline.GLAccountType.Payable => "Accounts payable",
            ExactOnline.GLAccountType.Vat => "VAT",
            _ => type.ToString(),
        };

    public static string VatCodeType(VatCodeType type) =>
        type switch
        {
            ExactOnline.VatCodeType.Excluding => "E",
            ExactOnline.VatCodeType.Including => "I",
            ExactOnline.VatCodeType.BaseOnly => "B",
            _ => "N",
        };

    public static string BalanceSide(GLAccountType type) =>
        type
            is ExactOnline.GLAccountType.Revenue
                or ExactOnline.GLAccountType.ExceptionalIncome
                or ExactOnline.GLAccountType.InterestIncome
                or ExactOnline.GLAccountType.Payable
                or ExactOnline.GLAccountType.Vat
                or ExactOnline.GLAccountType.CapitalStock
            ? "C"
            : "D";
}
