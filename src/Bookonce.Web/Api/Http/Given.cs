using System.Globalization;
using Bookonce.Domain.Numbering;
using Microsoft.AspNetCore.Http;

namespace Bookonce.Web.Api.Http;

/// <summary>Reads what stands in an address. What cannot be read is named with its place.</summary>
static class Given
{
    /// <summary>Neither service is older.</summary>
    const int EarliestYear = 1990;

    public static DateOnly? Day(string name, string? text) =>
        text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? Day(name, day)
        : throw NoDay(name, text);

    public static DateOnly Day(string name, DateOnly day) =>
        day.Year >= EarliestYear ? day : throw NoDay(name, day.ToString("O", CultureInfo.InvariantCulture));

    public static DateOnly RequiredDay(string name, string? text) =>
        Day(name, text) ?? throw Refused.Unreadable($"{name} is missing.", $"Add it like ?{name}=2026-01-31.");

    public static bool Switch(string name, string? text) =>
        text switch
        {
            null or "false" => false,
            "true" => true,
            _ => throw Refused.Unreadable($"{name}: '{text}' is neither true nor false.", "Write true or false."),
        };

    public static IReadOnlyList<(string Left, string Right)> Pairs(string name, string like, string[]? texts) =>
        [
            .. (texts ?? []).Select(text =>
                text.LastIndexOf('=') is > 0 and var at && at < text.Length - 1
                    ? (text[..at].Trim(), text[(at + 1)..].Trim())
                    : throw Refused.Unreadable($"{name}: '{text}' has no two sides.", $"Write it like {like}.")
            ),
        ];

    public static int Number(string name, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Refused.Unreadable($"{name}: '{text}' is no booking number.", "Write digits only.");

    public static IReadOnlyList<ShownNext> Numbers(string name, string[]? texts) =>
        [
            .. (texts ?? []).Select(text =>
                ShownNext.Parse(text)
                ?? throw Refused.Unreadable(
                    $"{name}: '{text}' is no number of a series.",
                    "Write it like 70/2026=26700012."
                )
            ),
        ];

    /// <summary>Refuses what nobody would look at: a misspelt filter must not look like none.</summary>
    public static void OnlyKnown(IQueryCollection query, IReadOnlyCollection<string> known)
    {
        if (query.Keys.FirstOrDefault(key => !known.Contains(key)) is { } unknown)
            throw Refused.Unreadable(
                $"Nothing here is called '{unknown}'.",
                known.Count == 0 ? "Leave it out." : $"There is {string.Join(", ", known)}."
            );
    }

    static Refused NoDay(string name, string text) =>
        Refused.Unreadable($"{name}: '{text}' is no date since {EarliestYear}.", "Write it like 2026-01-31.");
}
