using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Matching;
using Bookonce.Domain.Matching.Deciding;
using Bookonce.Domain.Numbering;
using Bookonce.Domain.Problems;

namespace Bookonce.Engine.Previews;

/// <summary>What the next run would make of one document, and why.</summary>
/// <param name="Document">The document.</param>
/// <param name="Verdict">What the look says of it.</param>
/// <param name="Status">Where it stands: a document with the verdict Book may be held up by something else.</param>
/// <param name="Problem">What a person should know; null when there is nothing to say.</param>
/// <param name="Link">The entry that it has; null while it has none.</param>
/// <param name="Entries">Entries that are it or may be it, best first, with evidence and differences.</param>
public sealed record PreviewRow(
    SalesDocument Document,
    MatchVerdict Verdict,
    DocumentStatus Status,
    Problem? Problem,
    Link? Link,
    IReadOnlyList<Candidate> Entries
)
{
    /// <summary>Whether Exact has matched the entry that it has.</summary>
    public bool IsMatched { get; init; }

    /// <summary>Whether the next run would make an entry of it.</summary>
    public bool WillBeBooked => Verdict == MatchVerdict.Book && Status == DocumentStatus.Book;
}

/// <summary>Documents of one verdict: how many, and their totals including VAT, credit notes counting down.</summary>
public sealed record PreviewTally(MatchVerdict Verdict, int Count, decimal Gross);

/// <summary>A month of documents in one currency.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Currency">Of the totals.</param>
/// <param name="Documents">How many.</param>
/// <param name="Gross">Including VAT, credit notes counting down.</param>
/// <param name="Tallies">The same by verdict; a verdict that no document has is left out.</param>
public sealed record PreviewMonth(
    DateOnly Month,
    Currency Currency,
    int Documents,
    decimal Gross,
    IReadOnlyList<PreviewTally> Tallies
)
{
    /// <summary>How many documents have a verdict.</summary>
    public int Count(MatchVerdict verdict) => Tallies.FirstOrDefault(tally => tally.Verdict == verdict)?.Count ?? 0;
}

/// <summary>A series and what the next run would add to it.</summary>
/// <param name="Report">Its numbers now.</param>
/// <param name="ToBook">Documents that would be booked in it.</param>
public sealed record PreviewSeries(SeriesReport Report, int ToBook)
{
    /// <summary>The last number that would be given; null when none would, or nobody can tell.</summary>
    public int? LastGiven => ToBook > 0 && Report.Next.Number is { } next ? next + ToBook - 1 : null;
}

/// <summary>What the next run would do, before anything is written.</summary>
public sealed record Preview
{
    /// <summary>The first document date that is looked at.</summary>
    public required DateOnly StartDate { get; init; }

    /// <summary>Every document from the start date on, and older ones that have an entry; oldest first.</summary>
    public required IReadOnlyList<PreviewRow> Documents { get; init; }

    /// <summary>Entries from the start date on that belong to no document; oldest first. They are left alone.</summary>
    public required IReadOnlyList<Entry> Foreign { get; init; }

    /// <summary>The series of the journals in which the connection books, by journal and year.</summary>
    public required IReadOnlyList<PreviewSeries> Series { get; init; }

    /// <summary>Documents without an entry that lie before the start date, and so are left out; oldest first.</summary>
    public required IReadOnlyList<SalesDocument> LeftOut { get; init; }

    /// <summary>Months in order, and currencies within a month.</summary>
    public IReadOnlyList<PreviewMonth> Months =>
        [
            .. Documents
                .GroupBy(row =>
                    (new DateOnly(row.Document.Date.Year, row.Document.Date.Month, 1), row.Document.Currency)
                )
                .OrderBy(month => month.Key.Item1)
                .ThenBy(month => month.Key.Currency.Code, StringComparer.Ordinal)
                .Select(month => new PreviewMonth(
                    month.Key.Item1,
                    month.Key.Currency,
                    month.Count(),
                    month.Sum(row => row.Document.SignedGross),
                    Tallies(month)
                )),
        ];

    /// <summary>How many documents have a verdict.</summary>
    public int Count(MatchVerdict verdict) => Documents.Count(row => row.Verdict == verdict);

    static PreviewTally[] Tallies(IEnumerable<PreviewRow> rows) =>
        [
            .. rows.GroupBy(row => row.Verdict)
                .OrderBy(group => group.Key)
                .Select(group => new PreviewTally(
                    group.Key,
                    group.Count(),
                    group.Sum(row => row.Document.SignedGross)
                )),
        ];
}
