using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Relations;
using Bookonce.Engine.Store;

namespace Bookonce.Engine.Translations;

/// <summary>Exact's words in ours.</summary>
static class FromExact
{
    /// <summary>Types of transaction that close a period or a year: no document stands behind their receivable lines.</summary>
    const int PeriodClosing = 310,
        FirstYearEnd = 320,
        LastYearEnd = 328;

    /// <summary>What is owed to us, among what is owed by us. Source: REST reference, sync/Cashflow/PaymentTerms.</summary>
    const int Receipt = 20;

    /// <summary>A receivable that is matched. Source: REST reference, cashflow/Receivables.</summary>
    const int MatchedStatus = 50;

    /// <summary>A VAT return among declarations, and its statuses that are explained. Source: REST reference, read/financial/Returns.</summary>
    const int VatType = 31,
        Concept = 10,
        Realized = 40,
        Processed = 50;

    /// <summary>The wall clock of Belgium and the Netherlands is at most two hours ahead; whether it follows summer time is not documented.</summary>
    static readonly TimeSpan LeastBehind = TimeSpan.FromHours(2);

    public static Journal Journal(ExactOnline.Journal journal) =>
        new(
            journal.Code.Trim(),
            journal.Description ?? "",
            journal.Type switch
            {
                20 => JournalKind.Sales,
                10 or 12 or 16 => JournalKind.Money,
                _ => JournalKind.Other,
            },
            journal.IsBlocked ?? false,
            Trimmed(journal.Currency),
            journal.AllowVariableCurrency ?? false
        );

    public static LedgerAccount LedgerAccount(ExactOnline.GLAccount account) =>
        new(
            account.ID,
            account.Code.Trim(),
            account.Description ?? "",
            account.Type switch
            {
                20 => LedgerKind.Receivable,
                110 or 140 or 160 => LedgerKind.Revenue,
                _ => LedgerKind.Other,
            },
            account.IsBlocked ?? false
        );

    public static VatCode VatCode(ExactOnline.VatCode code) =>
        new(
            code.TrimmedCode,
            code.Description ?? "",
            code.Percentage ?? 0,
            code.Type switch
            {
                "I" => VatCodeKind.Including,
                "B" => VatCodeKind.BaseOnly,
                "N" => VatCodeKind.None,
                _ => VatCodeKind.Excluding,
            },
            code.VATTransactionType is "B" or "S",
            code.Charged ?? false,
            Trimmed(code.EUSalesListing),
            code.IsBlocked ?? false
        );

    public static PaymentCondition PaymentCondition(ExactOnline.PaymentCondition condition) =>
        new(
            condition.Code.Trim(),
            condition.Description ?? "",
            condition.PaymentDays ?? 0,
            condition.PaymentEndOfMonths ?? 0
        );

    public static Period Period(ExactOnline.FinancialPeriod period) =>
        new(period.FinYear, period.FinPeriod, period.StartDate, period.EndDate);

    public static Relation Relation(ExactOnline.Account account) =>
        new()
        {
            Id = account.ID,
            Code = account.TrimmedCode ?? "",
            Name = account.Name ?? "",
            VatNumber = Trimmed(account.VATNumber),
            CompanyNumber = Trimmed(account.ChamberOfCommerce),
            Postcode = Trimmed(account.Postcode),
            IsCustomer = account.Status?.Trim() == "C",
            IsBlocked = account.Blocked ?? false,
            Remarks = account.Remarks,
        };

    /// <summary>The entry that a line stands for; null when the line is no receivable of a document.</summary>
    public static Entry? Entry(ExactOnline.TransactionLine line, Masters masters)
    {
        var code = line.JournalCode?.Trim() ?? "";
        var journal = masters.Journals.FirstOrDefault(journal => journal.Code == code);
        var isSales = journal?.Kind == JournalKind.Sales;
        var isReceivable =
            journal?.Kind != JournalKind.Money
            && (isSales ? line.LineNumber == 0 : masters.IsReceivable(line.GLAccount))
            && line.Type is not (PeriodClosing or (>= FirstYearEnd and <= LastYearEnd));
        if (!isReceivable || line.Date is not { } date)
            return null;

        return new Entry
        {
            LineId = line.ID,
            EntryId = line.EntryID,
            Series = new SeriesKey(code, line.FinancialYear ?? date.Year),
            IsSales = isSales,
            Period = line.FinancialPeriod,
            Number = line.EntryNumber ?? 0,
            Date = date,
            DueDate = line.DueDate,
            AccountId = line.Account,
            AccountName = line.AccountName,
            Currency = new Currency(Trimmed(line.Currency) ?? masters.Currency),
            Amount = line.AmountFC,
            YourRef = Trimmed(line.YourRef),
            PaymentReference = Trimmed(line.PaymentReference),
            Description = Trimmed(line.Description),
            InvoiceNumber = line.InvoiceNumber,
            Mark = Trimmed(line.ExternalLinkReference),
            EnteredAt = Instant(line.Created),
            Creator = Trimmed(line.CreatorFullName),
            ChangedAt = Instant(line.Modified),
            Changer = Trimmed(line.ModifierFullName),
            Attachments = line.Document,
        };
    }

    /// <summary>What each receivable line is matched for. What is paid in part stands there in pieces.</summary>
    public static IEnumerable<Payment> Payments(IEnumerable<ExactOnline.Receivable> terms) =>
        from term in terms
        where
            term.TransactionEntryID is not null
            && term is not ExactOnline.PaymentTerm { LineType: not (Receipt or null) }
        group term by (EntryId: term.TransactionEntryID!.Value, LineId: term.TransactionID) into pieces
        select new Payment(pieces.Key.EntryId, pieces.Key.LineId, MatchedOf([.. pieces]));

    static Matched MatchedOf(ExactOnline.Receivable[] pieces)
    {
        var isPiece = pieces.Sum(Size) is not 0 and var sum && sum < Whole(pieces[0]);
        return (pieces.Any(IsPaid), pieces.All(IsPaid)) switch
        {
            (true, true) when !isPiece => Matched.Fully,
            (false, _) when !isPiece => Matched.No,
            _ => Matched.Partly,
        };
    }

    static bool IsPaid(ExactOnline.Receivable term) => term.IsFullyPaid ?? term.Status == MatchedStatus;

    static decimal Size(ExactOnline.Receivable term) => Math.Abs(term.AmountFC ?? 0);

    static decimal Whole(ExactOnline.Receivable term) => Math.Abs(term.TransactionAmountFC ?? 0);

    /// <summary>A VAT return; null for another declaration, or one of unknown length.</summary>
    public static VatReturn? VatReturn(ExactOnline.VatReturn made) =>
        made is { Type: VatType, Year: { } year, Frequency: var frequency }
        && frequency?.Trim() switch
        {
            "M" => ReturnFrequency.Monthly,
            "Q" => ReturnFrequency.Quarterly,
            "A" or "Y" => ReturnFrequency.Yearly,
            _ => (ReturnFrequency?)null,
        }
            is { } length
            ? new VatReturn(
                year,
                made.Period ?? 0,
                length,
                made.Status switch
                {
                    Concept => false,
                    Realized or Processed => true,
                    _ => null,
                }
            )
            : null;

    public static DateTimeOffset? Instant(DateTime? wallClock) =>
        wallClock is { } time
            ? new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Unspecified), LeastBehind).ToUniversalTime()
            : null;

    static string? Trimmed(string? text) => text?.Trim() is { Length: > 0 } trimmed ? trimmed : null;
}
