namespace Bookonce.Sandbox.ExactOnline;

public sealed partial class Division
{
    /// <summary>Enters an entry in a general journal.</summary>
    /// <exception cref="RefusedException">It does not balance, its period is closed or unknown, its number is taken.</exception>
    public Entry EnterGeneralEntry(GeneralEntryDraft draft, Entered? entered = null) =>
        EnterGeneral(draft, EntryType.Other, entered);

    /// <summary>Enters (a part of) the opening balance: where open items of an earlier system usually arrive.</summary>
    /// <exception cref="RefusedException">It does not balance, its period is closed or unknown, its number is taken.</exception>
    public Entry EnterOpeningBalance(GeneralEntryDraft draft, Entered? entered = null) =>
        EnterGeneral(draft, EntryType.OpeningBalance, entered);

    /// <summary>Enters a bank entry and matches its payments with the receivable lines that they name.</summary>
    /// <exception cref="RefusedException">Its period is closed or unknown, its number is taken.</exception>
    public Entry EnterBankEntry(BankEntryDraft draft, Entered? entered = null)
    {
        lock (state.Gate)
        {
            var journal = JournalOf(draft.Journal, JournalType.Bank, JournalType.Cash, JournalType.PaymentService);
            var receivable =
                GLAccountRows.Ordered.FirstOrDefault(row => row.Type == GLAccountType.Receivable)
                ?? throw new InvalidOperationException("The administration has no receivable account.");
            var entry = NewEntry(journal, draft.Date, null, null, draft.EntryNumber, EntryType.CashFlow, entered);
            entry.Description = draft.Description;
            var total = draft.Lines.Sum(line => line.Amount);
            List<LineSpec> specs = [new(LineSpec.Header, 0, journal.GLAccount!, total, total)];
            foreach (var (index, line) in draft.Lines.Index())
            {
                var account = AccountRows.Find(line.Account);
                var paid = line.Pays is [var first, ..] ? Ledger.Lines.Find(first) : null;
                specs.Add(
                    new($"{index}", index + 1, paid?.GLAccount ?? receivable, -line.Amount, -line.Amount)
                    {
                        Account = account ?? throw new RefusedException(Refusal.UnknownReference("Relatie", "Account")),
                        Description = line.Description,
                        YourRef = line.YourRef,
                        DueDate = draft.Date,
                    }
                );
            }
            Ledger.Add(entry, specs, draft.EntryNumber is not null);
            foreach (var (index, line) in draft.Lines.Index())
            {
                if (line.Pays is not [])
                    Match(entry.Lines[index + 1].Id, line.Pays);
            }
            return entry;
        }
    }

    /// <summary>The next booking number as the journal's screen shows it. The service itself never tells it.</summary>
    public int NextBookingNumber(string journal, int year)
    {
        lock (state.Gate)
            return Series.Next(journal, year);
    }

    /// <summary>Changes the next booking number as the journal's screen allows.</summary>
    public void SetNextBookingNumber(string journal, int year, int number)
    {
        lock (state.Gate)
            Series.SetNext(JournalOf(journal).Code, year, number);
    }

    private Entry EnterGeneral(GeneralEntryDraft draft, EntryType type, Entered? entered)
    {
        lock (state.Gate)
        {
            var journal = JournalOf(draft.Journal, JournalType.General);
            var entry = NewEntry(journal, draft.Date, draft.Year, draft.Period, draft.EntryNumber, type, entered);
            entry.Description = draft.Description;
            entry.Currency = draft.Currency ?? Currency;
            entry.Rate = draft.Rate ?? (entry.Currency == Currency ? 1m : RateOn(entry.Currency, draft.Date) ?? 1m);
            var specs = draft.Lines.Select((line, index) => GeneralLine(entry, line, index)).ToArray();
            if (specs.Sum(line => line.AmountDC) is not 0m and var difference)
                throw new RefusedException(Refusal.NotBalanced(entry.Year, entry.Period, Currency, difference));
            Ledger.Add(entry, specs, draft.EntryNumber is not null);
            return entry;
        }
    }

    private LineSpec GeneralLine(Entry entry, GeneralLineDraft line, int index) =>
        new(
            $"{index}",
            index + 1,
            GLAccountRows.Find(line.GLAccount)
                ?? throw new RefusedException(Refusal.UnknownReference("Grootboekrekening", "G/L Account")),
            line.AmountFC,
            Math.Round(line.AmountFC * entry.Rate, Digits(Currency), Switches.HalfCent)
        )
        {
            Account = line.Account is { } account
                ? AccountRows.Find(account)
                    ?? throw new RefusedException(Refusal.UnknownReference("Relatie", "Account"))
                : null,
            Description = line.Description,
            YourRef = line.YourRef,
            DueDate = line.DueDate,
            InvoiceNumber = line.InvoiceNumber,
            PaymentReference = line.PaymentReference,
        };

    private Entry NewEntry(
        Journal journal,
        DateOnly date,
        int? year,
        int? period,
        int? number,
        EntryType type,
        Entered? entered
    )
    {
        var rules = new SalesRules(this);
        var ofDate = PeriodOf(date);
        var (inYear, inPeriod) = rules.Period(year ?? ofDate?.Year ?? 0, period ?? ofDate?.Period ?? 0, date, journal);
        if (number is { } given && Series.Holder(journal.Code, inYear, given) is not null)
            throw new RefusedException(Refusal.NumberTaken);
        rules.ThrowIfAny();
        var (by, at) = Who(entered);
        return new Entry(new Stamp(NextId(), by, at))
        {
            Journal = journal,
            EntryNumber = number ?? Series.Peek(journal.Code, inYear),
            Year = inYear,
            Period = inPeriod,
            Date = date,
            Type = type,
            Currency = Currency,
            Rate = 1m,
        };
    }

    private Journal JournalOf(string code, params ReadOnlySpan<JournalType> types)
    {
        if (FindJournal(code) is not { } journal)
            throw new RefusedException(Refusal.UnknownReference("Journals", "Journals"));
        return types.IsEmpty || types.Contains(journal.Type)
            ? journal
            : throw new RefusedException(Refusal.Invalid("Dagboek (type)", "Journal (type)"));
    }
}
