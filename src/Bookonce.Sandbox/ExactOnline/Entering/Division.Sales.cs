namespace Bookonce.Sandbox.ExactOnline;

public sealed partial class Division
{
    /// <summary>Enters a sales entry or credit note as if in the screens or through the service: same rules, same numbers.</summary>
    /// <param name="draft">The entry; amounts in its own currency, credit notes negative.</param>
    /// <param name="entered">Who and when; null for the state's user and now.</param>
    /// <returns>The entry with its id and booking number.</returns>
    /// <exception cref="RefusedException">Something is wrong with it; nothing was booked.</exception>
    public Entry EnterSalesEntry(SalesEntryDraft draft, Entered? entered = null)
    {
        lock (state.Gate)
        {
            var rules = new SalesRules(this);
            var date = rules.Date(draft.EntryDate);
            var journal = rules.Journal(draft.Journal);
            var customer = rules.Customer(draft.Customer, journal);
            rules.HasLines(draft.Lines.Count);
            var (year, period) = rules.Period(draft.Year, draft.Period, date, journal);
            var condition = rules.PaymentCondition(draft.PaymentCondition, customer);
            var currency = rules.Currency(draft.Currency, journal);
            var rate = rules.Rate(draft.Rate, currency, date);
            var id = rules.EntryId(draft.EntryId);
            var number = rules.Number(draft.EntryNumber, journal, year, seenUpTo: draft.SeenUpTo);
            var yourRef = rules.Text(draft.YourRef, SalesRules.LongestReference, "Uw ref.", "Your ref.");
            var description = rules.Text(
                draft.Description,
                SalesRules.LongestDescription,
                "Omschrijving",
                "Description"
            );
            rules.Document(draft.Document);
            var lines = draft.Lines.Select(line => CheckedLine(rules, line, customer, date)).ToArray();
            rules.ThrowIfAny();

            var (by, at) = Who(entered);
            var taken = number ?? Hinted(draft, journal!, year) ?? Series.Peek(journal!.Code, year);
            var entry = new Entry(new Stamp(id ?? NextId(), by, at))
            {
                Journal = journal!,
                EntryNumber = taken,
                Year = year,
                Period = period,
                Date = date,
                Type = EntryType.SalesEntry,
                AskedType = draft.Type,
                Status = Switches.NewEntryStatus == NewEntryStatus.Processed ? 50 : 20,
                Currency = currency!.Code,
                Rate = rate,
                Customer = customer,
                PaymentCondition = condition,
                DueDate = draft.DueDate ?? condition!.DueDate(date),
                Description = description,
                YourRef = yourRef,
                PaymentReference = draft.PaymentReference,
                ExternalLinkReference = draft.ExternalLinkReference,
                InvoiceNumber = KeepsInvoiceNumber(number) ? draft.InvoiceNumber ?? taken : taken,
                OrderNumber = draft.OrderNumber,
                Document = draft.Document,
            };
            entry.SalesLines = [.. lines.Select((line, index) => NewSalesLine(entry, line, index + 1))];
            Ledger.Add(entry, Book(entry), numberGiven: number is not null || taken == draft.InvoiceNumber);
            return entry;
        }
    }

    // Reported: the invoice number of a caller is a hint, ignored without a word when it does not fit.
    private int? Hinted(SalesEntryDraft draft, Journal journal, int year) =>
        Switches.InvoiceNumber == GivenInvoiceNumber.HintForBookingNumber
        && draft.InvoiceNumber is { } hint
        && hint >= Series.Next(journal.Code, year)
        && Series.Holder(journal.Code, year, hint) is null
            ? hint
            : null;

    private bool KeepsInvoiceNumber(int? number) =>
        Switches.InvoiceNumber == GivenInvoiceNumber.Kept
        || (number is not null && Switches.InvoiceNumber == GivenInvoiceNumber.HintForBookingNumber);

    internal IReadOnlyList<LineSpec> Book(Entry entry)
    {
        var specs = SalesBooking.Book(
            entry,
            entry.Journal.GLAccount!,
            Digits(entry.Currency),
            Digits(Currency),
            Switches
        );
        entry.Type = IsCreditNote(entry) ? EntryType.SalesCreditNote : EntryType.SalesEntry;
        return specs;
    }

    internal CheckedSalesLine CheckedLine(SalesRules rules, SalesLineDraft line, Account? customer, DateOnly date)
    {
        var account = rules.LineAccount(line.GLAccount);
        var amount = rules.Amount(line.AmountFC);
        var vatCode = rules.VatCode(line.VatCode, line.VatFraction, account, customer, date);
        rules.GivenVat(line.VatAmountFC, vatCode);
        rules.CostObject(
            line.Kept.GetValueOrDefault("CostCenter") as string,
            CostCenterRows,
            account,
            "UseCostcenter",
            Refusal.Mandatory("Kostenplaats", "Cost center")
        );
        rules.CostObject(
            line.Kept.GetValueOrDefault("CostUnit") as string,
            CostUnitRows,
            account,
            "UseCostunit",
            Refusal.Mandatory("Kostendrager", "Cost unit")
        );
        return new(line, account, vatCode, amount);
    }

    internal SalesLine NewSalesLine(Entry entry, CheckedSalesLine line, int lineNumber)
    {
        var own = line.Draft.Id is { } id && !Ledger.SalesLines.Contains(id) && id != Guid.Empty ? id : NextId();
        var row = new SalesLine(new Stamp(own, entry.Modifier, entry.Modified))
        {
            Entry = entry,
            LineNumber = lineNumber,
            GLAccount = line.GLAccount!,
            VatCode = line.VatCode!,
            AmountFC = line.AmountFC,
            GivenVatFC = line.Draft.VatAmountFC,
            Description = line.Draft.Description,
        };
        foreach (var (field, value) in line.Draft.Kept)
            row.Keep(field, value);
        return row;
    }

    private int Digits(string currency) => CurrencyRows.Find(currency)?.AmountPrecision ?? 2;

    private bool IsCreditNote(Entry entry)
    {
        var asked = entry.AskedType == (int)EntryType.SalesCreditNote;
        return Switches.CreditNoteType switch
        {
            CreditNoteType.NegativeTotalOrAsked => asked || entry.AmountFC < 0,
            CreditNoteType.NegativeTotal => entry.AmountFC < 0,
            CreditNoteType.Asked => asked,
            _ => false,
        };
    }
}

/// <summary>A line of a draft with what it names found.</summary>
internal sealed record CheckedSalesLine(SalesLineDraft Draft, GLAccount? GLAccount, VatCode? VatCode, decimal AmountFC);
