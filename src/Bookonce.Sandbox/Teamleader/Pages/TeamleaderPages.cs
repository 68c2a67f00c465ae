using System.Globalization;
using Bookonce.Sandbox.Html;
using Bookonce.Sandbox.Teamleader.Http;
using Bookonce.Sandbox.Teamleader.Model;
using Microsoft.AspNetCore.Http;

namespace Bookonce.Sandbox.Teamleader.Pages;

/// <summary>What every page of the Teamleader sandbox needs: the account as it is now, and the frame.</summary>
/// <param name="state">Asked anew for each call, since a reset puts another account in place.</param>
/// <param name="bookingNumber">The booking number that an integration noted for a document, as the lists show it; or null.</param>
internal sealed class TeamleaderPages(Func<TeamleaderState> state, Func<Guid, int?> bookingNumber, Layout layout)
{
    public const string Root = "/__sandbox/teamleader";

    /// <summary>Every address with its method, for the host to map.</summary>
    public IEnumerable<(string Method, string Pattern, RequestDelegate Handle)> Routes =>
        [
            ("GET", Root, http => Layout.SeeOther(http, $"{Root}/invoices")),
            .. new DocumentListPages(this).Routes,
            .. new InvoicePage(this).Routes,
            .. new CreditNotePage(this).Routes,
            .. new DraftPage(this).Routes,
        ];

    public TeamleaderState State => state();

    public int? BookingNumber(Guid document) => bookingNumber(document);

    public Task Send(HttpContext http, string title, Markup content) =>
        layout.Send(
            http,
            title,
            Markup.Of(
                $"""
                <p class="note">Revenue: <a href="{Root}/invoices">Invoices</a> · <a href="{Root}/credit-notes">Credit notes</a> ·
                <a href="{Root}/invoices/new">New draft</a></p>
                {content}
                """
            )
        );

    public static Guid Id(HttpContext http) => Guid.Parse($"{http.Request.RouteValues["id"]}");

    /// <summary>Does something to the account; what it refuses is a problem that the page tells.</summary>
    public static T Ask<T>(Func<T> act)
    {
        try
        {
            return act();
        }
        catch (Refusal refused)
        {
            throw new PageProblem($"Teamleader refuses: {refused.Message}.");
        }
        catch (ArgumentException wrong)
        {
            throw new PageProblem(wrong.Message);
        }
    }

    public static string Money(decimal amount, string currency) =>
        string.Create(CultureInfo.InvariantCulture, $"{amount:0.00} {currency}");

    public static Markup Lines(Document document) =>
        Markup.Of(
            $"""
            <h2>Lines</h2>
            <div class="wide"><table>
            <thead><tr><th scope="col">Description</th><th scope="col" class="n">Quantity</th><th scope="col" class="n">Price</th><th scope="col" class="n">Without VAT</th></tr></thead>
            <tbody>{document.Groups.SelectMany(group => group.Lines).Select(line =>
                Markup.Of(
                    $"""
                    <tr><td>{line.Description}</td><td class="n">{line.Quantity:0.####}</td><td class="n">{line.UnitPrice:0.00}</td><td class="n">{line.Totals.TaxExclusive:0.00}</td></tr>
                    """
                )
            )}</tbody></table></div>
            """
        );
}
