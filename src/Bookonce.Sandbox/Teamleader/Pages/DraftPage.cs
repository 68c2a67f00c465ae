using Bookonce.Sandbox.Html;
using Bookonce.Sandbox.Teamleader.Model;
using Microsoft.AspNetCore.Http;

namespace Bookonce.Sandbox.Teamleader.Pages;

/// <summary>A draft invoice written by hand.</summary>
internal sealed class DraftPage(TeamleaderPages pages)
{
    const int Lines = 5;
    const int Suggestions = 500;

    public IEnumerable<(string, string, RequestDelegate)> Routes =>
        [
            ("GET", $"{TeamleaderPages.Root}/invoices/new", Show),
            ("POST", $"{TeamleaderPages.Root}/invoices/new", Draft),
        ];

    Task Show(HttpContext http)
    {
        var state = pages.State;
        return pages.Send(
            http,
            "New draft invoice",
            Markup.Of(
                $"""
                <form method="post">
                <div class="fields">
                <label>Company entity <select name="department">{state.Departments.Select(department =>
                    Markup.Of($"""<option value="{department.Id}">{department.Name}</option>""")
                )}</select></label>
                <label>Customer's name <input name="customer" list="customers" required autocomplete="off"></label>
                <label>Date <input type="date" name="date" value="{state.Today:yyyy-MM-dd}" required></label>
                </div>
                <datalist id="customers">{Names.Take(Suggestions).Select(name =>
                    Markup.Of($"""<option value="{name}"></option>""")
                )}</datalist>
                <p class="note">Prices without VAT. Lines without a price are left out.</p>
                {Enumerable.Range(1, Lines).Select(Line)}
                <p><button>Save as draft</button></p>
                </form>
                """
            )
        );
    }

    async Task Draft(HttpContext http)
    {
        var (state, form) = (pages.State, await Form.Read(http));
        var department =
            state.Departments.FirstOrDefault(each => $"{each.Id}" == form.Text("department"))
            ?? state.Departments.FirstOrDefault()
            ?? throw PageProblem.NotThere("company entity");
        var date = form.Date("date") ?? state.Today;
        var lines = Enumerable
            .Range(1, Lines)
            .Where(line => form.Text($"price{line}") is not null)
            .Select(line => new Line
            {
                Description = form.Text($"text{line}") ?? "",
                Quantity = form.Amount($"quantity{line}") ?? 1,
                UnitPrice = form.Amount($"price{line}")!.Value,
                TaxRateId = TaxRate(department, form.Text($"tax{line}")),
            })
            .ToList();
        if (lines is [])
            throw new PageProblem("Please fill in at least one price.");
        var draft = TeamleaderPages.Ask(() =>
            state.Draft(
                new PlantedInvoice
                {
                    DepartmentId = department.Id,
                    Customer = Customer(form.Needed("customer")),
                    Date = date,
                    Groups = [new LineGroup(null, lines)],
                }
            )
        );
        await Layout.SeeOther(http, $"{TeamleaderPages.Root}/invoices/{draft.Id}");
    }

    IEnumerable<string> Names =>
        pages.State.Companies.Concat<Relation>(pages.State.Contacts).Select(relation => relation.DisplayName).Order();

    CustomerReference Customer(string name)
    {
        bool IsIt(Relation relation) => relation.DisplayName.Equals(name, StringComparison.OrdinalIgnoreCase);
        return pages.State.Companies.FirstOrDefault(IsIt) is { } company
                ? new CustomerReference(CustomerKind.Company, company.Id)
            : pages.State.Contacts.FirstOrDefault(IsIt) is { } contact
                ? new CustomerReference(CustomerKind.Contact, contact.Id)
            : throw new PageProblem($"There is no customer of the name “{name}”.");
    }

    // Rates belong to a company entity, but the list names each only once: what is picked is found again by its words.
    Guid TaxRate(Department department, string? words)
    {
        var rates = pages.State.TaxRates.Where(rate => rate.DepartmentId == department.Id).ToList();
        return (rates.Find(rate => rate.Description == words) ?? (words is null ? rates.FirstOrDefault() : null))?.Id
            ?? throw new PageProblem($"{department.Name} has no tax rate “{words}”.");
    }

    Markup Line(int line) =>
        Markup.Of(
            $"""
            <fieldset><legend>Line {line}</legend><div class="fields">
            <label>Text <input name="text{line}"></label>
            <label>Quantity <input name="quantity{line}" inputmode="decimal" value="1"></label>
            <label>Price <input name="price{line}" inputmode="decimal"{(line is 1 ? Markup.Of($" required") : Markup.Empty)}></label>
            <label>VAT <select name="tax{line}">{pages.State.TaxRates.Select(rate => rate.Description).Distinct().Select(words =>
                Markup.Of($"<option>{words}</option>")
            )}</select></label>
            </div></fieldset>
            """
        );
}
