namespace Bookonce.Sandbox.ExactOnline;

public sealed partial class Division
{
    private const int DeletedGLAccount = 7;

    /// <summary>Notes that a ledger account was changed, so that a sync sees it.</summary>
    public void Changed(GLAccount account, Entered? entered = null)
    {
        lock (state.Gate)
        {
            Changed((Row)account, entered);
            account.RowVersion = NextRowVersion();
            GLAccountLog.Note(account, isNew: false);
        }
    }

    /// <summary>Notes that a payment term was changed, so that a sync sees it.</summary>
    internal void Changed(PaymentTerm term)
    {
        Changed((Row)term);
        Ledger.Changed(term);
    }

    /// <summary>Deletes a journal that was never used.</summary>
    /// <exception cref="RefusedException">It has entries.</exception>
    public void DeleteJournal(Journal journal)
    {
        lock (state.Gate)
        {
            if (Ledger.Entries.Ordered.Any(entry => entry.Journal == journal))
                throw new RefusedException(Refusal.InUse("Dagboek", "Journal"));
            journals.Remove(journal.Code);
            JournalRows.Remove(journal);
            Touch();
        }
    }

    /// <summary>Deletes a ledger account that nothing names.</summary>
    /// <exception cref="RefusedException">A journal, a VAT code or an entry names it.</exception>
    public void DeleteGLAccount(GLAccount account)
    {
        lock (state.Gate)
        {
            var isInUse =
                journals.Values.Any(journal => journal.GLAccount == account)
                || vatCodes.Values.Any(code => code.GLToPay == account)
                || Ledger.Lines.Ordered.Any(line => line.GLAccount == account);
            if (isInUse)
                throw new RefusedException(Refusal.InUse("Grootboekrekening", "G/L Account"));
            glAccounts.Remove(account.Code);
            GLAccountRows.Remove(account);
            account.RowVersion = -1;
            GLAccountLog.WentStale();
            Ledger.NoteDeleted(DeletedGLAccount, account.Id);
        }
    }

    /// <summary>Deletes a VAT code that nothing names.</summary>
    /// <exception cref="RefusedException">A ledger account, a relation or an entry names it.</exception>
    public void DeleteVatCode(VatCode code)
    {
        lock (state.Gate)
        {
            var isInUse =
                glAccounts.Values.Any(account => account.VatCode == code.Code)
                || AccountRows.Ordered.Any(account => account.SalesVatCode == code.Code)
                || Ledger.Lines.Ordered.Any(line => line.VatCode == code);
            if (isInUse)
                throw new RefusedException(Refusal.InUse("Btw-code", "VAT code"));
            vatCodes.Remove(code.Code);
            VatCodeRows.Remove(code);
            Touch();
        }
    }

    /// <summary>Deletes an exchange rate; entries keep theirs.</summary>
    public void DeleteExchangeRate(ExchangeRate rate)
    {
        lock (state.Gate)
        {
            ExchangeRateRows.Remove(rate);
            Touch();
        }
    }

    internal void DeleteCostObject(KeyedRows<Guid, CostObject> rows, CostObject row, string field)
    {
        if (Ledger.SalesLines.Ordered.Any(line => line.Kept(field) as string == row.Code))
            throw new RefusedException(Refusal.InUse("Kostenplaats", "Cost center"));
        rows.Remove(row);
        Touch();
    }

    internal void Changed(Row row, Entered? entered = null)
    {
        (row.Modifier, row.Modified) = Who(entered);
        Touch();
    }
}
