using Bookonce.Sandbox.ExactOnline;
using Bookonce.Simulation.Worlds;
using Tl = Bookonce.Sandbox.Teamleader.Model;

namespace Bookonce.Simulation.People;

/// <summary>How a document looks that was typed by hand: mostly right, often with a slip, always recognisable for somebody who looks.</summary>
static class Typing
{
    public static SalesEntryDraft DraftOf(Tl.Document document, bool isCreditNote, Chance chance, Guid ledger)
    {
        var number = document.Number!;
        var slip = chance.About("slip").Below(10);
        var off = slip == 8 ? 1m : 0m;
        var sign = isCreditNote ? -1 : 1;
        var date = slip == 7 ? document.Date!.Value.AddDays(-3) : document.Date!.Value;
        return new SalesEntryDraft
        {
            EntryDate = date,
            Year = date.Year,
            Period = date.Month,
            PaymentCondition = "30",
            YourRef = slip switch
            {
                4 or 5 => null,
                6 => number[(number.LastIndexOf('/') + 1)..].Trim(),
                3 => number.Replace(" ", ""),
                _ => number,
            },
            Description = slip == 4 ? $"Factuur {number}" : "Getypt",
            Lines =
            [
                .. document.Totals.Taxes.Select(
                    (tax, i) =>
                        new SalesLineDraft(
                            ledger,
                            sign * (tax.Taxable + (i == 0 ? off : 0)),
                            CodeOf(tax.Rate),
                            "Getypt",
                            tax.Rate == 0 ? null : sign * tax.Tax
                        )
                ),
            ],
        };
    }

    /// <summary>The screens pad a code to its three characters.</summary>
    public static string CodeOf(decimal rate) => $"{rate * 100:0}".PadRight(3);
}
