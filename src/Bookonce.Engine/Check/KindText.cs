using Bookonce.Domain.Documents;

namespace Bookonce.Engine.Check;

/// <summary>Reads whether a document is an invoice or a credit note.</summary>
static class KindText
{
    static readonly string[] CreditNotes = ["credit", "cn", "nc", "avoir", "c", "refund"];
    static readonly string[] Invoices =
    [
        "invoice",
        "factuur",
        "verkoopfactuur",
        "facture",
        "sales",
        "verkoop",
        "vente",
        "inv",
        "fac",
        "f",
        "i",
    ];

    /// <summary>The kind; null when the text is neither.</summary>
    public static DocumentKind? Read(string text)
    {
        var folded = HeaderText.Fold(text);
        return folded.Contains("credit", StringComparison.Ordinal) || CreditNotes.Contains(folded)
                ? DocumentKind.CreditNote
            : Invoices.Any(word => word.Length > 3 && folded.Contains(word, StringComparison.Ordinal))
            || Invoices.Contains(folded)
                ? DocumentKind.Invoice
            : null;
    }
}
