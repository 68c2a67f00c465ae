using System.Diagnostics.CodeAnalysis;
using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Problems;

namespace Bookonce.Domain.Booking;

/// <summary>
/// The exchange rate of a document, believed only when it is near Exact's own. Teamleader does not say which way its rate
/// counts, so the way nearer to Exact's rate is taken.
/// </summary>
static class RateRule
{
    /// <summary>Exact's rate may be weeks older than the document's; a rate the wrong way round or with a slipped point is further off.</summary>
    const decimal Tolerance = 0.15m;

    const int Decimals = 8;

    public static bool TryFind(
        SalesDocument document,
        Masters masters,
        out decimal? rate,
        [NotNullWhen(false)] out Problem? problem
    )
    {
        (rate, problem) = (null, null);
        if (document.Currency.Code == masters.Currency)
            return true;

        // Exact gives units of the foreign currency for one unit of the books.
        if (Reference(document, masters) is not { } reference)
        {
            problem = new(
                "rateUnknown",
                $"Exact has no exchange rate for {document.Currency} on {document.Date:yyyy-MM-dd}.",
                "Enter one in Exact (Master data > Exchange rates)."
            );
            return false;
        }

        rate = Stated(document)
            .OrderBy(stated => Distance(stated, reference))
            .Where(stated => Distance(stated, reference) <= Tolerance)
            .Select(stated => (decimal?)decimal.Round(stated, Decimals))
            .FirstOrDefault();
        if (rate is null)
            problem = new(
                "rateImplausible",
                $"The document's exchange rate {document.Rate?.Rate.ToString() ?? "is missing and"} does not fit Exact's {decimal.Round(reference, Decimals)} {masters.Currency} for one {document.Currency}.",
                "Correct the rate in Teamleader or in Exact."
            );
        return rate is not null;
    }

    static decimal? Reference(SalesDocument document, Masters masters) =>
        masters
            .Rates.Where(rate => rate.Currency == document.Currency.Code && rate.From <= document.Date && rate.Rate > 0)
            .MaxBy(rate => rate.From)
            is { } latest
            ? 1 / latest.Rate
            : null;

    static IEnumerable<decimal> Stated(SalesDocument document) =>
        document.Rate is { Rate: > 0 and var stated } ? [stated, 1 / stated] : [];

    static decimal Distance(decimal stated, decimal reference) => Math.Abs((stated / reference) - 1);
}
