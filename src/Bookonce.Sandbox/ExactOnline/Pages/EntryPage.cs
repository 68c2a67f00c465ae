using Bookonce.Sandbox.Html;
using Microsoft.AspNetCore.Http;

namespace Bookonce.Sandbox.ExactOnline.Pages;

/// <summary>One entry opened: its lines, its receivable, who made it; and what a person can do to it.</summary>
internal sealed class EntryPage(ExactPages pages)
{
    const string Pattern = $"{ExactPages.Root}/{{division}}/entries/{{entry:guid}}";

    public IEnumerable<(string, string, RequestDelegate)> Routes =>
        [
            ("GET", Pattern, Show),
            ("POST", $"{Pattern}/change", Change),
            ("POST", $"{Pattern}/delete", Delete),
            ("POST", $"{Pattern}/pay", Pay),
            ("POST", $"{Pattern}/match", Match),
            ("POST", $"{Pattern}/unmatch", Unmatch),
            ("POST", $"{Pattern}/process", Process),
        ];

    Task Show(HttpContext http)
    {
        var division = pages.Division(http);
        var entry = ExactPages.Entry(http, division);
        return pages.Send(
            http,
            division,
            $"Entry {entry.EntryNumber}",
            Markup.Of(
                $"""
                <dl>
                <dt>Journal</dt><dd>{entry.Journal.Code} {entry.Journal.Description}</dd>
                <dt>Date</dt><dd>{entry.Date:yyyy-MM-dd}, period {entry.Year} - {entry.Period}</dd>
                <dt>Relation</dt><dd>{EntryListPage.RelationOf(entry)?.Name}</dd>
                <dt>Your ref.</dt><dd>{entry.YourRef}</dd>
                <dt>Description</dt><dd>{entry.Description}</dd>
                <dt>Payment reference</dt><dd>{entry.PaymentReference}</dd>
                <dt>Link</dt><dd>{entry.ExternalLinkReference}</dd>
                <dt>Amount</dt><dd>{ExactPages.Money(entry.AmountFC, entry.Currency)}, VAT {ExactPages.Money(
                    entry.VatAmountFC,
                    entry.Currency
                )}</dd>
                <dt>Type, status</dt><dd>{(int)entry.Type} {entry.Type}, {(
                    entry.Status == 50 ? "50 processed" : $"{entry.Status} open"
                )}</dd>
                <dt>Made by</dt><dd>{entry.Creator.FullName}, {entry.Created:yyyy-MM-dd HH:mm:ss} UTC</dd>
                <dt>Changed by</dt><dd>{entry.Modifier.FullName}, {entry.Modified:yyyy-MM-dd HH:mm:ss} UTC</dd>
                <dt>EntryID</dt><dd><code>{entry.Id}</code></dd>
                </dl>
                {(entry.SalesLines is [] ? Markup.Empty : SalesLines(entry))}
                {LedgerLines(entry)}
                {Receivables(division, entry)}
                <h2>Do</h2>
                {(entry.IsSales ? Changing(division, entry) : Markup.Empty)}
                <div class="actions">
                {Button(division, entry, "delete", "Delete this entry")}
                {(entry.Status == 50 ? Markup.Empty : Button(division, entry, "process", "Mark as processed"))}
                </div>
                """
            )
        );
    }

    async Task Change(HttpContext http)
    {
        var division = pages.Division(http);
        var (entry, form) = (ExactPages.Entry(http, division), await Form.Read(http));
        if (!entry.IsSales)
            throw new PageProblem("Only a sales entry can be changed here.");
        var was = division.DraftOf(entry);
        var date = form.Date("date") ?? was.EntryDate;
        var change = was with
        {
            EntryDate = date,
            DueDate = date == was.EntryDate ? was.DueDate : null,
            EntryNumber = form.Whole("number") ?? was.EntryNumber,
            YourRef = form.Text("yourRef"),
        };
        ExactPages.Ask(() => division.ChangeSalesEntry(entry, change, ExactPages.By(form)));
        await Back(http, division, entry);
    }

    async Task Delete(HttpContext http)
    {
        var division = pages.Division(http);
        var entry = ExactPages.Entry(http, division);
        ExactPages.Ask(() => division.DeleteEntry(entry));
        await Layout.SeeOther(
            http,
            $"{ExactPages.Address(division, "entries")}?journal={Uri.EscapeDataString(entry.Journal.Code)}"
        );
    }

    Task Process(HttpContext http)
    {
        var division = pages.Division(http);
        var entry = ExactPages.Entry(http, division);
        division.Process(entry);
        return Back(http, division, entry);
    }

    async Task Pay(HttpContext http)
    {
        var division = pages.Division(http);
        var (entry, form) = (ExactPages.Entry(http, division), await Form.Read(http));
        var open = division.ReceivablesOf(entry).FirstOrDefault(part => !part.IsPaid);
        var account = EntryListPage.RelationOf(entry);
        var bank = division.Journals.FirstOrDefault(journal => journal.Type == JournalType.Bank);
        if (open is null || account is null || bank is null)
            throw new PageProblem("Nothing is open on this entry, or there is no bank journal.");
        var amount = form.Amount("amount") ?? open.Amount;
        var payment = new BankLineDraft(account.Id, amount, $"Payment {entry.EntryNumber}")
        {
            Pays = [open.Line],
            YourRef = entry.YourRef,
        };
        ExactPages.Ask(() =>
            division.EnterBankEntry(
                new BankEntryDraft(bank.Code, form.Date("date") ?? division.Today, [payment]),
                ExactPages.By(form)
            )
        );
        await Back(http, division, entry);
    }

    async Task Match(HttpContext http)
    {
        var division = pages.Division(http);
        var (entry, form) = (ExactPages.Entry(http, division), await Form.Read(http));
        if (!Guid.TryParse(form.Needed("with"), out var with))
            throw new PageProblem("“with” must be the id of a receivable line.");
        var mine =
            division.ReceivablesOf(entry).FirstOrDefault(part => !part.IsPaid)
            ?? throw new PageProblem("Nothing is open on this entry.");
        var (paying, paid) = mine.Amount < 0 ? (mine.Line, with) : (with, mine.Line);
        ExactPages.Ask(() => division.Match(paying, [paid]));
        await Back(http, division, entry);
    }

    Task Unmatch(HttpContext http)
    {
        var division = pages.Division(http);
        var entry = ExactPages.Entry(http, division);
        foreach (
            var line in division.ReceivablesOf(entry).Where(part => part.IsPaid).Select(part => part.Line).Distinct()
        )
            ExactPages.Ask(() => division.Unmatch(line));
        return Back(http, division, entry);
    }

    static Task Back(HttpContext http, Division division, Entry entry) =>
        Layout.SeeOther(http, ExactPages.Address(division, $"entries/{entry.Id}"));

    static Markup Changing(Division division, Entry entry) =>
        Markup.Of(
            $"""
            <form method="post" action="{Address(division, entry, "change")}" class="actions">
            <label>Date <input type="date" name="date" value="{entry.Date:yyyy-MM-dd}"></label>
            <label>Booking number <input name="number" inputmode="numeric" size="10" value="{entry.EntryNumber}"></label>
            <label>Your ref. <input name="yourRef" size="14" value="{entry.YourRef}"></label>
            <button>Change this entry</button></form>
            """
        );

    static Markup SalesLines(Entry entry) =>
        Markup.Of(
            $"""
            <h2>Lines</h2>
            <div class="wide"><table>
            <thead><tr><th scope="col">Account</th><th scope="col">Description</th><th scope="col" class="n">Without VAT</th><th scope="col">VAT code</th><th scope="col" class="n">VAT</th></tr></thead>
            <tbody>{entry.SalesLines.Select(line =>
                Markup.Of(
                    $"""
                    <tr><td>{line.GLAccount.Code} {line.GLAccount.Description}</td><td>{line.Description}</td>
                    <td class="n">{line.AmountFC:0.00}</td><td>{line.VatCode.Code}</td><td class="n">{line.VatAmountFC:0.00}</td></tr>
                    """
                )
            )}</tbody></table></div>
            """
        );

    static Markup LedgerLines(Entry entry) =>
        Markup.Of(
            $"""
            <h2>In the ledger</h2>
            <div class="wide"><table>
            <thead><tr><th scope="col">Account</th><th scope="col">Relation</th><th scope="col" class="n">Debit</th><th scope="col" class="n">Credit</th></tr></thead>
            <tbody>{entry.Lines.Select(line =>
                Markup.Of(
                    $"""
                    <tr><td>{line.GLAccount.Code} {line.GLAccount.Description}</td><td>{line.Account?.Name}</td>
                    <td class="n">{(line.AmountDC > 0 ? $"{line.AmountDC:0.00}" : "")}</td><td class="n">{(line.AmountDC < 0 ? $"{-line.AmountDC:0.00}" : "")}</td></tr>
                    """
                )
            )}</tbody></table></div>
            """
        );

    static Markup Receivables(Division division, Entry entry)
    {
        var parts = division.ReceivablesOf(entry);
        if (parts is [])
            return Markup.Empty;
        var open = parts.FirstOrDefault(part => !part.IsPaid);
        return Markup.Of(
            $"""
            <h2>Receivable</h2>
            <div class="wide"><table>
            <thead><tr><th scope="col" class="n">Amount</th><th scope="col">Due</th><th scope="col">State</th></tr></thead>
            <tbody>{parts.Select(part =>
                Markup.Of(
                    $"""<tr><td class="n">{ExactPages.Money(part.Amount, division.Currency)}</td><td>{part.DueDate:yyyy-MM-dd}</td><td>{State(division, part)}</td></tr>"""
                )
            )}</tbody></table></div>
            {(open is null ? Markup.Empty : Payment(division, entry, open))}
            {(open is null ? Markup.Empty : Matching(division, entry))}
            {(parts.Any(part => part.IsPaid) ? Button(division, entry, "unmatch", "Undo the matches") : Markup.Empty)}
            """
        );
    }

    static Markup State(Division division, ReceivableView part) =>
        !part.IsPaid ? Markup.Of($"open")
        : part.Entry is { } with
            ? Markup.Of(
                $"""matched with <a href="{ExactPages.Address(division, $"entries/{with.Id}")}">{with.EntryNumber}</a>"""
            )
        : Markup.Of($"matched");

    static Markup Payment(Division division, Entry entry, ReceivableView open) =>
        Markup.Of(
            $"""
            <form method="post" action="{Address(division, entry, "pay")}" class="actions">
            <label>Paid on <input type="date" name="date" value="{division.Today:yyyy-MM-dd}"></label>
            <label>Amount in {division.Currency} <input name="amount" inputmode="decimal" size="10" value="{open.Amount:0.00}"></label>
            <button>Enter this payment at the bank and match it</button></form>
            """
        );

    static Markup Matching(Division division, Entry entry)
    {
        var candidates = division.MatchesFor(entry);
        return candidates is []
            ? Markup.Empty
            : Markup.Of(
                $"""
                <form method="post" action="{Address(division, entry, "match")}" class="actions">
                <label>Open at the same relation <select name="with">{candidates.Take(200).Select(part =>
                    Markup.Of(
                        $"""<option value="{part.Line}">{part.Entry!.EntryNumber}, {part.Entry.Date:yyyy-MM-dd}, {ExactPages.Money(part.Amount, division.Currency)}</option>"""
                    )
                )}</select></label><button>Match</button></form>
                """
            );
    }

    static Markup Button(Division division, Entry entry, string action, string words) =>
        Markup.Of(
            $"""<form method="post" action="{Address(division, entry, action)}"><button>{words}</button></form>"""
        );

    static string Address(Division division, Entry entry, string action) =>
        ExactPages.Address(division, $"entries/{entry.Id}/{action}");
}
