using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Engine.Store;
using Bookonce.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace Bookonce.Web.Documents;

/// <summary>The documents of one kind: filter, columns, grid, and a panel for the one that was opened.</summary>
public sealed partial class DocumentList
{
    DocumentFilter filter = DocumentFilter.None;
    IReadOnlyList<string>? columns;
    GridSort sort = GridSort.NewestFirst;
    DocumentGrid? grid;
    DocumentRow? open;
    int others;

    /// <summary>Invoices or credit notes.</summary>
    [Parameter, EditorRequired]
    public DocumentKind Kind { get; set; }

    /// <summary>First date, from the address.</summary>
    [SupplyParameterFromQuery]
    public string? From { get; set; }

    /// <summary>Last date, from the address.</summary>
    [SupplyParameterFromQuery]
    public string? To { get; set; }

    /// <summary>A status, from the address.</summary>
    [SupplyParameterFromQuery]
    public string? Status { get; set; }

    /// <summary>A part of number, customer or booking number, from the address.</summary>
    [SupplyParameterFromQuery]
    public string? Search { get; set; }

    [CascadingParameter]
    Connection? Connection { get; set; }

    [Inject]
    IStore Store { get; set; } = null!;

    [Inject]
    IReadSide ReadSide { get; set; } = null!;

    [Inject]
    NavigationManager Navigation { get; set; } = null!;

    string Title => Kind == DocumentKind.Invoice ? "Invoices" : "Credit notes";

    DocumentKind OtherKind => Kind == DocumentKind.Invoice ? DocumentKind.CreditNote : DocumentKind.Invoice;

    string OtherWord => OtherKind == DocumentKind.Invoice ? "invoice" : "credit note";

    string PageName => Kind == DocumentKind.Invoice ? "invoices" : "creditNotes";

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync() =>
        columns = await ReadSide.Columns(SignInSetup.Owner, PageName) ?? DocumentColumn.Usual;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        filter = DocumentFilter.Read(From, To, Status, Search);
        if (Connection is null || filter.IsNone)
            return;

        var page = await ReadSide.Documents(filter.Query(Connection.Id, OtherKind) with { Take = 1 });
        others = page.Total;
    }

    /// <summary>The grid hears of the change by itself.</summary>
    void Answered() => open = null;

    /// <summary>An open document is shown as it stands now, not as it stood when it was opened.</summary>
    void Follow(IReadOnlyList<DocumentRow> rows)
    {
        if (open is { Id: var id })
            open = rows.FirstOrDefault(row => row.Id == id) ?? open;
    }

    void Apply(DocumentFilter wanted) => Navigation.NavigateTo(wanted.Address(Kind), replace: true);

    async Task Choose(IReadOnlyList<string> wanted)
    {
        columns = wanted;
        await Store.SaveColumns(SignInSetup.Owner, PageName, wanted);
    }
}
