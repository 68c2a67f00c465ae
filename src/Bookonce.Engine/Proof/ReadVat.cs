using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Proof;
using Bookonce.ExactOnline;
using VatCode = Bookonce.Domain.Connections.VatCode;

namespace Bookonce.Engine.Proof;

/// <summary>A sales entry as Exact shows it now.</summary>
/// <param name="Currency">Of the amounts.</param>
/// <param name="Amount">Including VAT, with the sign of the books.</param>
/// <param name="Vat">By rate; null when the lines do not come to the amount, or a line does not tell its rate.</param>
sealed record ReadEntry(Domain.Documents.Currency Currency, decimal Amount, IReadOnlyList<EntryVat>? Vat);

/// <summary>Reads sales entries with their lines, many in a call. What Exact does not show is left out: it stays unknown.</summary>
sealed class ReadVat(ExactDivision division, Masters masters)
{
    /// <summary>Fewer than a page holds, and short enough for an address.</summary>
    const int EntriesPerCall = 40;

    readonly Dictionary<string, VatCode> codes = masters
        .VatCodes.DistinctBy(code => code.Code)
        .ToDictionary(code => code.Code, StringComparer.Ordinal);

    public async Task<IReadOnlyDictionary<Guid, ReadEntry>> Of(
        IReadOnlyCollection<Guid> entries,
        Action<int> done,
        CancellationToken stop
    )
    {
        var read = new Dictionary<Guid, ReadEntry>();
        var asked = 0;
        foreach (var chunk in entries.Chunk(EntriesPerCall))
        {
            var filter = Filter.Or([.. chunk.Select(entry => Filter.Eq("EntryID", entry))]);
            await foreach (var entry in division.WholeSalesEntries.Read(filter, cancellation: stop))
                if (chunk.Contains(entry.EntryID) && entry.AmountFC is { } amount)
                    read[entry.EntryID] = new ReadEntry(
                        new Domain.Documents.Currency(entry.Currency?.Trim() ?? masters.Currency),
                        amount,
                        Rates(entry.SalesEntryLines, amount) ?? Rates(await Lines(entry.EntryID, stop), amount)
                    );
            done(asked += chunk.Length);
        }
        return read;
    }

    /// <summary>Whether a long expanded list is cut is not documented; a set of its own is read to its end.</summary>
    async Task<IReadOnlyList<SalesEntryLine>> Lines(Guid entry, CancellationToken stop) =>
        await division.SalesEntryLines.Read(Filter.Eq("EntryID", entry), cancellation: stop).ToListAsync(stop);

    List<EntryVat>? Rates(IReadOnlyList<SalesEntryLine> lines, decimal amount)
    {
        var rates = new List<EntryVat>();
        foreach (var line in lines)
            if (line is { AmountFC: { } net, VATAmountFC: { } vat } && RateOf(line, vat) is { } rate)
                rates.Add(new EntryVat(rate, net, vat));
            else
                return null;
        return rates.Sum(rate => rate.Taxable + rate.Vat) == amount ? rates : null;
    }

    /// <summary>Where the customer accounts for the VAT, the document says zero, whatever percentage the code has.</summary>
    decimal? RateOf(SalesEntryLine line, decimal vat)
    {
        var code = codes.GetValueOrDefault(line.VATCode?.Trim() ?? "");
        return vat == 0 && code is { IsReverseCharge: true } ? 0 : line.VATPercentage ?? code?.Rate;
    }
}
