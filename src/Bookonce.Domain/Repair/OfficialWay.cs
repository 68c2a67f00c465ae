using Bookonce.Domain.Connections;

namespace Bookonce.Domain.Repair;

/// <summary>
/// A rebuild where another integration books: a person does by hand what Bookonce must not do, and Bookonce verifies each step.
/// Source: Teamleader Focus support, "What if my invoice/credit note is shown twice in Exact Online?".
/// </summary>
static class OfficialWay
{
    public static Remedy ByHand(
        ConnectionSettings settings,
        DateOnly from,
        IReadOnlyList<RepairStep> automatic,
        IReadOnlyList<Obstacle> obstacles
    )
    {
        var removed = automatic
            .SelectMany(Costing.Removed)
            .OrderBy(entry => entry.Series.Journal, StringComparer.Ordinal)
            .ThenByDescending(entry => entry.Number)
            .ToArray();
        var booked = automatic.OfType<RepairStep.BookAgain>().ToArray();
        RepairStep[] reconnecting =
        [
            Person(
                Phase.Numbers,
                $"In Teamleader, open Integrations > Manage > Exact Online > Settings and deactivate with disconnect date {from:yyyy-MM-dd}; do not disconnect customers."
            ),
            Person(
                Phase.Numbers,
                $"Connect again with the same division, start date {settings.StartDate:yyyy-MM-dd}, journal {settings.InvoiceJournal} for invoices and {settings.CreditNoteJournal} for credit notes; do not import contacts and companies."
            ),
        ];
        return new Remedy(
            RepairKind.RebuildFromDate,
            [
                .. automatic.Where(step => step is not (RepairStep.RemoveEntry or RepairStep.BookAgain)),
                .. removed is []
                    ? []
                    : new RepairStep[]
                    {
                        new RepairStep.Person(
                            Phase.Remove,
                            $"Delete these entries in Exact, from the highest number down: {string.Join(", ", removed.Select(Removing.Name))}.",
                            new PersonCheck.EntriesGone(removed)
                        ),
                    },
                .. reconnecting,
                .. booked is []
                    ? []
                    : new RepairStep[]
                    {
                        new RepairStep.Person(
                            Phase.After,
                            "In Teamleader, click the sync button under Revenue > Invoices.",
                            new PersonCheck.ShownNumber(booked[0].Document, booked[0].Number)
                        ),
                    },
            ],
            obstacles
        )
        {
            CostedAs = automatic,
        };
    }

    static RepairStep Person(Phase when, string what) => new RepairStep.Person(when, what, new PersonCheck.Said());
}
