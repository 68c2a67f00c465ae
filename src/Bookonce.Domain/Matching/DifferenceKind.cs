using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;

namespace Bookonce.Domain.Matching;

/// <summary>In which way a linked entry says another amount than its document.</summary>
public enum DifferenceKind
{
    /// <summary>It says the same.</summary>
    None,

    /// <summary>Less than one unit more or less.</summary>
    Cents,

    /// <summary>The total without VAT.</summary>
    Net,

    /// <summary>The other sign.</summary>
    Sign,

    /// <summary>Another currency.</summary>
    Currency,

    /// <summary>Any other amount.</summary>
    Amount,
}

/// <summary>Tells differences apart.</summary>
public static class DifferenceKinds
{
    /// <summary>How an entry differs from its document.</summary>
    public static DifferenceKind Between(SalesDocument document, Entry entry)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(entry);
        return document.Currency != entry.Currency ? DifferenceKind.Currency
            : document.SignedGross == entry.Amount ? DifferenceKind.None
            : document.SignedGross == -entry.Amount ? DifferenceKind.Sign
            : Math.Abs(document.SignedGross - entry.Amount) < 1 ? DifferenceKind.Cents
            : document.Sign * document.Net == entry.Amount ? DifferenceKind.Net
            : DifferenceKind.Amount;
    }
}
