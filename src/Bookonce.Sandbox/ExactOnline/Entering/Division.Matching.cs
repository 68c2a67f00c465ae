namespace Bookonce.Sandbox.ExactOnline;

public sealed partial class Division
{
    /// <summary>
    /// Matches a payment or credit with what it pays, oldest first, as far as the amounts go. What is paid in part is split
    /// into a paid and an open part.
    /// </summary>
    /// <param name="payingLine">The receivable line of a bank entry or of a credit note.</param>
    /// <param name="paidLines">Receivable lines of invoices.</param>
    public void Match(Guid payingLine, IReadOnlyList<Guid> paidLines)
    {
        lock (state.Gate)
        {
            var paying = ReceivableLine(payingLine);
            foreach (var paid in paidLines.Select(ReceivableLine))
            {
                while (
                    OpenPart(paying) is { } credit
                    && OpenPart(paid) is { } debit
                    && credit.AmountDC * debit.AmountDC < 0
                )
                    Settle(credit, debit);
                paid.OffsetId = OpenPart(paid) is null ? paying.Id : null;
                Ledger.Changed(paid);
            }
            var isBank = paying.Entry.Type == EntryType.CashFlow;
            paying.OffsetId =
                isBank ? paying.Id
                : paidLines is [var first, ..] ? first
                : null;
            Ledger.Changed(paying);
        }
    }

    /// <summary>Undoes every match of a receivable line: it and what it was matched with are open again, in one piece.</summary>
    /// <exception cref="ArgumentException">It is not a receivable line with a relation.</exception>
    public void Unmatch(Guid lineId)
    {
        lock (state.Gate)
        {
            var line = ReceivableLine(lineId);
            Ledger.Reopen(Ledger.Partners([line]), new HashSet<Guid> { line.Id });
            Ledger.Reopen([line]);
        }
    }

    /// <summary>The receivable line of an entry: what <see cref="Match"/> takes.</summary>
    public TransactionLine ReceivableLineOf(Entry entry) =>
        entry.Lines.First(line => line.GLAccount.Type == GLAccountType.Receivable);

    private TransactionLine ReceivableLine(Guid id) =>
        Ledger.Lines.Find(id) is { GLAccount.Type: GLAccountType.Receivable, Account: not null } line
            ? line
            : throw new ArgumentException($"{id} is not a receivable line with a relation.", nameof(id));

    private PaymentTerm? OpenPart(TransactionLine line) =>
        Ledger.TermsOf(line.Id).FirstOrDefault(term => !term.IsFullyPaid);

    private void Settle(PaymentTerm credit, PaymentTerm debit)
    {
        var amount = Math.Min(Math.Abs(credit.AmountDC), Math.Abs(debit.AmountDC));
        KeepOpenAbove(credit, amount);
        KeepOpenAbove(debit, amount);
        var day = credit.Line.Entry.Date > debit.Line.Entry.Date ? credit.Line.Entry.Date : debit.Line.Entry.Date;
        Close(credit, debit.Line, day);
        Close(debit, credit.Line, day);
    }

    private void KeepOpenAbove(PaymentTerm term, decimal amount)
    {
        if (Math.Abs(term.AmountDC) == amount)
            return;
        var partDC = Math.Sign(term.AmountDC) * amount;
        var partFC = Math.Round(term.AmountFC * partDC / term.AmountDC, Digits(term.Line.Entry.Currency));
        Ledger.AddTerm(term.Line, term.AmountFC - partFC, term.AmountDC - partDC);
        (term.AmountFC, term.AmountDC) = (partFC, partDC);
    }

    private void Close(PaymentTerm term, TransactionLine with, DateOnly day)
    {
        (term.Status, term.LastPaymentDate, term.MatchedWith, term.Modified) = (
            50,
            day,
            with.Id,
            state.Clock.GetUtcNow()
        );
        Ledger.Changed(term);
    }
}
