using System.Security.Cryptography;
using System.Text;
using Bookonce.Domain.Booking;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Problems;

namespace Bookonce.Domain.Release;

/// <summary>A linked document near the disconnect date.</summary>
/// <param name="Document">The document.</param>
/// <param name="Link">The link, with the booking number that it shows.</param>
/// <param name="Entry">Its entry; null when that is gone from Exact, or not read back yet.</param>
public sealed record LinkedDocument(SalesDocument Document, Link Link, Entry? Entry)
{
    /// <summary>The entry's date; what it was when it was linked, if the entry is gone. Null where nobody noted it.</summary>
    public DateOnly? EntryDate => Entry?.Date ?? Link.Entry?.Date;
}

/// <summary>
/// What ending the links from a date on would do. The date is the document's and included; the entry's own date may lie on the
/// other side, and whoever deletes by date in Exact deletes by that.
/// </summary>
/// <param name="From">The disconnect date; null releases nothing.</param>
/// <param name="Released">Documents that lose their link and their booking number, oldest first.</param>
/// <param name="EnteredBefore">Those of them whose entry is dated before: it is not among the entries from that date on.</param>
/// <param name="EnteredAfter">Documents that keep their link though their entry is dated on that date or later.</param>
/// <param name="Refusal">Why nothing can be released now; null when it can.</param>
public sealed record ReleaseList(
    DateOnly? From,
    IReadOnlyList<LinkedDocument> Released,
    IReadOnlyList<LinkedDocument> EnteredBefore,
    IReadOnlyList<LinkedDocument> EnteredAfter,
    Problem? Refusal
)
{
    /// <summary>A hash of the links that end; another list has another.</summary>
    public string Seal =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Join('\n', Released.Select(one => $"{one.Link.DocumentId} {one.Link.EntryId}"))
                )
            )
        );

    /// <summary>Lists them.</summary>
    /// <param name="from">The disconnect date, included; null releases nothing.</param>
    /// <param name="documents">Documents of the connection, deleted ones too.</param>
    /// <param name="linked">Links and entries of the administration.</param>
    /// <param name="intents">Intents that are unknown.</param>
    public static ReleaseList Of(
        DateOnly? from,
        IReadOnlyCollection<SalesDocument> documents,
        LinkedEntries linked,
        IReadOnlyCollection<Intent> intents
    )
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(linked);
        ArgumentNullException.ThrowIfNull(intents);
        if (from is not { } date)
            return new ReleaseList(null, [], [], [], null);

        LinkedDocument[] all =
        [
            .. documents
                .Order(DocumentOrder.OldestFirst)
                .Select(document =>
                    linked.LinkOf(document.Id) is { } link
                        ? new LinkedDocument(document, link, linked.EntryOf(link))
                        : null
                )
                .OfType<LinkedDocument>(),
        ];
        LinkedDocument[] released = [.. all.Where(one => one.Document.Date >= date)];
        return new ReleaseList(
            date,
            released,
            [.. released.Where(one => one.EntryDate < date)],
            [.. all.Where(one => one.Document.Date < date && one.EntryDate >= date)],
            Unknown(date, documents, intents)
        );
    }

    /// <summary>While nobody knows whether a document in reach was booked, its entry would turn up among released ones.</summary>
    static Problem? Unknown(DateOnly date, IEnumerable<SalesDocument> documents, IEnumerable<Intent> intents)
    {
        var open = intents.Select(intent => intent.DocumentId).ToHashSet();
        var first = documents
            .Where(document => document.Date >= date && open.Contains(document.Id))
            .MinBy(document => document, DocumentOrder.OldestFirst);
        return first is null
            ? null
            : new Problem(
                "unknownInRange",
                $"Nobody knows yet whether {first.Number} was booked: Exact did not answer.",
                "Synchronise until that is known, then release."
            );
    }
}
