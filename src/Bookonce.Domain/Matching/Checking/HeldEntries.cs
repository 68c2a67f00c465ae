namespace Bookonce.Domain.Matching.Checking;

/// <summary>Finds the entry that another integration holds for a document: booking number and amount agree.</summary>
static class HeldEntries
{
    /// <summary>An integration books on the document's own day, or on the first open one soon after.</summary>
    const int Days = 62;

    /// <summary>For every document the place of the entry that is held for it, or −1.</summary>
    public static int[] Of(IReadOnlyList<MatchDocument> documents, IReadOnlyList<MatchEntry> entries)
    {
        var held = new int[documents.Count];
        Array.Fill(held, -1);
        if (!documents.Any(document => document.BookingNumber is > 0))
            return held;

        var byNumber = Enumerable
            .Range(0, entries.Count)
            .Where(place => entries[place].Number is > 0)
            .ToLookup(place => entries[place].Number);
        for (var place = 0; place < held.Length; place++)
            if (documents[place].BookingNumber is > 0 and var number)
                held[place] = Only(byNumber[number].Where(entry => Agree(documents[place], entries[entry])));

        // Two documents with one booking number: nobody can say from the number whose it is.
        foreach (var claim in held.Index().Where(claim => claim.Item >= 0).GroupBy(claim => claim.Item).ToArray())
            if (claim.Skip(1).Any())
                foreach (var (place, _) in claim)
                    held[place] = -1;
        return held;
    }

    /// <summary>A number is given once per journal and year, so several may have it.</summary>
    static int Only(IEnumerable<int> found) => found.Take(2).ToArray() is [var only] ? only : -1;

    static bool Agree(MatchDocument document, MatchEntry entry) =>
        Math.Abs(document.Gross) == Math.Abs(entry.Amount)
        && (document.Currency is null || entry.Currency is null || document.Currency == entry.Currency)
        && Math.Abs(document.Date.DayNumber - entry.Date.DayNumber) <= Days;
}
