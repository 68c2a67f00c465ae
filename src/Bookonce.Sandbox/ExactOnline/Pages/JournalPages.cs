using Bookonce.Sandbox.Html;
using Microsoft.AspNetCore.Http;

namespace Bookonce.Sandbox.ExactOnline.Pages;

/// <summary>Master data &gt; Journals: the only place where the next booking number is shown, and where it can be set.</summary>
internal sealed class JournalPages(ExactPages pages)
{
    public IEnumerable<(string, string, RequestDelegate)> Routes =>
        [
            ("GET", $"{ExactPages.Root}/{{division}}/journals", Show),
            ("POST", $"{ExactPages.Root}/{{division}}/journals/{{journal}}/next", SetNext),
        ];

    Task Show(HttpContext http)
    {
        var division = pages.Division(http);
        var years = division.FinancialPeriods.Select(period => period.Year).Distinct().Order().ToList();
        var year = Form.Query(http).Whole("year") ?? division.Today.Year;
        return pages.Send(
            http,
            division,
            "Master data > Journals",
            Markup.Of(
                $"""
                <form class="actions"><label>Financial year <select name="year">{years.Select(each =>
                    Option(each, year)
                )}</select></label>
                <button>Show</button></form>
                <div class="wide"><table>
                <caption>A number is given per journal and financial year.</caption>
                <thead><tr><th scope="col">Code</th><th scope="col">Description</th><th scope="col">Type</th>
                <th scope="col">Next booking number in {year}</th><th scope="col">Entries</th></tr></thead>
                <tbody>{division.Journals.Select(journal => Row(division, journal, year))}</tbody>
                </table></div>
                """
            )
        );
    }

    async Task SetNext(HttpContext http)
    {
        var (division, form) = (pages.Division(http), await Form.Read(http));
        var year = form.Whole("year") ?? division.Today.Year;
        var number = form.Whole("number") ?? throw new PageProblem("Please fill in “number”.");
        if (number < 1)
            throw new PageProblem("A booking number is above zero.");
        ExactPages.Ask(() => division.SetNextBookingNumber($"{http.Request.RouteValues["journal"]}", year, number));
        await Layout.SeeOther(http, $"{ExactPages.Address(division, "journals")}?year={year}");
    }

    static Markup Row(Division division, Journal journal, int year) =>
        Markup.Of(
            $"""
            <tr><td>{journal.Code}</td><td>{journal.Description}</td><td>{journal.Type}</td>
            <td><form method="post" action="{ExactPages.Address(
                division,
                $"journals/{Uri.EscapeDataString(journal.Code)}/next"
            )}">
            <input type="hidden" name="year" value="{year}">
            <input name="number" value="{division.NextBookingNumber(
                journal.Code,
                year
            )}" inputmode="numeric" size="10" required aria-label="Next booking number of journal {journal.Code}">
            <button>Save</button></form></td>
            <td><a href="{ExactPages.Address(division, "entries")}?journal={Uri.EscapeDataString(journal.Code)}">Entries of {journal.Code}</a></td></tr>
            """
        );

    static Markup Option(int year, int chosen) =>
        year == chosen ? Markup.Of($"<option selected>{year}</option>") : Markup.Of($"<option>{year}</option>");
}
