using Bookonce.Domain.Documents;
using Bookonce.Domain.Duplicates;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Problems;

namespace Bookonce.Domain.Repair;

/// <summary>Everything in the books of a connection that could be repaired.</summary>
public static class RepairCases
{
    /// <summary>The cases, oldest first.</summary>
    /// <param name="findings">What the finder found in the administration.</param>
    /// <param name="own">The documents of the connection, and whether each is deleted in Teamleader.</param>
    /// <param name="withdrawn">Documents that a person is about to delete in Teamleader.</param>
    /// <param name="linked">Links and entries of the administration.</param>
    public static IReadOnlyList<RepairCase> Of(
        IReadOnlyCollection<Finding> findings,
        IReadOnlyCollection<(SalesDocument Document, bool IsGone)> own,
        IReadOnlySet<Guid> withdrawn,
        LinkedEntries linked
    )
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(withdrawn);
        ArgumentNullException.ThrowIfNull(linked);
        var ids = own.Select(one => one.Document.Id).ToHashSet();
        RepairCase[] found =
        [
            .. findings
                .Select(finding => new RepairCase.Found(finding))
                .Where(one => one.Documents.Count == 0 || one.Documents.Any(document => ids.Contains(document.Id))),
        ];
        // What stands twice is mended first; whether the entry that stays says the same is another question.
        var told = found.SelectMany(one => one.Documents).Select(document => document.Id).ToHashSet();
        return
        [
            .. found
                .Where(one => !one.Documents.Any(document => withdrawn.Contains(document.Id)))
                .Concat(own.Select(one => OfLink(one.Document, one.IsGone)).OfType<RepairCase>())
                .OrderBy(one => one.Date)
                .ThenBy(one => one.Key, StringComparer.Ordinal),
        ];

        RepairCase? OfLink(SalesDocument document, bool isGone)
        {
            if (linked.LinkOf(document.Id) is not { } link || linked.EntryOf(link) is not { } entry)
                return null;
            if (isGone || withdrawn.Contains(document.Id))
                return new RepairCase.Withdrawn(document, link, entry, isGone);
            return !told.Contains(document.Id) && LinkCheck.All(link, document, isGone: false, entry).Any(IsEdit)
                ? new RepairCase.Edited(document, link, entry)
                : null;
        }
    }

    /// <summary>Another number alone is accepted, not repaired.</summary>
    static bool IsEdit(Problem problem) => problem.Code != "entryRenumbered";
}
