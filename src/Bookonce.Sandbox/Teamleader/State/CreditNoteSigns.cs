using Bookonce.Sandbox.Teamleader.Model;

namespace Bookonce.Sandbox.Teamleader.State;

/// <summary>The sign in which credit notes are shown; they are kept positive.</summary>
internal static class CreditNoteSigns
{
    public static CreditNote Shown(this CreditNote note, TeamleaderSwitches switches) =>
        switches.CreditNoteSign == CreditNoteSign.Positive
            ? note
            : note with
            {
                Groups = [.. note.Groups.Select(group => group with { Lines = [.. group.Lines.Select(Negative)] })],
                Totals = Negative(note.Totals),
            };

    static Line Negative(Line line) =>
        line with
        {
            Quantity = -line.Quantity,
            Totals = new LineTotals(
                -line.Totals.TaxExclusive,
                -line.Totals.TaxExclusiveBeforeDiscount,
                -line.Totals.TaxInclusive,
                -line.Totals.TaxInclusiveBeforeDiscount
            ),
        };

    static DocumentTotals Negative(DocumentTotals totals) =>
        totals with
        {
            TaxExclusive = -totals.TaxExclusive,
            TaxInclusive = -totals.TaxInclusive,
            Payable = -totals.Payable,
            Taxes = [.. totals.Taxes.Select(tax => tax with { Taxable = -tax.Taxable, Tax = -tax.Tax })],
        };
}
