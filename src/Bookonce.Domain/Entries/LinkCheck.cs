using Bookonce.Domain.Documents;
using Bookonce.Domain.Problems;

namespace Bookonce.Domain.Entries;

/// <summary>
/// Says what became of a linked document and its entry since: changed, renumbered or deleted on either side. It is
/// shown, never repaired by itself.
/// </summary>
public static class LinkCheck
{
    const string Compare = "Compare both, and correct the wrong one or accept the difference.";

    /// <summary>What a person should know about a link; null when nothing has changed.</summary>
    /// <param name="link">The link, with what both sides said when it was made.</param>
    /// <param name="document">What the document says now, or said last.</param>
    /// <param name="isGone">Whether the document is deleted in Teamleader.</param>
    /// <param name="entry">What the entry says now; null while the mirror does not know.</param>
    public static Problem? Of(Link link, SalesDocument document, bool isGone, Entry? entry) =>
        All(link, document, isGone, entry) switch
        {
            [] => null,
            [var only] => only,
            [var first, ..] several => first with { What = string.Join(' ', several.Select(problem => problem.What)) },
        };

    /// <summary>The same, each change for itself; empty when nothing has changed.</summary>
    /// <inheritdoc cref="Of"/>
    public static IReadOnlyList<Problem> All(Link link, SalesDocument document, bool isGone, Entry? entry)
    {
        ArgumentNullException.ThrowIfNull(link);
        ArgumentNullException.ThrowIfNull(document);

        Problem?[] all =
        [
            Gone(link, isGone),
            Renumbered(link, document),
            Edited(link, document),
            .. OfEntry(link, document, entry),
        ];
        return [.. all.OfType<Problem>()];
    }

    static Problem? Gone(Link link, bool isGone) =>
        isGone
            ? new Problem(
                "documentGone",
                $"It was deleted in Teamleader; its entry {link.Series.Journal} {link.BookingNumber} still stands.",
                "Delete or reverse the entry in Exact if the deletion was meant."
            )
            : null;

    static Problem? Renumbered(Link link, SalesDocument document) =>
        link.Document is { } then && then.Number != document.Number
            ? new Problem("documentRenumbered", $"It was {then.Number} when it was booked.", Compare)
            : null;

    static Problem? Edited(Link link, SalesDocument document)
    {
        if (link.Document is not { } then)
            return null;

        var now = DocumentFacts.Of(document);
        string?[] changes =
        [
            then.Gross != now.Gross ? $"the total was {then.Gross}" : null,
            then.Date != now.Date ? $"the date was {then.Date:yyyy-MM-dd}" : null,
            // A reference that is gone says nothing about whom it was for.
            then.Customer
                is { } customer
            && now.Customer is { } present
            && customer != present
                ? "the customer was another"
                : null,
            then.Content != now.Content && then.Gross == now.Gross ? "lines, VAT or due date were others" : null,
        ];
        return changes.OfType<string>().ToArray() is [_, ..] told
            ? new Problem(
                "documentEdited",
                $"It was changed in Teamleader after it was booked: {string.Join(", ", told)}.",
                Compare
            )
            : null;
    }

    static IEnumerable<Problem?> OfEntry(Link link, SalesDocument document, Entry? entry)
    {
        if (entry is null)
            yield break;

        yield return (entry.Series, entry.Number) != (link.Series, link.BookingNumber)
            ? new Problem(
                "entryRenumbered",
                $"Its entry {link.Series.Journal} {link.BookingNumber} is {NameNow(link, entry)} in Exact now.",
                "Accept it if the new number is meant."
            )
            : null;
        yield return EntryEdited(link, entry);
        yield return !link.IsAccepted && (entry.Amount, entry.Currency) != (document.SignedGross, document.Currency)
            ? new Problem(
                "amountDiffers",
                $"The entry says {entry.Currency.Text(entry.Amount)} {entry.Currency}, the document {document.Currency.Text(document.SignedGross)} {document.Currency}.",
                Compare
            )
            : null;
    }

    /// <summary>The year only where it tells the new number from the old.</summary>
    static string NameNow(Link link, Entry entry) =>
        entry.Series.Year == link.Series.Year
            ? $"{entry.Series.Journal} {entry.Number}"
            : $"{entry.Series.Journal} {entry.Number} of {entry.Series.Year}";

    static Problem? EntryEdited(Link link, Entry entry)
    {
        if (link.Entry is not { } then)
            return null;

        string?[] changes =
        [
            then.Amount != entry.Amount ? $"the total was {then.Amount}" : null,
            then.Date != entry.Date ? $"the date was {then.Date:yyyy-MM-dd}" : null,
            then.Account is { } account && entry.AccountId is { } present && account != present
                ? "the relation was another"
                : null,
        ];
        return changes.OfType<string>().ToArray() is [_, ..] told
            ? new Problem("entryEdited", $"Its entry was changed in Exact: {string.Join(", ", told)}.", Compare)
            : null;
    }
}
