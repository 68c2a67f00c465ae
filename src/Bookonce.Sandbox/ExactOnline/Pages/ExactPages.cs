using System.Globalization;
using Bookonce.Sandbox.Html;
using Microsoft.AspNetCore.Http;

namespace Bookonce.Sandbox.ExactOnline.Pages;

/// <summary>What every page of the Exact sandbox needs: the books as they are now, and the frame.</summary>
/// <param name="state">Asked anew for each call, since a reset puts other books in place.</param>
internal sealed class ExactPages(Func<ExactOnlineState> state, Layout layout)
{
    public const string Root = "/__sandbox/exact";

    /// <summary>Every address with its method, for the host to map.</summary>
    public IEnumerable<(string Method, string Pattern, RequestDelegate Handle)> Routes =>
        [
            ("GET", Root, ShowAdministrations),
            .. new JournalPages(this).Routes,
            .. new EntryListPage(this).Routes,
            .. new EntryPage(this).Routes,
            .. new NewEntryPage(this).Routes,
            .. new PeriodPages(this).Routes,
        ];

    public Task Send(HttpContext http, Division division, string title, Markup content) =>
        layout.Send(
            http,
            title,
            Markup.Of(
                $"""
                <p class="note">{division.Description} ({division.Code}):
                <a href="{Address(division, "entries")}">Entries</a> ·
                <a href="{Address(division, "entries/new")}">New entry</a> ·
                <a href="{Address(division, "journals")}">Master data &gt; Journals</a> ·
                <a href="{Address(division, "periods")}">Periods and VAT returns</a></p>
                {content}
                """
            )
        );

    /// <summary>The administration that the address names.</summary>
    public Division Division(HttpContext http) =>
        int.TryParse($"{http.Request.RouteValues["division"]}", CultureInfo.InvariantCulture, out var code)
        && state().Divisions.FirstOrDefault(division => division.Code == code) is { } division
            ? division
            : throw PageProblem.NotThere($"administration {http.Request.RouteValues["division"]}");

    public static string Address(Division division, string rest) => $"{Root}/{division.Code}/{rest}";

    public static Entry Entry(HttpContext http, Division division) =>
        Guid.TryParse($"{http.Request.RouteValues["entry"]}", out var id) && division.FindEntry(id) is { } entry
            ? entry
            : throw PageProblem.NotThere("such entry");

    /// <summary>Does something to the books; what they refuse is a problem that the page tells.</summary>
    public static T Ask<T>(Func<T> act)
    {
        try
        {
            return act();
        }
        catch (RefusedException refused)
        {
            throw new PageProblem($"Exact Online refuses: {refused.Message}.");
        }
        catch (ArgumentException wrong)
        {
            throw new PageProblem(wrong.Message);
        }
    }

    public static void Ask(Action act) =>
        Ask<object?>(() =>
        {
            act();
            return null;
        });

    /// <summary>The person at the screen. A name stands for one person, whoever types it.</summary>
    public static Entered By(Form form) =>
        form.Text("enteredBy") is { } name
            ? new Entered(
                new Actor(
                    new Guid(
                        System
                            .Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name))
                            .AsSpan(0, 16)
                    ),
                    name
                )
            )
            : new Entered();

    public static string Money(decimal amount, string currency) =>
        string.Create(CultureInfo.InvariantCulture, $"{amount:0.00} {currency}");

    Task ShowAdministrations(HttpContext http) =>
        layout.Send(
            http,
            "Exact Online: administrations",
            Markup.Of(
                $"""
                <div class="wide"><table>
                <thead><tr><th scope="col">Code</th><th scope="col">Name</th><th scope="col" class="n">Entries</th><th scope="col">Open</th></tr></thead>
                <tbody>{state().Divisions.Select(division =>
                    Markup.Of(
                        $"""
                        <tr><td>{division.Code}</td><td>{division.Description}</td><td class="n">{division.Entries.Count}</td>
                        <td><a href="{Address(division, "entries")}">Entries of {division.Code}</a> · <a href="{Address(division, "journals")}">Journals of {division.Code}</a></td></tr>
                        """
                    )
                )}</tbody></table></div>
                """
            )
        );
}
