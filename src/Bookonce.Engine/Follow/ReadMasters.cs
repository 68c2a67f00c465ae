using Bookonce.Domain.Connections;
using Bookonce.Engine.Translations;
using Bookonce.ExactOnline;

namespace Bookonce.Engine.Follow;

/// <summary>Reads what the books of a division consist of.</summary>
static class ReadMasters
{
    /// <summary>A rate older than this says nothing about a document.</summary>
    const int RateDays = 400;

    public static async Task<Masters> All(ExactDivision division, string currency, CancellationToken stop) =>
        new()
        {
            Currency = currency,
            Journals = await division.Journals.Read(cancellation: stop).Select(FromExact.Journal).ToListAsync(stop),
            LedgerAccounts = await division
                .GLAccounts.Read(cancellation: stop)
                .Select(FromExact.LedgerAccount)
                .ToListAsync(stop),
            VatCodes = await division.VatCodes.Read(cancellation: stop).Select(FromExact.VatCode).ToListAsync(stop),
            PaymentConditions = await division
                .PaymentConditions.Read(cancellation: stop)
                .Select(FromExact.PaymentCondition)
                .ToListAsync(stop),
            Periods = await division
                .FinancialPeriods.Read(cancellation: stop)
                .Select(FromExact.Period)
                .ToListAsync(stop),
        };

    /// <summary>Which periods are closed now; read right before booking, because a bookkeeper closes them at any time.</summary>
    public static async Task<IReadOnlyList<ClosedPeriod>> Closed(ExactDivision division, CancellationToken stop) =>
        await division
            .JournalStatus.Read(cancellation: stop)
            .Where(status => status.IsClosed)
            .Select(status => new ClosedPeriod(status.Journal.Trim(), status.Year, status.Period))
            .ToListAsync(stop);

    /// <summary>Exact's rates of the currencies that the documents need.</summary>
    public static async Task<IReadOnlyList<ReferenceRate>> Rates(
        ExactDivision division,
        IReadOnlyCollection<string> currencies,
        DateOnly earliest,
        CancellationToken stop
    )
    {
        if (currencies.Count == 0)
            return [];

        var filter =
            Filter.Or([
                .. currencies.Order(StringComparer.Ordinal).Select(currency => Filter.Eq("SourceCurrency", currency)),
            ]) & Filter.Ge("StartDate", earliest.AddDays(-RateDays));
        return await division
            .ExchangeRates.Read(filter, cancellation: stop)
            .Where(rate => rate is { SourceCurrency: not null, StartDate: not null, Rate: not null })
            .Select(rate => new ReferenceRate(rate.SourceCurrency!.Trim(), rate.StartDate!.Value, rate.Rate!.Value))
            .ToListAsync(stop);
    }
}
