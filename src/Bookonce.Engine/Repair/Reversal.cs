using Bookonce.Domain.Entries;
using Bookonce.Domain.Repair;

namespace Bookonce.Engine.Repair;

/// <summary>
/// An entry that takes another back: the opposite of every line under the same reference, which is how both are known to
/// belong together.
/// </summary>
static class Reversal
{
    public static SavedEntry Of(SavedEntry entry, RepairStep.ReverseEntry step, int period) =>
        entry with
        {
            Series = step.Series,
            Period = period,
            Date = step.On,
            DueDate = step.On,
            Amount = -entry.Amount,
            Lines = [.. entry.Lines.Select(line => line with { Net = -line.Net, Vat = -line.Vat })],
            Description = TakingBack.Words(entry.Series, entry.Number),
            Mark = null,
            Attachments = [],
        };

    /// <summary>Whether an entry is what the step makes.</summary>
    public static bool Is(SavedEntry found, RepairStep.ReverseEntry step) =>
        (found.Amount, found.Date, found.Description)
        == (-step.Entry.Amount, step.On, TakingBack.Words(step.Entry.Series, step.Entry.Number));
}
