namespace Bookonce.Sandbox.ExactOnline;

/// <summary>Collects every reason for which a sales entry is refused, in the order in which the books look.</summary>
internal sealed class SalesRules(Division division)
{
    public const int LongestReference = 30;
    public const int LongestDescription = 60;
    private const decimal LargestRate = 10_000_000m;
    private const int EarliestYear = 1900;
    private const int LatestYear = 2200;
    private const int VatCodeWidth = 3;
    public const decimal LargestAmount = 1_000_000_000_000m;
    private readonly List<Refusal> reasons = [];

    public void ThrowIfAny()
    {
        if (reasons is not [])
            throw new RefusedException(reasons);
    }

    public Journal? Journal(string? code)
    {
        if (string.IsNullOrEmpty(code))
            return Refuse<Journal>(Refusal.Mandatory("Dagboek", "Journal"));
        if (division.FindJournal(code) is not { } journal)
            return Refuse<Journal>(Refusal.UnknownReference("Journals", "Journals"));
        if (journal.Type != JournalType.Sales || journal.GLAccount is null)
            return Refuse<Journal>(Refusal.Invalid("Dagboek (type)", "Journal (type)"));
        return journal.IsBlocked ? Refuse<Journal>(Refusal.NotAllowed("Dagboek", "Journal")) : journal;
    }

    public Account? Customer(Guid? id, Journal? journal)
    {
        if (id is null)
            return Refuse<Account>(Refusal.Mandatory("Relatie", "Account"));
        if (division.AccountRows.Find(id.Value) is not { } account)
            return Refuse<Account>(Refusal.UnknownReference("Relatie", "Account"));
        if (account.Status != "C")
            return Refuse<Account>(Refusal.Invalid("Klant (Type)", "Customer (Type)"));
        if (account.ReceivableAccount is { } own && journal?.GLAccount is { } theirs && own != theirs.Id)
            return Refuse<Account>(Refusal.OtherReceivableAccount);
        return account;
    }

    /// <summary>The period named, or the one of the entry date for what is not named.</summary>
    /// <param name="self">The entry that may stay in its period though that is closed, where the switches let it.</param>
    public (int Year, int Period) Period(int? year, int? period, DateOnly date, Journal? journal, Entry? self = null)
    {
        if ((year is null || period is null) && division.Switches.MissingReportingPeriod == MissingValue.Mandatory)
            reasons.Add(Refusal.Mandatory("Periode", "Period"));
        var ofDate = division.PeriodOf(date);
        var (inYear, inPeriod) = (year ?? ofDate?.Year ?? 0, period ?? ofDate?.Period ?? 0);
        if (division.FindPeriod(inYear, inPeriod) is null)
            reasons.Add(Refusal.UnknownYear);
        else if (
            journal is not null
            && division.IsClosed(journal.Code, inYear, inPeriod)
            && !(self is not null && (self.Journal, self.Year, self.Period) == (journal, inYear, inPeriod))
        )
            reasons.Add(Refusal.PeriodClosed(inYear, inPeriod));
        return (inYear, inPeriod);
    }

    public DateOnly Date(DateOnly? given)
    {
        if (given is null && division.Switches.MissingEntryDate == MissingValue.Mandatory)
            reasons.Add(Refusal.Mandatory("Boekingsdatum", "Entry date"));
        if (given is { Year: < EarliestYear or > LatestYear })
            reasons.Add(Refusal.Invalid("Boekingsdatum", "Entry date"));
        return given ?? division.Today;
    }

    /// <summary>The text as it is stored; how long it may be is unknown.</summary>
    public string? Text(string? given, int longest, string dutch, string english)
    {
        if (given is null || given.Length <= longest || division.Switches.LongText == LongText.Kept)
            return given;
        if (division.Switches.LongText == LongText.Refused)
            reasons.Add(Refusal.Invalid(dutch, english));
        return given[..longest];
    }

    public PaymentCondition? PaymentCondition(string? code, Account? customer)
    {
        if (string.IsNullOrEmpty(code) && division.Switches.PaymentConditionFromAccount)
            code = customer?.PaymentConditionSales;
        if (string.IsNullOrEmpty(code))
            return Refuse<PaymentCondition>(Refusal.Mandatory("Betalingsconditie", "Payment condition"));
        return division.FindPaymentCondition(code)
            ?? Refuse<PaymentCondition>(Refusal.UnknownReference("Betalingsconditie", "Payment condition"));
    }

    public Currency? Currency(string? code, Journal? journal)
    {
        code = string.IsNullOrEmpty(code) ? division.Currency : code.Trim();
        if (division.CurrencyRows.Find(code) is not { } currency)
            return Refuse<Currency>(Refusal.UnknownReference("Valuta", "Currency"));
        if (journal is { AllowVariableCurrency: false } && code != (journal.Currency ?? division.Currency))
            return Refuse<Currency>(Refusal.NotAllowed("Valuta", "Currency"));
        return currency;
    }

    public decimal Rate(decimal? given, Currency? currency, DateOnly date)
    {
        if (given is <= 0 or > LargestRate)
            reasons.Add(Refusal.Invalid("Koers", "Rate"));
        if (currency is null || currency.Code == division.Currency)
            return 1m;
        return given ?? division.RateOn(currency.Code, date) ?? 1m;
    }

    /// <param name="self">The entry that may keep its own number.</param>
    /// <param name="seenUpTo">The last entry that the look-up of a taken number sees; null sees all.</param>
    public int? Number(int? given, Journal? journal, int year, Entry? self = null, int? seenUpTo = null)
    {
        if (given is null || (self is null && division.Switches.EntryNumber == Supplied.Ignored))
            return null;
        var holder = journal is null ? null : division.Series.Holder(journal.Code, year, given.Value, seenUpTo);
        if (holder is not null && holder == self)
            return given;
        if (division.Switches.EntryNumber == Supplied.Refused)
            reasons.Add(Refusal.NotAllowed("Boekstuknummer", "Document number"));
        else if (given <= 0 || (journal is not null && !division.Series.IsInRange(journal.Code, year, given.Value)))
            reasons.Add(Refusal.Invalid("Boekstuknummer", "Document number"));
        else if (holder is not null)
            reasons.Add(Refusal.NumberTaken);
        return given;
    }

    public Guid? EntryId(Guid? given)
    {
        if (given is null || given == Guid.Empty || division.Switches.EntryId == Supplied.Ignored)
            return null;
        if (division.Switches.EntryId == Supplied.Refused)
            reasons.Add(Refusal.NotAllowed("EntryID", "EntryID"));
        else if (division.Ledger.Entries.Contains(given.Value))
            reasons.Add(Refusal.Exists);
        return given;
    }

    public void Document(Guid? id)
    {
        if (id is { } given && !division.DocumentRows.Contains(given))
            reasons.Add(Refusal.UnknownReference("Document", "Document"));
    }

    public void HasLines(int count)
    {
        if (count is 0)
            reasons.Add(Refusal.Mandatory("Boekingsregels", "SalesEntryLines"));
    }

    public GLAccount? LineAccount(Guid? id)
    {
        if (id is null)
            return Refuse<GLAccount>(Refusal.Mandatory("Grootboekrekening", "G/L Account"));
        if (division.GLAccountRows.Find(id.Value) is not { } account)
            return Refuse<GLAccount>(Refusal.UnknownReference("Grootboekrekening", "G/L Account"));
        return IsForSales(account.Type)
            ? account
            : Refuse<GLAccount>(Refusal.Invalid("Grootboekrekeningtype", "G/L account type"));
    }

    /// <summary>A cost centre or unit: known, and needed or forbidden as the ledger account says.</summary>
    public void CostObject(
        string? code,
        KeyedRows<Guid, CostObject> rows,
        GLAccount? account,
        string use,
        Refusal missing
    )
    {
        const long mandatory = 1;
        const long none = 2;
        var demand = account?.Kept(use) as long?;
        if (string.IsNullOrWhiteSpace(code))
        {
            if (demand == mandatory)
                reasons.Add(missing);
        }
        else if (demand == none || rows.Ordered.All(row => row.Code != code.Trim()))
        {
            reasons.Add(Refusal.Invalid("Kostenplaatskoppeling", "Cost center link"));
        }
    }

    public decimal Amount(decimal? amountFC)
    {
        if (amountFC is null)
            reasons.Add(Refusal.Mandatory("Bedrag", "Amount"));
        else if (Math.Abs(amountFC.Value) > LargestAmount)
            reasons.Add(Refusal.Invalid("Bedrag", "Amount"));
        return amountFC ?? 0m;
    }

    public VatCode? VatCode(string? code, decimal? fraction, GLAccount? account, Account? customer, DateOnly date)
    {
        var named = string.IsNullOrWhiteSpace(code) ? null : code;
        if (named is null && fraction is > 0)
        {
            return division.VatCodeRows.Ordered.FirstOrDefault(row =>
                    row.OnSales && row.AddsVat && row.FractionOn(date) == fraction
                ) ?? Refuse<VatCode>(Refusal.Invalid("Btw-percentage", "VAT percentage"));
        }
        named ??= account?.VatCode ?? customer?.SalesVatCode;
        if (named is null)
            return Refuse<VatCode>(Refusal.VatCodeMissing);
        var isTooShort = code == named && named.Length < VatCodeWidth && !division.Switches.UnpaddedVatCodeMatches;
        if (isTooShort || division.FindVatCode(named) is not { } vatCode)
            return Refuse<VatCode>(Refusal.UnknownReference("Btw-code", "VAT code"));
        if (!vatCode.OnSales || vatCode.Type == VatCodeType.Including)
            return Refuse<VatCode>(Refusal.NotAllowed("Btw-code", "VAT code"));
        return fraction is > 0 && fraction != vatCode.FractionOn(date)
            ? Refuse<VatCode>(Refusal.Invalid("Btw-percentage", "VAT percentage"))
            : vatCode;
    }

    /// <summary>VAT can only be given where there is an account to book it on.</summary>
    public void GivenVat(decimal? amountFC, VatCode? vatCode)
    {
        if (amountFC is null or 0m || vatCode is null)
            return;
        if (!vatCode.AddsVat || vatCode.GLToPay is null || Math.Abs(amountFC.Value) > LargestAmount)
            reasons.Add(Refusal.Invalid("Btw-bedrag", "VAT amount"));
    }

    private static bool IsForSales(GLAccountType type) =>
        type
            is not (
                GLAccountType.Cash
                or GLAccountType.Bank
                or GLAccountType.Receivable
                or GLAccountType.Payable
                or GLAccountType.Vat
            );

    private T? Refuse<T>(Refusal reason)
        where T : class
    {
        reasons.Add(reason);
        return null;
    }
}
