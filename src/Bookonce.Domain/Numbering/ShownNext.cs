using System.Globalization;
using Bookonce.Domain.Entries;

namespace Bookonce.Domain.Numbering;

/// <summary>What a person read in Exact under "Next booking number".</summary>
/// <param name="Series">Of which series.</param>
/// <param name="Number">The number.</param>
public sealed record ShownNext(SeriesKey Series, int Number)
{
    /// <summary>Reads <c>70/2026=26700012</c>; null when it is written otherwise.</summary>
    public static ShownNext? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return
            text.Split('=') is [var series, var number]
            && series.LastIndexOf('/') is > 0 and var slash
            && int.TryParse(series[(slash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var next)
            ? new ShownNext(new SeriesKey(series[..slash], year), next)
            : null;
    }
}
