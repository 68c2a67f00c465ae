using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;

namespace Bookonce.Domain.Matching;

/// <summary>What an adopted entry says otherwise than its document; shown until it is corrected or accepted.</summary>
public static class Differences
{
    /// <summary>Amount, sign and currency, in words; empty for a clean link.</summary>
    public static IReadOnlyList<string> Between(SalesDocument document, Entry entry) =>
        (document.Currency == entry.Currency, document.SignedGross == entry.Amount) switch
        {
            (false, _) =>
            [
                $"the entry says {entry.Currency.Text(entry.Amount)} {entry.Currency}, the document {document.Currency.Text(document.SignedGross)} {document.Currency}",
            ],
            (true, false) when document.SignedGross == -entry.Amount =>
            [
                $"the entry counts {(entry.Amount > 0 ? "up" : "down")}, the document {(entry.Amount > 0 ? "down" : "up")}",
            ],
            (true, false) =>
            [
                $"the entry says {entry.Currency.Text(entry.Amount)}, the document {document.Currency.Text(document.SignedGross)}",
            ],
            _ => [],
        };
}
