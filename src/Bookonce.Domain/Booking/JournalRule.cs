using System.Diagnostics.CodeAnalysis;
using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Problems;

namespace Bookonce.Domain.Booking;

/// <summary>The journal must exist, be a sales journal, be open for use and allow the currency.</summary>
static class JournalRule
{
    public static bool TryFind(
        SalesDocument document,
        ConnectionSettings settings,
        Masters masters,
        [NotNullWhen(true)] out Journal? journal,
        [NotNullWhen(false)] out Problem? problem
    )
    {
        var code = settings.JournalOf(document.Kind);
        journal = masters.Journals.FirstOrDefault(candidate => candidate.Code == code);
        problem = journal switch
        {
            null => new("journalMissing", $"Journal {code} does not exist in Exact.", ChooseAnother),
            { Kind: not JournalKind.Sales } => new(
                "journalNotSales",
                $"Journal {code} is not a sales journal.",
                ChooseAnother
            ),
            { IsBlocked: true } => new(
                "journalBlocked",
                $"Journal {code} is blocked in Exact.",
                "Unblock it in Exact, or choose another journal in the settings."
            ),
            _ when !Allows(journal, document.Currency, masters) => new(
                "currencyNotAllowed",
                $"Journal {code} does not allow {document.Currency}.",
                "Allow other currencies in the journal in Exact, or choose another journal in the settings."
            ),
            _ => null,
        };
        return problem is null;
    }

    const string ChooseAnother = "Choose a sales journal in the settings.";

    static bool Allows(Journal journal, Currency currency, Masters masters) =>
        journal.AllowsOtherCurrencies || (journal.Currency ?? masters.Currency) == currency.Code;
}
