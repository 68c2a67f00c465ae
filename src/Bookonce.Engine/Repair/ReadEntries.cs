using System.Security.Cryptography;
using Bookonce.Domain.Duplicates;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Repair;
using Bookonce.Engine.Store;
using Bookonce.Engine.Translations;
using Bookonce.ExactOnline;

namespace Bookonce.Engine.Repair;

/// <summary>Reads entries of Exact for a repair: whole, with everything that would have to come back.</summary>
sealed class ReadEntries(IStore store, Office office, ExactDivision division)
{
    /// <summary>Entries that one filter asks for: an address is at most 6,000 characters long. Source: knowledge base, Restrictions.</summary>
    public const int AtOnce = 40;

    /// <summary>An entry with its lines; null when a filter finds none.</summary>
    public async Task<WholeSalesEntry?> Whole(Guid entry, CancellationToken stop)
    {
        var read = await division
            .WholeSalesEntries.Read(Filter.Eq("EntryID", entry), cancellation: stop)
            .ToListAsync(stop);
        return read is [var whole, ..] ? await WithEveryLine(whole, stop) : null;
    }

    /// <summary>The entries that are there, with their lines.</summary>
    public async Task<IReadOnlyList<WholeSalesEntry>> Whole(IReadOnlyList<Guid> entries, CancellationToken stop)
    {
        var found = new List<WholeSalesEntry>();
        foreach (var chunk in entries.Chunk(AtOnce))
        await foreach (var whole in division.WholeSalesEntries.Read(AnyOf(chunk), cancellation: stop))
            found.Add(await WithEveryLine(whole, stop));
        return found;
    }

    /// <summary>Which of the entries are there.</summary>
    public async Task<IReadOnlySet<Guid>> Standing(IReadOnlyList<Guid> entries, CancellationToken stop)
    {
        var found = new HashSet<Guid>();
        foreach (var chunk in entries.Chunk(AtOnce))
        await foreach (var entry in division.SalesEntries.Read(AnyOf(chunk), cancellation: stop))
            found.Add(entry.EntryID);
        return found;
    }

    /// <summary>What stands under a number, or above another one where the number may be Exact's to give.</summary>
    public async Task<IReadOnlyList<WholeSalesEntry>> Under(
        SeriesKey series,
        int? number,
        int? above,
        CancellationToken stop
    )
    {
        var which = (number, above) switch
        {
            ({ } given, { } highest) => Filter.Eq("EntryNumber", given) | Filter.Gt("EntryNumber", highest),
            ({ } given, null) => Filter.Eq("EntryNumber", given),
            _ => Filter.Gt("EntryNumber", above ?? 0),
        };
        var found = division.WholeSalesEntries.Read(Filter.Eq("Journal", series.Journal) & which, cancellation: stop);
        return await found.Where(entry => entry.ReportingYear == series.Year).ToListAsync(stop);
    }

    /// <summary>How far entries are matched; what Exact shows no receivable of is unknown.</summary>
    public async Task<IReadOnlyDictionary<Guid, Known>> Matched(IReadOnlyList<Guid> entries, CancellationToken stop)
    {
        var receivables = new List<Receivable>();
        foreach (var chunk in entries.Chunk(AtOnce))
        {
            var filter = Filter.Or([.. chunk.Select(entry => Filter.Eq("TransactionEntryID", entry))]);
            receivables.AddRange(await division.Receivables.Read(filter, cancellation: stop).ToListAsync(stop));
        }
        return FromExact
            .Payments(receivables)
            .GroupBy(payment => payment.EntryId)
            .ToDictionary(
                group => group.Key,
                group => group.All(payment => payment.Matched == Domain.Entries.Matched.No) ? Known.No : Known.Yes
            );
    }

    /// <summary>An entry as it is saved: its files are kept beside, under their hashes.</summary>
    public async Task<SavedEntry> Saved(WholeSalesEntry whole, CancellationToken stop)
    {
        if (whole.Document is not { } document)
            return SavedEntries.Of(whole, []);

        var contents = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var files = new List<SavedFile>();
        await foreach (
            var attachment in division.DocumentAttachments.Read(Filter.Eq("Document", document), cancellation: stop)
        )
        {
            var bytes = await division.Download(attachment, stop);
            var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
            contents[hash] = bytes;
            files.Add(new SavedFile(attachment.FileName ?? $"{attachment.ID}", hash));
        }
        if (contents.Count > 0)
            await store.SaveFiles(office, contents, stop);
        return SavedEntries.Of(whole, files);
    }

    /// <summary>Whether a long list of lines is cut is not documented; one that does not come to the total is read by itself.</summary>
    async Task<WholeSalesEntry> WithEveryLine(WholeSalesEntry whole, CancellationToken stop)
    {
        if (whole.SalesEntryLines.Sum(line => (line.AmountFC ?? 0) + (line.VATAmountFC ?? 0)) == (whole.AmountFC ?? 0))
            return whole;
        var lines = division.SalesEntryLines.Read(Filter.Eq("EntryID", whole.EntryID), cancellation: stop);
        return whole with { SalesEntryLines = await lines.ToListAsync(stop) };
    }

    static Filter AnyOf(IEnumerable<Guid> entries) =>
        Filter.Or([.. entries.Select(entry => Filter.Eq("EntryID", entry))]);
}
