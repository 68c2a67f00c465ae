namespace Bookonce.Sandbox.ExactOnline;

/// <summary>What a ledger line should be.</summary>
/// <param name="Role">What it is in its entry: equal roles before and after a change are the same line.</param>
internal sealed record LineSpec(string Role, int LineNumber, GLAccount GLAccount, decimal AmountFC, decimal AmountDC)
{
    public const string Header = "";

    /// <summary>The id of a new line; null takes the next.</summary>
    public Guid? Id { get; init; }
    public Account? Account { get; init; }
    public VatCode? VatCode { get; init; }
    public string? VatType { get; init; }
    public decimal? VatAmountFC { get; init; }
    public decimal? VatBaseFC { get; init; }
    public string? Description { get; init; }
    public string? YourRef { get; init; }
    public string? PaymentReference { get; init; }
    public DateOnly? DueDate { get; init; }
    public int? InvoiceNumber { get; init; }

    /// <summary>Revenue and VAT point to the receivable line of their own entry.</summary>
    public bool PointsToHeader { get; init; }

    public TransactionLine NewLine(Division division, Entry entry) =>
        new(new Stamp(Id ?? division.NextId(), entry.Modifier, entry.Modified))
        {
            Entry = entry,
            Role = Role,
            GLAccount = GLAccount,
        };

    public void ApplyTo(TransactionLine line, TransactionLine? header)
    {
        line.LineNumber = LineNumber;
        line.GLAccount = GLAccount;
        line.Account = Account;
        line.AmountFC = AmountFC;
        line.AmountDC = AmountDC;
        line.VatCode = VatCode;
        line.VatType = VatType;
        line.VatAmountFC = VatAmountFC;
        line.VatBaseFC = VatBaseFC;
        line.Description = Description;
        line.YourRef = YourRef;
        line.PaymentReference = PaymentReference;
        line.DueDate = DueDate;
        line.InvoiceNumber = InvoiceNumber;
        line.Modified = line.Entry.Modified;
        line.Modifier = line.Entry.Modifier;
        if (PointsToHeader)
            line.OffsetId = header?.Id;
    }
}
