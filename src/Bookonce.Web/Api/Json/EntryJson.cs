using Bookonce.Domain.Entries;
using Bookonce.Domain.Matching;

namespace Bookonce.Web.Api.Json;

/// <summary>Entries as JSON.</summary>
public static class EntryJson
{
    /// <summary>An entry.</summary>
    public static object Of(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new
        {
            entry.Series.Journal,
            entry.Series.Year,
            entry.Number,
            entry.Date,
            Currency = entry.Currency.Code,
            Total = entry.Amount,
            Account = entry.AccountName,
            entry.YourRef,
            entry.Description,
            entry.Creator,
        };
    }

    /// <summary>An entry that is or may be a document, with what speaks for and against it.</summary>
    public static object Of(Candidate candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        return new
        {
            candidate.Entry.Series.Journal,
            candidate.Entry.Series.Year,
            candidate.Entry.Number,
            candidate.Entry.Date,
            Currency = candidate.Entry.Currency.Code,
            Total = candidate.Entry.Amount,
            Account = candidate.Entry.AccountName,
            candidate.Entry.YourRef,
            candidate.Entry.Description,
            candidate.Entry.Creator,
            Probability = Math.Round(candidate.Probability, 4),
            Because = candidate.Reasons,
            candidate.Differences,
        };
    }
}
