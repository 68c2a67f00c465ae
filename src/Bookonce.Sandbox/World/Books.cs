namespace Bookonce.Sandbox.World;

/// <summary>What stands in Exact before anything is connected: relations, entries, and payments received.</summary>
internal sealed record Books(
    IReadOnlyList<BookRelation> Relations,
    IReadOnlyList<BookEntry> Entries,
    IReadOnlyList<BookPayment> Payments
);

/// <param name="Of">The customer that it is, or null for one that Teamleader does not know.</param>
internal sealed record BookRelation(
    Guid Id,
    string Name,
    string? VatNumber,
    Address Address,
    bool Blocked,
    Customer? Of
);

/// <summary>An entry with one receivable; amounts as the ledger has them, negative for what we owe the customer.</summary>
internal sealed record BookEntry
{
    public required Guid Id { get; init; }
    public required string Journal { get; init; }
    public required EntryKind Kind { get; init; }
    public required DateOnly Date { get; init; }
    public required BookRelation Relation { get; init; }
    public string? YourRef { get; init; }
    public string? PaymentReference { get; init; }
    public required string Description { get; init; }
    public required string Currency { get; init; }
    public required decimal EuroRate { get; init; }
    public required IReadOnlyList<BookLine> Lines { get; init; }

    /// <summary>Who entered it, as Exact shows it.</summary>
    public required string EnteredBy { get; init; }
    public required DateTimeOffset EnteredAt { get; init; }

    /// <summary>The document it is a copy of; null for a foreign entry.</summary>
    public Document? CopyOf { get; init; }
    public CopySlips Slips { get; init; }
    public bool LooksAlike { get; init; }

    public decimal Total => Lines.Sum(line => line.Net + line.Vat);

    /// <summary>Whether any of these slips was made.</summary>
    public bool Has(CopySlips slips) => (Slips & slips) != CopySlips.None;
}

internal enum EntryKind
{
    Sales,
    OpeningBalance,
    General,
}

/// <param name="Tax">Decides the VAT code; null for a receivable that is taken over without VAT.</param>
internal sealed record BookLine(string LedgerAccount, TaxRate? Tax, decimal Net, decimal Vat, string Description);

/// <summary>A payment in euro that is matched with an entry; negative when it was paid back.</summary>
internal sealed record BookPayment(Guid EntryId, DateOnly Date, decimal Amount);
