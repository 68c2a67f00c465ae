using System.Globalization;
using Bookonce.Output;

namespace Bookonce.Commands;

/// <summary>Dates as they are typed in a command.</summary>
static class Dates
{
    /// <summary>Neither service is older.</summary>
    const int EarliestYear = 1990;

    public static DateOnly Read(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && date.Year >= EarliestYear
            ? date
            : throw new CommandException(
                ExitCode.UsedWrongly,
                "usage",
                $"'{text}' is no date since {EarliestYear}.",
                "Write it like 2026-01-31."
            );

    public static DateOnly? ReadIfAny(string? text) => text is null ? null : Read(text);
}
