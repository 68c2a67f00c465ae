using Bookonce.Domain.Booking;

namespace Bookonce.Domain.Repair;

/// <summary>What an entry that keeps its number must still get, and lose, to say what it should.</summary>
/// <param name="Wanted">What it should say.</param>
/// <param name="ChangesHeader">Whether anything beside its lines differs.</param>
/// <param name="Add">Lines that it lacks.</param>
/// <param name="Remove">Places of lines that are too many, from 0.</param>
public sealed record Rewrite(
    SavedEntry Wanted,
    bool ChangesHeader,
    IReadOnlyList<SavedLine> Add,
    IReadOnlyList<int> Remove
)
{
    /// <summary>Whether it says everything already.</summary>
    public bool IsDone => !ChangesHeader && Add is [] && Remove is [];

    /// <summary>Towards what it said when it was saved.</summary>
    public static Rewrite Towards(SavedEntry saved, SavedEntry now)
    {
        ArgumentNullException.ThrowIfNull(saved);
        ArgumentNullException.ThrowIfNull(now);
        return Of(saved with { Attachments = now.Attachments }, now, line => line.Content);
    }

    /// <summary>
    /// Towards what a document says: date, reference, relation and lines. The text of the entry is left alone, and so is a line
    /// that says the right amounts, whatever else somebody noted on it.
    /// </summary>
    /// <param name="draft">The document as an entry.</param>
    /// <param name="account">The relation that it is for.</param>
    /// <param name="now">The entry.</param>
    public static Rewrite Towards(EntryDraft draft, Guid account, SavedEntry now)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(now);
        var wanted = now with
        {
            Date = draft.Date,
            Period = draft.Period,
            DueDate = draft.DueDate,
            Account = account,
            YourRef = draft.YourRef,
            PaymentReference = draft.PaymentReference,
            Amount = draft.Gross,
            Lines =
            [
                .. draft.Lines.Select(line => new SavedLine(
                    line.LedgerAccount,
                    line.VatCode,
                    line.Net,
                    line.Vat,
                    line.Description
                )),
            ],
        };
        return Of(
            wanted,
            now,
            line => $"{line.LedgerAccount} {line.VatCode} {Plain.Of(line.Net)} {Plain.Of(line.Vat)}"
        );
    }

    static Rewrite Of(SavedEntry wanted, SavedEntry now, Func<SavedLine, string> content)
    {
        var (add, surplus) = (new List<SavedLine>(), now.Lines.Index().ToList());
        foreach (var line in wanted.Lines)
        {
            var at = surplus.FindIndex(known => content(known.Item) == content(line));
            if (at < 0)
                add.Add(line);
            else
                surplus.RemoveAt(at);
        }
        // The total follows from the lines, and a currency cannot be changed.
        var asWanted = now with
        {
            Lines = wanted.Lines,
            Amount = wanted.Amount,
        };
        return new Rewrite(wanted, wanted.ChangesTo(asWanted) is not [], add, [.. surplus.Select(line => line.Index)]);
    }
}
