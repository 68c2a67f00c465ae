using Bookonce.Domain.Duplicates;
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

    /// <summary>Whether an entry is what the step makes; unknown where somebody may have changed it since.</summary>
    public static Known Is(SavedEntry found, RepairStep.ReverseEntry step) =>
        found.Description != TakingBack.Words(step.Entry.Series, step.Entry.Number) ? Known.No
        : (found.Amount, found.Date) == (-step.Entry.Amount, step.On) ? Known.Yes
        : Known.Unknown;
}
