using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Problems;

namespace Bookonce.Domain.Booking;

/// <summary>
/// Turns a document into an entry whose net, VAT per rate and total are Teamleader's to the cent. What does not add up
/// is a Problem, never a guess.
/// </summary>
public static class Translator
{
    /// <summary>Translates one document.</summary>
    public static Translation Translate(SalesDocument document, ConnectionSettings settings, Masters masters)
    {
        if (IsEmpty(document))
            return new Translation.NothingToBook();
        if (!JournalRule.TryFind(document, settings, masters, out var journal, out var problem))
            return new Translation.Stuck(problem);
        if (!PeriodRule.TryFind(document.Date, journal, settings, masters, out var period, out problem))
            return new Translation.Stuck(problem);
        if (!RateRule.TryFind(document, masters, out var rate, out problem))
            return new Translation.Stuck(problem);
        if (!LineRule.TryTranslate(document, settings, masters, out var lines, out problem))
            return new Translation.Stuck(problem);
        if (PaymentConditionOf(document, settings) is not { } condition)
            return new Translation.Stuck(NoPaymentCondition);

        return new Translation.Ready(
            new EntryDraft
            {
                Series = new SeriesKey(journal.Code, period.Year),
                Period = period.Number,
                Date = document.Date,
                DueDate = document.DueDate,
                Currency = document.Currency,
                Rate = rate,
                PaymentCondition = condition,
                PaymentReference = document.PaymentReference,
                YourRef = document.Number,
                Description = $"{document.Number} {document.Customer.Name}",
                Mark = document.Mark,
                Lines = lines,
            }
        );
    }

    static readonly Problem NoPaymentCondition = new(
        "paymentConditionMissing",
        "The settings name no payment condition for this document.",
        "Choose a default payment condition in the settings."
    );

    static bool IsEmpty(SalesDocument document) =>
        document is { Gross: 0, Net: 0 } && document.Lines.All(line => line.Net == 0);

    static string? PaymentConditionOf(SalesDocument document, ConnectionSettings settings) =>
        settings.PaymentTerms.FirstOrDefault(mapping => mapping.Term == document.Term)?.Condition
        ?? settings.DefaultPaymentCondition;
}
