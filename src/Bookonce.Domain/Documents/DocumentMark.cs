namespace Bookonce.Domain.Documents;

/// <summary>The address of a document in Teamleader, carried by its entry in <c>ExternalLinkReference</c>.</summary>
public static class DocumentMark
{
    internal const string Site = "https://focus.teamleader.eu/";

    /// <summary>Whether an external link is the address of some document.</summary>
    public static bool IsOne(string? link) => link is not null && link.StartsWith(Site, StringComparison.Ordinal);

    /// <summary>Whether an external link is the address of a document, but not of this one.</summary>
    public static bool IsOfAnother(SalesDocument document, string? link) =>
        link is not null && link != document.Mark && link.StartsWith(Site, StringComparison.Ordinal);

    /// <summary>The address of an invoice or credit note.</summary>
    public static string Of(DocumentKind kind, Guid id) =>
        $"{Site}{(kind == DocumentKind.Invoice ? "invoice" : "creditnote")}_detail.php?id={id:D}";
}
