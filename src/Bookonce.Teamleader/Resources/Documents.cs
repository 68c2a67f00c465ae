using System.Globalization;
using System.Text.Json.Nodes;

namespace Bookonce.Teamleader;

/// <summary>Which invoices; what is null does not narrow.</summary>
public sealed record InvoiceFilter
{
    /// <summary>The company entity.</summary>
    public string? DepartmentId { get; init; }

    /// <summary><c>draft</c>, <c>outstanding</c>, <c>matched</c>; booked means the last two.</summary>
    public IReadOnlyList<string>? Status { get; init; }

    /// <summary>The first invoice date, inclusive.</summary>
    public DateOnly? InvoiceDateAfter { get; init; }

    /// <summary>Changed since this instant; whether the bound is inclusive is not documented, so overlap.</summary>
    public DateTimeOffset? UpdatedSince { get; init; }

    /// <summary>These ids, at most 100.</summary>
    public IReadOnlyList<string>? Ids { get; init; }

    internal JsonObject ToJson()
    {
        var filter = new JsonObject();
        if (DepartmentId is not null)
            filter["department_id"] = DepartmentId;
        if (Status is not null)
            filter["status"] = Resource<Invoice>.Array(Status);
        if (InvoiceDateAfter is { } first)
            filter["invoice_date_after"] = first.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (UpdatedSince is { } since)
            filter["updated_since"] = Resource<Invoice>.Instant(since);
        if (Ids is not null)
            filter["ids"] = Resource<Invoice>.Array(Ids);
        return filter;
    }
}

/// <summary>Which credit notes; what is null does not narrow.</summary>
public sealed record CreditNoteFilter
{
    /// <summary>The company entity.</summary>
    public string? DepartmentId { get; init; }

    /// <summary>The first date, inclusive.</summary>
    public DateOnly? CreditNoteDateAfter { get; init; }

    /// <summary>Changed since this instant; whether the bound is inclusive is not documented, so overlap.</summary>
    public DateTimeOffset? UpdatedSince { get; init; }

    /// <summary>The invoice credited.</summary>
    public string? InvoiceId { get; init; }

    /// <summary>These ids, at most 100.</summary>
    public IReadOnlyList<string>? Ids { get; init; }

    internal JsonObject ToJson()
    {
        var filter = new JsonObject();
        if (DepartmentId is not null)
            filter["department_id"] = DepartmentId;
        if (CreditNoteDateAfter is { } first)
            filter["credit_note_date_after"] = first.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (UpdatedSince is { } since)
            filter["updated_since"] = Resource<CreditNote>.Instant(since);
        if (InvoiceId is not null)
            filter["invoice_id"] = InvoiceId;
        if (Ids is not null)
            filter["ids"] = Resource<CreditNote>.Array(Ids);
        return filter;
    }
}

/// <summary>Invoices.</summary>
public sealed class Invoices
{
    private readonly Resource<Invoice> invoices;

    internal Invoices(Transport transport) => invoices = new(transport, "invoices", Json.Default.Invoice);

    /// <summary>Invoices by date and number, without lines, currency and payment term.</summary>
    /// <exception cref="TeamleaderException">The read failed; what was given so far is a part of the list.</exception>
    public IAsyncEnumerable<Invoice> List(InvoiceFilter? filter = null, CancellationToken cancellation = default) =>
        invoices.Pages(
            (filter ?? new InvoiceFilter()).ToJson(),
            [By("invoice_date"), By("invoice_number")],
            cancellation
        );

    /// <summary>The whole invoice.</summary>
    /// <exception cref="TeamleaderException">The read failed; <see cref="TeamleaderException.IsGone"/> when there is none.</exception>
    public Task<Invoice> Info(string id, CancellationToken cancellation = default) =>
        invoices.One("info", new JsonObject { ["id"] = id }, cancellation);

    // The default order differs between two editions of the documentation, so it is always sent.
    private static JsonObject By(string field) => new() { ["field"] = field, ["order"] = "asc" };
}

/// <summary>Credit notes.</summary>
public sealed class CreditNotes
{
    private readonly Resource<CreditNote> notes;

    internal CreditNotes(Transport transport) => notes = new(transport, "creditNotes", Json.Default.CreditNote);

    /// <summary>Credit notes without lines and currency, in no particular order: finish the list before moving a cursor.</summary>
    /// <exception cref="TeamleaderException">The read failed; what was given so far is a part of the list.</exception>
    public IAsyncEnumerable<CreditNote> List(
        CreditNoteFilter? filter = null,
        CancellationToken cancellation = default
    ) => notes.Pages((filter ?? new CreditNoteFilter()).ToJson(), sort: null, cancellation);

    /// <summary>The whole credit note.</summary>
    /// <exception cref="TeamleaderException">The read failed; <see cref="TeamleaderException.IsGone"/> when there is none.</exception>
    public Task<CreditNote> Info(string id, CancellationToken cancellation = default) =>
        notes.One("info", new JsonObject { ["id"] = id }, cancellation);
}
