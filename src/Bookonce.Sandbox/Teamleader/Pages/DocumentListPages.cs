using Bookonce.Sandbox.Html;
using Bookonce.Sandbox.Teamleader.Model;
using Microsoft.AspNetCore.Http;

namespace Bookonce.Sandbox.Teamleader.Pages;

/// <summary>The lists of invoices and credit notes, with the columns that a person picks.</summary>
internal sealed class DocumentListPages(TeamleaderPages pages)
{
    const int PageSize = 50;

    sealed record Column(string Name, string Title, bool IsUsual, Func<Document, object?> Value, bool IsNumber = false);

    public IEnumerable<(string, string, RequestDelegate)> Routes =>
        [
            (
                "GET",
                $"{TeamleaderPages.Root}/invoices",
                http => Show(http, "Invoices", "invoices", pages.State.Invoices)
            ),
            (
                "GET",
                $"{TeamleaderPages.Root}/credit-notes",
                http => Show(http, "Credit notes", "credit-notes", pages.State.CreditNotes)
            ),
        ];

    Column[] Columns =>
        [
            new("number", "Number", true, document => document.Number ?? "draft"),
            new("date", "Date", true, document => document.Date?.ToString("yyyy-MM-dd")),
            new("customer", "Customer", true, document => document.Invoicee.Name),
            new("net", "Without VAT", false, document => Money(document, document.Totals.TaxExclusive), IsNumber: true),
            new("total", "Total", true, document => Money(document, document.Totals.TaxInclusive), IsNumber: true),
            new(
                "due",
                "Due",
                true,
                document => document is Invoice invoice ? Money(invoice, invoice.Due) : "",
                IsNumber: true
            ),
            new("status", "Status", true, StatusOf),
            new("bookingNumber", "Booking number", false, document => pages.BookingNumber(document.Id), IsNumber: true),
            new(
                "entity",
                "Company entity",
                false,
                document =>
                    pages.State.Departments.FirstOrDefault(department => department.Id == document.DepartmentId)?.Name
            ),
            new(
                "updated",
                "Changed (UTC)",
                false,
                document => document.UpdatedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm")
            ),
        ];

    Task Show(HttpContext http, string title, string address, IReadOnlyList<Document> documents)
    {
        var query = Form.Query(http);
        var all = Columns;
        var picked = query.Texts("column");
        var shown = all.Where(column => picked is [] ? column.IsUsual : picked.Contains(column.Name)).ToList();
        var words = query.Text("search");
        // The account gives them by date and number, drafts without a date last.
        var found = documents.Reverse().Where(document => words is null || Says(document, words)).ToList();
        var last = Math.Max(1, (found.Count + PageSize - 1) / PageSize);
        var page = Math.Clamp(query.Whole("page") ?? 1, 1, last);
        return pages.Send(
            http,
            title,
            Markup.Of(
                $"""
                <form>
                <div class="actions"><label>Number or customer <input name="search" value="{words}"></label><button>Show</button></div>
                <details><summary>Columns</summary><div class="fields">{all.Select(column =>
                    Markup.Of(
                        $"""<label><input type="checkbox" name="column" value="{column.Name}"{(
                            shown.Contains(column) ? Markup.Of($" checked") : Markup.Empty
                        )}>{column.Title}</label>"""
                    )
                )}</div></details>
                </form>
                <div class="wide"><table>
                <caption>{found.Count} {title.ToLowerInvariant()}, newest first{(last > 1 ? $"; page {page} of {last}" : "")}</caption>
                <thead><tr>{shown.Select(column =>
                    column.IsNumber
                        ? Markup.Of($"""<th scope="col" class="n">{column.Title}</th>""")
                        : Markup.Of($"""<th scope="col">{column.Title}</th>""")
                )}<th scope="col">Open</th></tr></thead>
                <tbody>{found.Skip((page - 1) * PageSize).Take(PageSize).Select(document => Row(document, address, shown))}</tbody>
                </table></div>
                {Turning(picked, words, page, last)}
                """
            )
        );
    }

    static Markup Row(Document document, string address, List<Column> columns) =>
        Markup.Of(
            $"""
            <tr>{columns.Select(column =>
                column.IsNumber
                    ? Markup.Of($"""<td class="n">{column.Value(document)}</td>""")
                    : Markup.Of($"<td>{column.Value(document)}</td>")
            )}<td><a href="{TeamleaderPages.Root}/{address}/{document.Id}">Open<span hidden> {document.Number}</span></a></td></tr>
            """
        );

    static Markup Turning(IReadOnlyList<string> columns, string? words, int page, int last)
    {
        string To(int other) =>
            $"?{string.Join('&', columns.Select(column => $"column={Uri.EscapeDataString(column)}").Append($"search={Uri.EscapeDataString(words ?? "")}").Append($"page={other}"))}";
        return Markup.Of(
            $"""
            <p>{(page > 1 ? Markup.Of($"""<a href="{To(page - 1)}">Newer</a> """) : Markup.Empty)}{(
                page < last ? Markup.Of($"""<a href="{To(page + 1)}">Older</a>""") : Markup.Empty
            )}</p>
            """
        );
    }

    static bool Says(Document document, string words) =>
        document.Number?.Contains(words, StringComparison.OrdinalIgnoreCase) is true
        || document.Invoicee.Name.Contains(words, StringComparison.OrdinalIgnoreCase);

    static string StatusOf(Document document) =>
        document switch
        {
            Invoice { Status: InvoiceStatus.Draft } => "draft",
            Invoice { Status: InvoiceStatus.Matched } => "paid",
            CreditNote { PaidAt: not null } => "settled",
            _ => "open",
        };

    static string Money(Document document, decimal amount) => TeamleaderPages.Money(amount, document.Currency);
}
