using System.Diagnostics.CodeAnalysis;
using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Problems;

namespace Bookonce.Domain.Booking;

/// <summary>
/// The exchange rate of a document, believed only when it is near Exact's own, each read the way it is documented. Where
/// they only agree the other way round, one of them counts differently than it says, and nobody can tell which.
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

        var stated = Stated(document);
        problem =
            stated is not { } read || Math.Min(Distance(read, reference), Distance(1 / read, reference)) > Tolerance
                ? new(
                    "rateImplausible",
                    $"The document's exchange rate {document.Rate?.Rate.ToString() ?? "is missing and"} does not fit Exact's {decimal.Round(reference, Decimals)} {masters.Currency} for one {document.Currency}.",
                    "Correct the rate in Teamleader or in Exact."
                )
            : Distance(1 / read, reference) < Distance(read, reference)
                ? new(
                    "rateDirectionUnclear",
                    $"Teamleader gives {decimal.Round(read, Decimals)} {masters.Currency} for one {document.Currency}, Exact {decimal.Round(reference, Decimals)}: one of them counts the other way round.",
                    "Correct the rate on the side that is wrong, or book the document by hand in Exact with its number as reference."
                )
            : null;
        rate = problem is null ? decimal.Round(stated!.Value, Decimals) : null;
        return problem is null;
    }

    static decimal? Reference(SalesDocument document, Masters masters) =>
        masters
            .Rates.Where(rate => rate.Currency == document.Currency.Code && rate.From <= document.Date && rate.Rate > 0)
            .MaxBy(rate => rate.From)
            is { } latest
            ? 1 / latest.Rate
            : null;

    /// <summary>Books per unit of the document's currency: one unit of "from" is this much of "to".</summary>
    static decimal? Stated(SalesDocument document) =>
        document.Rate switch
        {
            { Rate: > 0 and var rate, From: var from } when from == document.Currency.Code => rate,
            { Rate: > 0 and var rate, To: var to } when to == document.Currency.Code => 1 / rate,
            _ => null,
        };

    static decimal Distance(decimal stated, decimal reference) => Math.Abs((stated / reference) - 1);
}
