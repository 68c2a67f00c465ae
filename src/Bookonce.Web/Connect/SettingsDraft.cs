using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Bookonce.Engine.Connect;

namespace Bookonce.Web.Connect;

/// <summary>Settings while a person changes them. What Teamleader has and the settings do not know yet is added, unmapped.</summary>
public sealed class SettingsDraft
{
    readonly ConnectionSettings settings;
    readonly Offer offer;

    /// <summary>Starts from settings, on what both sides offer now.</summary>
    /// <param name="settings">The proposal, or the settings of a connection.</param>
    /// <param name="offer">What can be chosen.</param>
    /// <param name="today">The last day that matters for the financial years.</param>
    public SettingsDraft(ConnectionSettings settings, Offer offer, DateOnly today)
    {
        (this.settings, this.offer) = (settings, offer);
        InvoiceJournal = settings.InvoiceJournal;
        CreditNoteJournal = settings.CreditNoteJournal;
        DefaultPaymentCondition = settings.DefaultPaymentCondition;
        DiscountAccount = settings.DiscountAccount;
        RoundingAccount = settings.RoundingAccount;
        ClosedPeriods = settings.ClosedPeriods;
        StrictOrder = settings.StrictOrder;
        TaxRates =
        [
            .. offer.EntityMasters.TaxRates.Select(rate =>
                settings.TaxRates.FirstOrDefault(known => known.TaxRateId == rate.Id)
                ?? new TaxRateMapping(rate.Id, rate.Description, rate.Rate, null, null)
            ),
        ];
        Categories =
        [
            .. offer.EntityMasters.Categories.Select(category =>
                settings.Categories.FirstOrDefault(known => known.CategoryId == category.Id)
                ?? new CategoryMapping(category.Id, category.Name, null)
            ),
        ];
        foreach (var term in offer.EntityMasters.Terms.Distinct())
            PaymentTerms[term] = settings.PaymentTerms.FirstOrDefault(known => known.Term == term)?.Condition;
        Years =
        [
            .. offer
                .Masters.Periods.Where(period => period.To >= settings.StartDate && period.From <= today)
                .Select(period => period.Year)
                .Distinct()
                .Order(),
        ];
        foreach (var start in settings.SeriesStarts)
            SeriesStarts[start.Series] = start.Next;
    }

    /// <summary>Code of the journal for invoices.</summary>
    public string InvoiceJournal { get; set; }

    /// <summary>Code of the journal for credit notes.</summary>
    public string CreditNoteJournal { get; set; }

    /// <summary>Of every tax rate.</summary>
    public List<TaxRateMapping> TaxRates { get; }

    /// <summary>Of every product category.</summary>
    public List<CategoryMapping> Categories { get; }

    /// <summary>The condition of every payment term; null where the default applies.</summary>
    public Dictionary<PaymentTerm, string?> PaymentTerms { get; } = [];

    /// <summary>Where no term fits.</summary>
    public string? DefaultPaymentCondition { get; set; }

    /// <summary>Where a discount on a whole document goes.</summary>
    public Guid? DiscountAccount { get; set; }

    /// <summary>Where cents go.</summary>
    public Guid? RoundingAccount { get; set; }

    /// <summary>What to do when a period is closed.</summary>
    public ClosedPeriodRule ClosedPeriods { get; set; }

    /// <summary>Whether a document that cannot be booked holds up those after it.</summary>
    public bool StrictOrder { get; set; }

    /// <summary>Next booking numbers as a person read them in Exact.</summary>
    public Dictionary<SeriesKey, int?> SeriesStarts { get; } = [];

    /// <summary>Financial years from the start date to today.</summary>
    public IReadOnlyList<int> Years { get; }

    /// <summary>The series that documents will be booked in.</summary>
    public IEnumerable<SeriesKey> Series =>
        new[] { InvoiceJournal, CreditNoteJournal }
            .Where(journal => journal.Length > 0)
            .Distinct()
            .SelectMany(journal => Years.Select(year => new SeriesKey(journal, year)));

    /// <summary>What documents will stumble over, in sentences; empty when all is mapped.</summary>
    public IEnumerable<string> Gaps
    {
        get
        {
            if (TaxRates.Count(rate => rate.VatCode is null) is > 0 and var rates)
                yield return $"{Shell.Show.Count(rates, "tax rate has", "tax rates have")} no VAT code.";
            if (
                TaxRates.Any(rate => rate.LedgerAccount is null)
                && Categories.Any(category => category.LedgerAccount is null)
            )
                yield return "Some lines will find no ledger account.";
            if (DefaultPaymentCondition is null)
                yield return "There is no payment condition for documents whose term is not mapped.";
            if (RoundingAccount is null)
                yield return "There is no account for rounding differences.";
        }
    }

    /// <summary>Why it cannot be saved, in one sentence; null when it can.</summary>
    public string? Mistake =>
        InvoiceJournal.Length == 0 || CreditNoteJournal.Length == 0
            ? "Choose a journal for invoices and one for credit notes."
        : SeriesStarts.Values.Any(next => next is <= 0) ? "A booking number is at least 1."
        : null;

    /// <summary>The settings as they are now. Mappings of what this company entity does not have any more are kept.</summary>
    public ConnectionSettings ToSettings() =>
        settings with
        {
            InvoiceJournal = InvoiceJournal,
            CreditNoteJournal = CreditNoteJournal,
            TaxRates =
            [
                .. TaxRates,
                .. settings.TaxRates.ExceptBy(TaxRates.Select(rate => rate.TaxRateId), rate => rate.TaxRateId),
            ],
            Categories =
            [
                .. Categories,
                .. settings.Categories.ExceptBy(
                    Categories.Select(category => category.CategoryId),
                    category => category.CategoryId
                ),
            ],
            PaymentTerms =
            [
                .. PaymentTerms
                    .Where(pair => pair.Value is not null)
                    .Select(pair => new PaymentTermMapping(pair.Key, pair.Value!)),
            ],
            DefaultPaymentCondition = DefaultPaymentCondition,
            DiscountAccount = DiscountAccount,
            RoundingAccount = RoundingAccount,
            ClosedPeriods = ClosedPeriods,
            StrictOrder = StrictOrder,
            SeriesStarts =
            [
                .. SeriesStarts
                    .Where(pair => pair.Value is not null)
                    .Select(pair => new SeriesStart(pair.Key, pair.Value!.Value)),
            ],
        };

    /// <summary>What can be chosen.</summary>
    public Masters Masters => offer.Masters;
}
