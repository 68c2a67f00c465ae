namespace Bookonce.Sandbox.ExactOnline;

public sealed partial class Division
{
    /// <summary>Every entry in the order in which they were entered.</summary>
    public IReadOnlyList<Entry> Entries
    {
        get
        {
            lock (state.Gate)
                return [.. Ledger.Entries.Ordered.OrderBy(entry => entry.Sequence)];
        }
    }

    /// <summary>An entry by its id, or null when there is none (any more).</summary>
    public Entry? FindEntry(Guid id)
    {
        lock (state.Gate)
            return Ledger.Entries.Find(id);
    }

    /// <summary>A sales entry as it would be entered again, with everything that it carries.</summary>
    public SalesEntryDraft DraftOf(Entry entry)
    {
        lock (state.Gate)
        {
            return new SalesEntryDraft
            {
                Journal = entry.Journal.Code,
                Customer = entry.Customer?.Id,
                EntryDate = entry.Date,
                EntryNumber = entry.EntryNumber,
                Year = entry.Year,
                Period = entry.Period,
                PaymentCondition = entry.PaymentCondition?.Code,
                DueDate = entry.DueDate,
                Currency = entry.Currency,
                Rate = entry.Rate,
                YourRef = entry.YourRef,
                Description = entry.Description,
                PaymentReference = entry.PaymentReference,
                ExternalLinkReference = entry.ExternalLinkReference,
                InvoiceNumber = entry.InvoiceNumber,
                OrderNumber = entry.OrderNumber,
                Document = entry.Document,
                Type = entry.AskedType,
                Lines =
                [
                    .. entry.SalesLines.Select(line => new SalesLineDraft(
                        line.GLAccount.Id,
                        line.AmountFC,
                        line.VatCode.Code,
                        line.Description,
                        line.GivenVatFC
                    )),
                ],
            };
        }
    }

    /// <summary>Changes the header of a sales entry; its lines stay and are booked anew.</summary>
    /// <param name="draft">From <see cref="DraftOf"/>; without a number it keeps its own or, in another series, takes the next.</param>
    /// <exception cref="RefusedException">The change is not allowed; nothing was changed.</exception>
    public void ChangeSalesEntry(Entry entry, SalesEntryDraft draft, Entered? entered = null)
    {
        lock (state.Gate)
        {
            RefuseIfSettled(entry);
            Allow(
                draft.Document is not null && draft.Document != entry.Document,
                Switches.AttachDocumentLater,
                Refusal.NotAllowed("Document", "Document")
            );
            var rules = new SalesRules(this);
            var date = rules.Date(draft.EntryDate ?? entry.Date);
            var journal = rules.Journal(draft.Journal);
            var customer = rules.Customer(draft.Customer, journal);
            var (year, period) = rules.Period(draft.Year, draft.Period, date, journal, entry);
            var condition = rules.PaymentCondition(draft.PaymentCondition, customer);
            var currency = rules.Currency(draft.Currency, journal);
            var rate = rules.Rate(draft.Rate, currency, date);
            var number = rules.Number(draft.EntryNumber, journal, year, entry);
            if (draft.Document != entry.Document)
                rules.Document(draft.Document);
            rules.ThrowIfAny();
            var document = entry.Document;

            var staysInSeries = journal == entry.Journal && year == entry.Year;
            if (!staysInSeries || (number is { } given && given != entry.EntryNumber))
            {
                number ??= Series.Peek(journal!.Code, year);
                Series.GiveBack(entry);
                (entry.Journal, entry.Year, entry.EntryNumber) = (journal!, year, number.Value);
                Series.Take(entry, draft.EntryNumber is not null);
            }
            (entry.Period, entry.Date, entry.Customer) = (period, date, customer);
            (entry.Currency, entry.Rate) = (currency!.Code, rate);
            (entry.PaymentCondition, entry.DueDate) = (condition, draft.DueDate ?? condition!.DueDate(date));
            (entry.YourRef, entry.Description) = (draft.YourRef, draft.Description);
            (entry.PaymentReference, entry.ExternalLinkReference) = (
                draft.PaymentReference,
                draft.ExternalLinkReference
            );
            (entry.InvoiceNumber, entry.OrderNumber) = (draft.InvoiceNumber, draft.OrderNumber);
            (entry.Document, entry.AskedType) = (draft.Document, draft.Type);
            Ledger.Refer(entry, document);
            Rebook(entry, entered);
        }
    }

    /// <summary>Adds a line to a sales entry.</summary>
    /// <exception cref="RefusedException">The line is wrong, or the entry is settled.</exception>
    public SalesLine AddSalesLine(Entry entry, SalesLineDraft draft, Entered? entered = null)
    {
        lock (state.Gate)
        {
            RefuseIfSettled(entry, amountsChange: true);
            var checkedLine = Checked(entry, draft);
            var line = NewSalesLine(entry, checkedLine, entry.SalesLines.Max(other => other.LineNumber) + 1);
            Ledger.SalesLines.Add(line);
            entry.SalesLines = [.. entry.SalesLines, line];
            Rebook(entry, entered);
            return line;
        }
    }

    /// <summary>Makes a line of a sales entry what the draft says.</summary>
    /// <exception cref="RefusedException">The line is wrong, or the entry is settled.</exception>
    public void ChangeSalesLine(SalesLine line, SalesLineDraft draft, Entered? entered = null)
    {
        lock (state.Gate)
        {
            RefuseIfSettled(line.Entry, amountsChange: true);
            var changed = Checked(line.Entry, draft);
            (line.GLAccount, line.VatCode, line.AmountFC) = (changed.GLAccount!, changed.VatCode!, changed.AmountFC);
            (line.GivenVatFC, line.Description) = (draft.VatAmountFC, draft.Description);
            (line.Modifier, line.Modified) = Who(entered);
            Rebook(line.Entry, entered);
        }
    }

    /// <summary>Deletes a line of a sales entry; with the last line goes the entry.</summary>
    /// <exception cref="RefusedException">The entry is settled.</exception>
    public void DeleteSalesLine(SalesLine line, Entered? entered = null)
    {
        lock (state.Gate)
        {
            if (line.Entry.SalesLines is [_])
            {
                DeleteEntry(line.Entry);
                return;
            }
            RefuseIfSettled(line.Entry, amountsChange: true);
            Ledger.SalesLines.Remove(line);
            line.Entry.SalesLines = [.. line.Entry.SalesLines.Where(other => other != line)];
            Rebook(line.Entry, entered);
        }
    }

    /// <summary>Marks an entry as processed (status 50).</summary>
    public void Process(Entry entry)
    {
        lock (state.Gate)
        {
            entry.Status = 50;
            foreach (var line in entry.Lines)
                Ledger.Changed(line);
            RaiseOf(entry);
        }
    }

    /// <summary>Deletes an entry with everything that hangs on it. Its number comes back as the switches say.</summary>
    /// <exception cref="RefusedException">It is matched, processed or in a closed period, and the switches refuse that.</exception>
    public void DeleteEntry(Entry entry)
    {
        lock (state.Gate)
        {
            Allow(IsMatched(entry), Switches.DeleteMatched, Refusal.AlreadyProcessed);
            Allow(entry.Status == 50, Switches.DeleteProcessed, Refusal.AlreadyProcessed);
            Allow(
                IsClosed(entry.Journal.Code, entry.Year, entry.Period),
                Switches.DeleteInClosedPeriod,
                Refusal.PeriodClosed(entry.Year, entry.Period)
            );
            Allow(IsFiled(entry), Switches.DeleteFiled, Refusal.ReturnIsFiled);
            Ledger.Remove(entry);
        }
    }

    private void Rebook(Entry entry, Entered? entered)
    {
        (entry.Modifier, entry.Modified) = Who(entered);
        Ledger.Write(entry, Book(entry));
        RaiseOf(entry);
    }

    private CheckedSalesLine Checked(Entry entry, SalesLineDraft draft)
    {
        var rules = new SalesRules(this);
        var line = CheckedLine(rules, draft, entry.Customer, entry.Date);
        rules.ThrowIfAny();
        return line;
    }

    private void RefuseIfSettled(Entry entry, bool amountsChange = false)
    {
        Allow(entry.Status == 50, Switches.ChangeProcessed, Refusal.AlreadyProcessed);
        Allow(
            IsClosed(entry.Journal.Code, entry.Year, entry.Period),
            Switches.ChangeInClosedPeriod,
            Refusal.PeriodClosed(entry.Year, entry.Period)
        );
        Allow(amountsChange && IsMatched(entry), Switches.ChangeMatched, Refusal.AlreadyProcessed);
        Allow(amountsChange && IsFiled(entry), Switches.ChangeFiled, Refusal.ReturnIsFiled);
    }

    private bool IsMatched(Entry entry) =>
        entry.Lines.Any(line => Ledger.TermsOf(line.Id).Any(term => term.IsFullyPaid));

    private static void Allow(bool isDelicate, DelicateAnswer answer, Refusal reason)
    {
        if (isDelicate && answer != DelicateAnswer.Accepted)
            throw new RefusedException(reason) { IsForbidden = answer == DelicateAnswer.Forbidden };
    }
}
