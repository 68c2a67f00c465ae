using Bookonce.Domain.Documents;

namespace Bookonce.Domain.Connections;

/// <summary>What a proposal is made from, on Teamleader's side.</summary>
/// <param name="TaxRates">Of the company entity.</param>
/// <param name="Categories">With the ledger numbers of the company entity.</param>
/// <param name="Terms">The payment terms in use.</param>
/// <param name="DefaultTerm">The one that new documents get.</param>
public sealed record CompanyEntityMasters(
    IReadOnlyList<TaxRate> TaxRates,
    IReadOnlyList<ProductCategory> Categories,
    IReadOnlyList<PaymentTerm> Terms,
    PaymentTerm? DefaultTerm
);

/// <summary>Proposes settings from what both sides already have. A person accepts or changes them; what is unclear stays empty.</summary>
public static class Proposer
{
    static readonly string[] Credit = ["credit", "crédit", "kredit"];
    static readonly string[] Invoice = ["factu", "invoice"];
    static readonly string[] Old = ["oud", "old", "ancien", "archi"];
    static readonly string[] Discount = ["korting", "discount", "remise", "ristourne"];
    static readonly string[] Rounding = ["afrond", "rounding", "arrondi", "betalingsversch", "payment differ"];

    /// <summary>Settings as far as they can be told.</summary>
    public static ConnectionSettings Propose(CompanyEntityMasters entity, Masters masters, DateOnly startDate)
    {
        var journals = masters
            .Journals.Where(journal => journal is { Kind: JournalKind.Sales, IsBlocked: false })
            .ToArray();
        var revenue = masters
            .LedgerAccounts.Where(account => account is { Kind: LedgerKind.Revenue, IsBlocked: false })
            .Where(account => !Says(account.Description, Discount) && !Says(account.Description, Rounding))
            .OrderBy(account => account.Code, StringComparer.Ordinal)
            .FirstOrDefault();
        var forInvoices = Best(journals, journal => !Says(journal.Description, Credit), Invoice);
        var forCredits = Best(journals, journal => Says(journal.Description, Credit), Credit) ?? forInvoices;

        return new ConnectionSettings
        {
            StartDate = startDate,
            InvoiceJournal = forInvoices?.Code ?? "",
            CreditNoteJournal = forCredits?.Code ?? "",
            TaxRates = [.. entity.TaxRates.Select(rate => Map(rate, masters.VatCodes, revenue))],
            Categories = [.. entity.Categories.Select(category => Map(category, masters.LedgerAccounts))],
            PaymentTerms =
            [
                .. entity
                    .Terms.Distinct()
                    .Select(term => (term, condition: ConditionOf(term, masters)))
                    .Where(pair => pair.condition is not null)
                    .Select(pair => new PaymentTermMapping(pair.term, pair.condition!)),
            ],
            DefaultPaymentCondition =
                (entity.DefaultTerm is { } usual ? ConditionOf(usual, masters) : null)
                ?? masters.PaymentConditions.OrderBy(condition => Math.Abs(condition.Days - 30)).FirstOrDefault()?.Code,
            DiscountAccount = AccountSaying(Discount, masters),
            RoundingAccount = AccountSaying(Rounding, masters),
        };
    }

    /// <summary>The journal that is called what it is for, and not called old; the lowest code among equals.</summary>
    static Journal? Best(IEnumerable<Journal> journals, Func<Journal, bool> fits, string[] words) =>
        journals
            .Where(fits)
            .OrderByDescending(journal => Says(journal.Description, words))
            .ThenBy(journal => Says(journal.Description, Old))
            .ThenBy(journal => journal.Code, StringComparer.Ordinal)
            .FirstOrDefault();

    static TaxRateMapping Map(TaxRate rate, IReadOnlyList<VatCode> codes, LedgerAccount? revenue)
    {
        var nature = VatNatures.Of(rate.Description);
        var code = codes
            .Where(code => code.IsUsable && VatNatures.Of(code) == nature)
            .Where(code => code.Rate == rate.Rate || (nature == VatNature.ReverseCharge && rate.Rate == 0))
            .OrderByDescending(code => code.Description.Contains(rate.Description, StringComparison.OrdinalIgnoreCase))
            .ThenBy(code => code.Code, StringComparer.Ordinal)
            .FirstOrDefault();
        return new TaxRateMapping(rate.Id, rate.Description, rate.Rate, code?.Code, revenue?.Id);
    }

    static CategoryMapping Map(ProductCategory category, IReadOnlyList<LedgerAccount> accounts) =>
        new(category.Id, category.Name, accounts.FirstOrDefault(account => account.Code == category.LedgerNumber)?.Id);

    static string? ConditionOf(PaymentTerm term, Masters masters) =>
        masters
            .PaymentConditions.FirstOrDefault(condition =>
                condition.MonthEnds == (term.Kind == PaymentTermKind.EndOfMonth ? 1 : 0)
                && condition.Days == (term.Kind == PaymentTermKind.Cash ? 0 : term.Days)
            )
            ?.Code;

    static Guid? AccountSaying(string[] words, Masters masters) =>
        masters.LedgerAccounts.FirstOrDefault(account => !account.IsBlocked && Says(account.Description, words))?.Id;

    static bool Says(string description, string[] words) =>
        words.Any(word => description.Contains(word, StringComparison.OrdinalIgnoreCase));
}
