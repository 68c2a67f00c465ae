using Bookonce.Sandbox.Html;
using Microsoft.AspNetCore.Http;

namespace Bookonce.Sandbox.ExactOnline.Pages;

/// <summary>Periods closed and opened per journal, VAT returns filed and withdrawn.</summary>
internal sealed class PeriodPages(ExactPages pages)
{
    public IEnumerable<(string, string, RequestDelegate)> Routes =>
        [
            ("GET", $"{ExactPages.Root}/{{division}}/periods", Show),
            ("POST", $"{ExactPages.Root}/{{division}}/periods", Change),
            ("POST", $"{ExactPages.Root}/{{division}}/vat-returns", File),
        ];

    Task Show(HttpContext http)
    {
        var division = pages.Division(http);
        var years = division.FinancialPeriods.Select(period => period.Year).Distinct().Order().ToList();
        var year = Form.Query(http).Whole("year") ?? division.Today.Year;
        var periods = division.FinancialPeriods.Where(period => period.Year == year).OrderBy(period => period.Period);
        return pages.Send(
            http,
            division,
            "Periods and VAT returns",
            Markup.Of(
                $"""
                <form class="actions"><label>Financial year <select name="year">{years.Select(each =>
                    each == year ? Markup.Of($"<option selected>{each}</option>") : Markup.Of($"<option>{each}</option>")
                )}</select></label><button>Show</button></form>
                <div class="wide"><table>
                <thead><tr><th scope="col">Period</th><th scope="col">Days</th><th scope="col">Closed for</th><th scope="col">Close or open</th><th scope="col">VAT return</th></tr></thead>
                <tbody>{periods.Select(period => Row(division, period))}</tbody>
                </table></div>
                """
            )
        );
    }

    async Task Change(HttpContext http)
    {
        var (division, form) = (pages.Division(http), await Form.Read(http));
        var (year, period) = (Year(form), Period(form));
        var isClosing = form.Needed("action") switch
        {
            "close" => true,
            "open" => false,
            _ => throw new PageProblem("“action” is close or open."),
        };
        var journals = form.Text("journal") is { } code ? [code] : division.Journals.Select(journal => journal.Code);
        ExactPages.Ask(() =>
        {
            foreach (var journal in journals)
                if (isClosing)
                    division.ClosePeriod(journal, year, period);
                else
                    division.OpenPeriod(journal, year, period);
        });
        await Back(http, division, year);
    }

    async Task File(HttpContext http)
    {
        var (division, form) = (pages.Division(http), await Form.Read(http));
        var (year, period) = (Year(form), Period(form));
        if (form.Needed("action") == "withdraw")
        {
            var filed =
                division.VatReturns.FirstOrDefault(each => each.IsFiled && each.Year == year && each.Period == period)
                ?? throw PageProblem.NotThere("filed VAT return of this period");
            division.WithdrawVatReturn(filed);
        }
        else
            ExactPages.Ask(() => division.FileVatReturn(year, period));
        await Back(http, division, year);
    }

    static int Year(Form form) => form.Whole("year") ?? throw new PageProblem("Please fill in “year”.");

    static int Period(Form form) => form.Whole("period") ?? throw new PageProblem("Please fill in “period”.");

    static Task Back(HttpContext http, Division division, int year) =>
        Layout.SeeOther(http, $"{ExactPages.Address(division, "periods")}?year={year}");

    static Markup Row(Division division, FinancialPeriod period)
    {
        var closed = division
            .Journals.Where(journal => division.IsClosed(journal.Code, period.Year, period.Period))
            .ToList();
        var isFiled = division.IsFiled(period.Year, period.Period);
        var words =
            closed.Count is 0 ? "no journal"
            : closed.Count == division.Journals.Count ? "every journal"
            : string.Join(", ", closed.Select(journal => journal.Code));
        return Markup.Of(
            $"""
            <tr><th scope="row">{period.Year} - {period.Period}</th><td>{period.Start:yyyy-MM-dd} to {period.End:yyyy-MM-dd}</td><td>{words}</td>
            <td><form method="post" action="{ExactPages.Address(division, "periods")}">{Hidden(period)}
            <select name="journal" aria-label="Journal in {period.Year} - {period.Period}"><option value="">every journal</option>{division.Journals.Select(journal =>
                Markup.Of($"""<option value="{journal.Code}">{journal.Code} {journal.Description}</option>""")
            )}</select>
            <button name="action" value="close">Close</button><button name="action" value="open">Open</button></form></td>
            <td><form method="post" action="{ExactPages.Address(division, "vat-returns")}">{Hidden(period)}{(
                isFiled
                    ? Markup.Of($"""filed <button name="action" value="withdraw">Withdraw</button>""")
                    : Markup.Of($"""<button name="action" value="file">File</button>""")
            )}</form></td></tr>
            """
        );
    }

    static Markup Hidden(FinancialPeriod period) =>
        Markup.Of(
            $"""<input type="hidden" name="year" value="{period.Year}"><input type="hidden" name="period" value="{period.Period}">"""
        );
}
