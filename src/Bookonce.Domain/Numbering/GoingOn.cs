using Bookonce.Domain.Booking;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Problems;

namespace Bookonce.Domain.Numbering;

/// <summary>
/// Whether a series may go on at a number that was given before. Numbers are not given again by themselves; after somebody
/// deleted everything from there on by hand, a person may say so.
/// </summary>
public static class GoingOn
{
    /// <summary>What stands against it; null when nothing does.</summary>
    /// <param name="series">The series.</param>
    /// <param name="next">The number to be given next, as Exact shows it.</param>
    /// <param name="standing">Numbers that entries have, or were just given.</param>
    /// <param name="intents">Intents that are unknown, and those with a try that was never answered.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="lateness">How late an unanswered try may still take effect.</param>
    public static Problem? Against(
        SeriesKey series,
        int next,
        IEnumerable<int> standing,
        IEnumerable<Intent> intents,
        DateTimeOffset now,
        TimeSpan lateness
    )
    {
        ArgumentNullException.ThrowIfNull(standing);
        ArgumentNullException.ThrowIfNull(intents);
        int? highest = standing.Where(number => number >= next).Select(number => (int?)number).Max();
        if (next < 1)
            return new Problem("numberWrong", "A booking number is above zero.", "Type what Exact shows.");
        if (highest is { } taken)
            return new Problem(
                "numberStands",
                $"{series} cannot go on at {next}: entry {taken} stands there.",
                "Synchronise if it was deleted a moment ago."
            );
        return intents.Any(intent =>
            intent.Series == series
            && (intent.Number is null || intent.Number >= next)
            && (intent.State == IntentState.Unknown || now < intent.LastTry + lateness)
        )
            ? new Problem(
                "tryMayCome",
                $"A try to book in {series} was never answered, and may still take a number from {next} on.",
                "Synchronise, and say so again in half an hour."
            )
            : null;
    }
}
