using System.Globalization;
using Bookonce.Domain.Documents;
using Bookonce.Engine.Store;
using Bookonce.Web.Shell;

namespace Bookonce.Web.Documents;

/// <summary>Which documents a page shows; kept in its address, so that it can be linked, shared and gone back to.</summary>
public sealed record DocumentFilter(DateOnly? From, DateOnly? To, DocumentStatus? Status, string? Search)
{
    const string DateFormat = "yyyy-MM-dd";

    /// <summary>Everything.</summary>
    public static DocumentFilter None { get; } = new(null, null, null, null);

    /// <summary>Whether nothing is left out.</summary>
    public bool IsNone => this == None;

    /// <summary>Reads an address; what cannot be read filters nothing.</summary>
    public static DocumentFilter Read(string? from, string? to, string? status, string? search) =>
        new(
            Date(from),
            Date(to),
            Enum.TryParse<DocumentStatus>(status, ignoreCase: true, out var known) && Enum.IsDefined(known)
                ? known
                : null,
            string.IsNullOrWhiteSpace(search) ? null : search.Trim()
        );

    /// <summary>The address of the page that shows these documents.</summary>
    public string Address(DocumentKind kind) =>
        PageAddress.Of(
            kind == DocumentKind.Invoice ? "/invoices" : "/credit-notes",
            ("from", From?.ToString(DateFormat, CultureInfo.InvariantCulture)),
            ("to", To?.ToString(DateFormat, CultureInfo.InvariantCulture)),
            ("status", Status?.ToString()),
            ("search", Search)
        );

    /// <summary>The question to the read side.</summary>
    public DocumentQuery Query(Guid connection, DocumentKind kind) => new(connection, kind, From, To, Status, Search);

    static DateOnly? Date(string? text) =>
        DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;
}
