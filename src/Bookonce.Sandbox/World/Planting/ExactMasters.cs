using Bookonce.Sandbox.ExactOnline;

namespace Bookonce.Sandbox.World.Planting;

/// <summary>The master data of a Belgian administration, with a VAT code for every rate that the story knows.</summary>
internal sealed class ExactMasters
{
    public const string BankJournal = "55";
    const string VatPayable = "451000";
    const string Waiting = "499000";

    readonly Division _division;
    readonly Dictionary<string, GLAccount> _accounts = [];
    readonly Dictionary<(VatTreatment, decimal), string> _vatCodes = [];

    /// <summary>Adds everything; years before and after the story's are there when documents need them.</summary>
    public ExactMasters(Division division, Story story, bool withHistory)
    {
        _division = division;
        AddAccounts(story);
        AddJournals(withHistory);
        AddVatCodes(story);
        AddPaymentConditions();
        AddYears(story);
        AddCurrencies(story);
    }

    public Guid Account(string code) => _accounts[code].Id;

    public Guid Receivables => Account("400000");

    public Guid CounterAccount => Account(Waiting);

    public string VatCode(TaxRate rate) => _vatCodes[(rate.Treatment, rate.Rate)];

    void AddAccounts(Story story)
    {
        Add("100000", "Kapitaal", GLAccountType.CapitalStock);
        Add("400000", "Handelsdebiteuren", GLAccountType.Receivable);
        Add("411000", "Terug te vorderen btw", GLAccountType.Vat);
        Add("440000", "Leveranciers", GLAccountType.Payable);
        Add(VatPayable, "Te betalen btw", GLAccountType.Vat);
        Add(Waiting, "Wachtrekening", GLAccountType.General);
        Add("550000", "Bank zichtrekening", GLAccountType.Bank);
        Add("570000", "Kas", GLAccountType.Cash);
        Add("604000", "Aankoop handelsgoederen", GLAccountType.CostOfGoods);
        Add("612000", "Kantoorkosten", GLAccountType.OtherCosts);
        foreach (var category in story.Categories.OrderBy(category => category.LedgerAccount, StringComparer.Ordinal))
            Add(category.LedgerAccount, $"Verkopen {category.Name.ToLowerInvariant()}", GLAccountType.Revenue);
        Add("700900", "Overige verkopen", GLAccountType.Revenue);
        Add("708000", "Toegekende kortingen", GLAccountType.Revenue);
        Add("743000", "Afrondingsverschillen", GLAccountType.Revenue);
        Add("751000", "Renteopbrengsten", GLAccountType.InterestIncome);

        void Add(string code, string description, GLAccountType type) =>
            _accounts.Add(code, _division.AddGLAccount(code, description, type));
    }

    void AddJournals(bool withHistory)
    {
        var receivable = _accounts["400000"];
        if (withHistory)
            _division.AddJournal(Bookkeeper.OldJournal, "Verkopen (oud)", JournalType.Sales, receivable);
        _division.AddJournal(Bookkeeper.SalesJournal, "Verkoopfacturen", JournalType.Sales, receivable);
        _division.AddJournal(Bookkeeper.CreditJournal, "Creditnota's verkoop", JournalType.Sales, receivable);
        if (withHistory)
            _division.AddJournal(Webshop.Journal, "Verkopen webshop", JournalType.Sales, receivable);
        _division.AddJournal("20", "Aankoopfacturen", JournalType.Purchase, _accounts["440000"]);
        _division.AddJournal(BankJournal, "Bank", JournalType.Bank, _accounts["550000"]);
        _division.AddJournal(Bookkeeper.GeneralJournal, "Diverse verrichtingen", JournalType.General);
        _division.AddJournal(Bookkeeper.OpeningJournal, "Beginbalans", JournalType.General);
    }

    void AddVatCodes(Story story)
    {
        var payable = _accounts[VatPayable];
        Add("21", VatTreatment.Standard, 0.21m);
        Add("12", VatTreatment.Standard, 0.12m);
        Add("6", VatTreatment.Standard, 0.06m);
        Add("0", VatTreatment.Zero, 0m);
        Add("MC", VatTreatment.ReverseCharge, 0m);
        Add("ICD", VatTreatment.IntraEuServices, 0m);
        Add("ICL", VatTreatment.IntraEuGoods, 0m);
        Add("EX", VatTreatment.Export, 0m);
        Add("N", VatTreatment.NotSubject, 0m);
        _division.AddVatCode(
            "21I",
            "Verkopen 21% inclusief",
            0.21m,
            VatCodeType.Including,
            payable,
            transactionType: "S"
        );
        foreach (var (code, rate) in new[] { ("A21", 0.21m), ("A12", 0.12m), ("A6", 0.06m), ("A0", 0m) })
            _division.AddVatCode(code, $"Aankopen {rate * 100:0}%", rate, glToPay: payable, transactionType: "P");
        _division.AddVatCode(
            "AIC",
            "Aankopen 21% intracommunautair",
            0.21m,
            glToPay: payable,
            charged: true,
            transactionType: "P"
        );
        foreach (var rate in story.TaxRates)
            if (!_vatCodes.ContainsKey((rate.Treatment, rate.Rate)))
                Add(CodeFor(rate), rate.Treatment, rate.Rate);

        void Add(string code, VatTreatment treatment, decimal rate)
        {
            _vatCodes.Add((treatment, rate), code);
            _division.AddVatCode(
                code,
                $"Verkopen {VatWords.Describe(treatment, rate)}",
                rate,
                treatment switch
                {
                    VatTreatment.NotSubject => VatCodeType.None,
                    VatTreatment.Exempt => VatCodeType.BaseOnly,
                    _ => VatCodeType.Excluding,
                },
                payable,
                charged: treatment == VatTreatment.ReverseCharge,
                euSalesListing: treatment switch
                {
                    VatTreatment.IntraEuServices => "S",
                    VatTreatment.IntraEuGoods or VatTreatment.IntraEu => "L",
                    _ => "N",
                },
                transactionType: "S"
            );
        }
    }

    /// <summary>A code has three characters at most: the percentage where it fits, else the next of a series.</summary>
    string CodeFor(TaxRate rate)
    {
        var percent = $"{rate.Rate * 100:0.####}";
        var wanted = rate.Treatment switch
        {
            VatTreatment.Standard when percent.Length <= 3 => percent,
            VatTreatment.Exempt => "VRY",
            VatTreatment.IntraEu => "ICV",
            _ => "V1",
        };
        return _vatCodes.ContainsValue(wanted)
            ? Enumerable.Range(1, 99).Select(number => $"V{number}").First(code => !_vatCodes.ContainsValue(code))
            : wanted;
    }

    void AddPaymentConditions()
    {
        _division.AddPaymentCondition("00", "Contant", 0);
        _division.AddPaymentCondition("14", "14 dagen", 14);
        _division.AddPaymentCondition("30", "30 dagen", 30);
        _division.AddPaymentCondition("30E", "30 dagen einde maand", 0, endOfMonths: 1);
        _division.AddPaymentCondition("60", "60 dagen", 60);
    }

    void AddYears(Story story)
    {
        foreach (
            var year in Enumerable.Range(2024, 4).Union(story.Documents.Select(document => document.Date.Year)).Order()
        )
            _division.AddFinancialYear(year);
    }

    void AddCurrencies(Story story)
    {
        foreach (var currency in story.CurrencyRates.Select(rate => rate.Currency).Distinct())
            _division.AddCurrency(currency, currency, Ubl.UblCurrencies.Decimals(currency));
        foreach (var rate in story.CurrencyRates)
            _division.AddExchangeRate(rate.Currency, rate.From, rate.EuroRate);
    }
}
