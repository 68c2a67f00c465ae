using System.Globalization;
using Bookonce.Sandbox.Html;
using Microsoft.AspNetCore.Http;

namespace Bookonce.Sandbox.ExactOnline.Pages;

/// <summary>The entries of an administration, and the deletion of a whole journal from a date on.</summary>
internal sealed class EntryListPage(ExactPages pages)
{
    const int PageSize = 50;

    public IEnumerable<(string, string, RequestDelegate)> Routes =>
        [
            ("GET", $"{ExactPages.Root}/{{division}}/entries", Show),
            ("POST", $"{ExactPages.Root}/{{division}}/entries/delete", DeleteFrom),
        ];

    Task Show(HttpContext http)
    {
        var (division, query) = (pages.Division(http), Form.Query(http));
        var (journal, from, words) = (query.Text("journal"), query.Date("from"), query.Text("search"));
        var page = Math.Max(1, query.Whole("page") ?? 1);
        var found = Find(division, journal, from, words).ToList();
        var last = Math.Max(1, (found.Count + PageSize - 1) / PageSize);
        page = Math.Min(page, last);
        return pages.Send(
            http,
            division,
            "Entries",
            Markup.Of(
                $"""
                <form class="fields">
                <label>Journal <select name="journal"><option value="">All journals</option>{division.Journals.Select(each =>
                    Option(each, journal)
                )}</select></label>
                <label>From date <input type="date" name="from" value="{Day(from)}"></label>
                <label>Number, reference, relation or maker <input name="search" value="{words}"></label>
                <button>Show</button></form>
                <div class="wide"><table>
                <caption>{found.Count} entries, newest first{(
                    last > 1 ? $"; page {page} of {last}" : ""
                )}</caption>
                <thead><tr><th scope="col">Number</th><th scope="col">Date</th><th scope="col">Journal</th><th scope="col">Relation</th>
                <th scope="col">Your ref.</th><th scope="col">Description</th><th scope="col" class="n">Amount</th><th scope="col" class="n">Open</th>
                <th scope="col">Made by</th></tr></thead>
                <tbody>{found.Skip((page - 1) * PageSize).Take(PageSize).Select(entry => Row(division, entry))}</tbody>
                </table></div>
                {Turning(http, page, last)}
                {(journal is null ? Markup.Empty : Deletion(division, journal, from))}
                """
            )
        );
    }

    async Task DeleteFrom(HttpContext http)
    {
        var (division, form) = (pages.Division(http), await Form.Read(http));
        var journal = form.Needed("journal");
        var from = form.Date("from") ?? throw new PageProblem("Please fill in “from”.");
        List<string> refused = [];
        // Latest first: a number only comes back when it is the last of its series.
        foreach (var entry in Find(division, journal, from, words: null))
        {
            try
            {
                division.DeleteEntry(entry);
            }
            catch (RefusedException reason)
            {
                refused.Add($"{entry.EntryNumber}: {reason.Message}");
            }
        }
        if (refused is not [])
            throw new PageProblem(
                $"The other entries are deleted, these are still there: {string.Join("; ", refused)}.",
                StatusCodes.Status409Conflict
            );
        await Layout.SeeOther(
            http,
            $"{ExactPages.Address(division, "entries")}?journal={Uri.EscapeDataString(journal)}"
        );
    }

    static IEnumerable<Entry> Find(Division division, string? journal, DateOnly? from, string? words) =>
        division
            .Entries.Where(entry =>
                (journal is null || entry.Journal.Code == journal)
                && (from is null || entry.Date >= from)
                && (words is null || Says(entry, words))
            )
            .OrderByDescending(entry => entry.Date)
            .ThenByDescending(entry => entry.EntryNumber);

    static bool Says(Entry entry, string words)
    {
        string?[] texts =
        [
            entry.EntryNumber.ToString(CultureInfo.InvariantCulture),
            entry.YourRef,
            entry.Description,
            RelationOf(entry)?.Name,
            entry.Creator.FullName,
        ];
        return texts.Any(text => text?.Contains(words, StringComparison.OrdinalIgnoreCase) is true);
    }

    public static Account? RelationOf(Entry entry) =>
        entry.Customer ?? entry.Lines.Select(line => line.Account).FirstOrDefault(account => account is not null);

    static Markup Row(Division division, Entry entry)
    {
        var open = division.OpenAmountOf(entry);
        return Markup.Of(
            $"""
            <tr><td><a href="{ExactPages.Address(division, $"entries/{entry.Id}")}">{entry.EntryNumber}</a></td>
            <td>{Day(entry.Date)}</td><td>{entry.Journal.Code}</td><td>{RelationOf(entry)?.Name}</td><td>{entry.YourRef}</td>
            <td>{entry.Description}</td><td class="n">{(
                entry.IsSales ? ExactPages.Money(entry.AmountFC, entry.Currency) : ""
            )}</td>
            <td class="n">{(open is { } amount ? ExactPages.Money(amount, division.Currency) : "")}</td>
            <td>{entry.Creator.FullName}</td></tr>
            """
        );
    }

    static Markup Deletion(Division division, string journal, DateOnly? from) =>
        Markup.Of(
            $"""
            <h2>Delete all entries of journal {journal} from a date on</h2>
            <form method="post" action="{ExactPages.Address(division, "entries/delete")}" class="actions">
            <input type="hidden" name="journal" value="{journal}">
            <label>From date, that day included <input type="date" name="from" value="{Day(from)}" required></label>
            <button>Delete them</button></form>
            """
        );

    static Markup Turning(HttpContext http, int page, int last)
    {
        string To(int other)
        {
            var query = http.Request.Query.Where(pair => pair.Key != "page");
            var kept = query.Select(pair =>
                $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value.ToString())}"
            );
            return $"?{string.Join('&', kept.Append($"page={other}"))}";
        }
        return last is 1
            ? Markup.Empty
            : Markup.Of(
                $"""
                <p>{(page > 1 ? Markup.Of($"""<a href="{To(page - 1)}">Newer</a> """) : Markup.Empty)}{(
                    page < last ? Markup.Of($"""<a href="{To(page + 1)}">Older</a>""") : Markup.Empty
                )}</p>
                """
            );
    }

    static Markup Option(Journal journal, string? chosen) =>
        journal.Code == chosen
            ? Markup.Of($"""<option value="{journal.Code}" selected>{journal.Code} {journal.Description}</option>""")
            : Markup.Of($"""<option value="{journal.Code}">{journal.Code} {journal.Description}</option>""");

    static string Day(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
