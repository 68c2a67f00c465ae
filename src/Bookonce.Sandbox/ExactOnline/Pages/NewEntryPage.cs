using System.Globalization;
using Bookonce.Sandbox.Html;
using Microsoft.AspNetCore.Http;

namespace Bookonce.Sandbox.ExactOnline.Pages;

/// <summary>A sales entry typed by hand.</summary>
internal sealed class NewEntryPage(ExactPages pages)
{
    const int Lines = 5;
    const int Suggestions = 500;

    public IEnumerable<(string, string, RequestDelegate)> Routes =>
        [
            ("GET", $"{ExactPages.Root}/{{division}}/entries/new", Show),
            ("POST", $"{ExactPages.Root}/{{division}}/entries/new", Enter),
        ];

    Task Show(HttpContext http)
    {
        var division = pages.Division(http);
        var journals = division.Journals.Where(journal => journal.Type == JournalType.Sales);
        var customers = division.Accounts.Where(account => account.Status == "C").OrderBy(account => account.Name);
        return pages.Send(
            http,
            division,
            "New sales entry",
            Markup.Of(
                $"""
                <form method="post">
                <div class="fields">
                <label>Journal <select name="journal">{journals.Select(journal =>
                    Markup.Of($"""<option value="{journal.Code}">{journal.Code} {journal.Description}</option>""")
                )}</select></label>
                <label>Relation, by code or name <input name="customer" list="customers" required autocomplete="off"></label>
                <label>Date <input type="date" name="date" value="{division.Today:yyyy-MM-dd}" required></label>
                <label>Booking number <input name="number" inputmode="numeric" placeholder="next"></label>
                <label>Your ref. <input name="yourRef"></label>
                <label>Description <input name="description"></label>
                <label>Payment reference <input name="paymentReference"></label>
                <label>Entered by <input name="enteredBy" placeholder="{division.User.FullName}"></label>
                </div>
                <datalist id="customers">{customers.Take(Suggestions).Select(account =>
                    Markup.Of($"""<option value="{account.Code}">{account.Name}</option>""")
                )}</datalist>
                <p class="note">Amounts without VAT; negative on a credit note. Lines without an amount are left out.</p>
                {Enumerable.Range(1, Lines).Select(line => Line(division, line))}
                <p><button>Enter</button></p>
                </form>
                """
            )
        );
    }

    async Task Enter(HttpContext http)
    {
        var (division, form) = (pages.Division(http), await Form.Read(http));
        var draft = new SalesEntryDraft
        {
            Journal = form.Needed("journal"),
            Customer = Customer(division, form.Needed("customer")).Id,
            EntryDate = form.Date("date"),
            EntryNumber = form.Whole("number"),
            YourRef = form.Text("yourRef"),
            Description = form.Text("description"),
            PaymentReference = form.Text("paymentReference"),
            PaymentCondition = PaymentCondition(division, form),
            Lines =
            [
                .. Enumerable
                    .Range(1, Lines)
                    .Where(line => form.Text($"amount{line}") is not null)
                    .Select(line => new SalesLineDraft(
                        Account(division, form.Needed($"account{line}")).Id,
                        form.Amount($"amount{line}"),
                        form.Text($"vat{line}"),
                        form.Text($"text{line}")
                    )),
            ],
        };
        var entry = ExactPages.Ask(() => division.EnterSalesEntry(draft, ExactPages.By(form)));
        await Layout.SeeOther(http, ExactPages.Address(division, $"entries/{entry.Id}"));
    }

    // A screen proposes a condition where the relation has none; the service's interface does not.
    static string? PaymentCondition(Division division, Form form)
    {
        var customer = Customer(division, form.Needed("customer"));
        return customer.PaymentConditionSales ?? division.PaymentConditions.FirstOrDefault()?.Code;
    }

    static Account Customer(Division division, string words) =>
        division.Accounts.FirstOrDefault(account => account.Code == words)
        ?? division.Accounts.FirstOrDefault(account => account.Name.Equals(words, StringComparison.OrdinalIgnoreCase))
        ?? throw new PageProblem($"There is no relation with the code or name “{words}”.");

    static GLAccount Account(Division division, string code) =>
        division.GLAccounts.FirstOrDefault(account => account.Code == code)
        ?? throw new PageProblem($"There is no ledger account {code}.");

    static Markup Line(Division division, int line)
    {
        var accounts = division.GLAccounts.Where(account => account.Type == GLAccountType.Revenue);
        var vatCodes = division.VatCodes.Where(code => code.OnSales && code.Type != VatCodeType.Including);
        var required = line is 1 ? Markup.Of($" required") : Markup.Empty;
        return Markup.Of(
            $"""
            <fieldset><legend>Line {line.ToString(CultureInfo.InvariantCulture)}</legend><div class="fields">
            <label>Account <select name="account{line}">{accounts.Select(account =>
                Markup.Of($"""<option value="{account.Code}">{account.Code} {account.Description}</option>""")
            )}</select></label>
            <label>Amount without VAT <input name="amount{line}" inputmode="decimal"{required}></label>
            <label>VAT code <select name="vat{line}">{vatCodes.Select(code =>
                Markup.Of($"""<option value="{code.Code}">{code.Code} {code.Description}</option>""")
            )}</select></label>
            <label>Text <input name="text{line}"></label>
            </div></fieldset>
            """
        );
    }
}
