using Bookonce.Sandbox.ExactOnline;
using Bookonce.Sandbox.Html;
using Microsoft.AspNetCore.Http;

namespace Bookonce.Sandbox.Host;

/// <summary>The button that makes the duplicates of the story, and the way to let the connector forget.</summary>
internal sealed class ConnectorPage(SandboxHost host, Layout layout)
{
    IReadOnlyList<ConnectorLine> _last = [];

    public Task Show(HttpContext http) =>
        layout.Send(
            http,
            "A connector that does not look",
            Markup.Of(
                $"""
                <p>It books every document from a start date on that it has not booked itself, without looking whether somebody typed it in Exact
                before. Run it once on the first world, and some documents stand in the books twice.</p>
                <form method="post" action="/__sandbox/connector/sync"><div class="fields">
                <label>Company entity in Teamleader <select name="department">{host.TeamleaderState.Departments.Select(
                    department => Markup.Of($"""<option value="{department.Id}">{department.Name}</option>""")
                )}</select></label>
                <label>Administration in Exact <select name="division">{host.ExactState.Divisions.Select(division =>
                    Markup.Of($"""<option value="{division.Code}">{division.Code} {division.Description}</option>""")
                )}</select></label>
                <label>Start date <input type="date" name="from" required></label>
                <label>Journal of invoices <select name="invoiceJournal">{Journals("70")}</select></label>
                <label>Journal of credit notes <select name="creditNoteJournal">{Journals("71")}</select></label>
                </div><p><button>Sync as a connector that does not look</button></p></form>
                {Result()}
                <h2>Disconnect</h2>
                <form method="post" action="/__sandbox/connector/disconnect" class="actions">
                <label>Documents from this date on, that day included, lose their booking number <input type="date" name="from" required></label>
                <button>Disconnect</button></form>
                """
            )
        );

    public async Task Sync(HttpContext http)
    {
        var form = (await Body.Read(http)).Form;
        var order = new ConnectorOrder(
            Guid.TryParse(form.Text("department"), out var department)
                ? department
                : host.TeamleaderState.Departments[0].Id,
            form.Whole("division") ?? host.ExactState.Divisions[0].Code,
            form.Date("from") ?? throw new PageProblem("Please fill in “from”."),
            form.Text("invoiceJournal") ?? "70",
            form.Text("creditNoteJournal") ?? "71"
        );
        _last = await host.Connector.Sync(order, http.RequestAborted);
        if (Body.WantsPage(http))
            await Layout.SeeOther(http, "/__sandbox/connector");
        else
            await HostPages.Json(http, new ConnectorReport(_last), HostJson.Default.ConnectorReport);
    }

    public async Task Disconnect(HttpContext http)
    {
        var form = (await Body.Read(http)).Form;
        host.Connector.Disconnect(form.Date("from") ?? throw new PageProblem("Please fill in “from”."));
        await (Body.WantsPage(http) ? Layout.SeeOther(http, "/__sandbox/connector") : HostPages.Done(http));
    }

    IEnumerable<Markup> Journals(string usual) =>
        host
            .ExactState.Divisions.SelectMany(division => division.Journals)
            .Where(journal => journal.Type == JournalType.Sales)
            .DistinctBy(journal => journal.Code)
            .Select(journal =>
                journal.Code == usual
                    ? Markup.Of(
                        $"""<option value="{journal.Code}" selected>{journal.Code} {journal.Description}</option>"""
                    )
                    : Markup.Of($"""<option value="{journal.Code}">{journal.Code} {journal.Description}</option>""")
            );

    Markup Result() =>
        _last is []
            ? Markup.Empty
            : Markup.Of(
                $"""
                <h2>The last run</h2>
                <div class="wide"><table>
                <caption>{_last.Count(line => line.BookingNumber is not null)} booked, {_last.Count(line => line.Problem is not null)} not</caption>
                <thead><tr><th scope="col">Document</th><th scope="col">Date</th><th scope="col">Customer</th><th scope="col" class="n">Booking number</th><th scope="col">Problem</th></tr></thead>
                <tbody>{_last.Select(line =>
                    Markup.Of(
                        $"""<tr><td>{line.Document}</td><td>{line.Date:yyyy-MM-dd}</td><td>{line.Customer}</td><td class="n">{line.BookingNumber}</td><td>{line.Problem}</td></tr>"""
                    )
                )}</tbody></table></div>
                """
            );
}
