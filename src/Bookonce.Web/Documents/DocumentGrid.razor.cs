using Bookonce.Domain.Documents;
using Bookonce.Engine.Store;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Bookonce.Web.Documents;

/// <summary>A grid of documents that reads page by page, and again every second while a run moves.</summary>
public sealed partial class DocumentGrid
{
    // Sorting happens in the database; the grid only needs to know that it may be asked for.
    static readonly Func<DocumentRow, object> Unsorted = _ => 0;

    readonly Dictionary<string, TemplateColumn<DocumentRow>> known = new(StringComparer.Ordinal);
    MudDataGrid<DocumentRow>? grid;
    DocumentFilter? shown;

    /// <summary>Invoices or credit notes.</summary>
    [Parameter, EditorRequired]
    public DocumentKind Kind { get; set; }

    /// <summary>Which of them.</summary>
    [Parameter, EditorRequired]
    public DocumentFilter Filter { get; set; } = DocumentFilter.None;

    /// <summary>The columns in order.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<DocumentColumn> Columns { get; set; } = [];

    /// <summary>The order to begin with.</summary>
    [Parameter, EditorRequired]
    public GridSort Sort { get; set; } = GridSort.NewestFirst;

    /// <summary>A person chose another order.</summary>
    [Parameter]
    public EventCallback<GridSort> OnSort { get; set; }

    /// <summary>A person wants to see a document.</summary>
    [Parameter]
    public EventCallback<DocumentRow> OnOpen { get; set; }

    /// <summary>The rows were read again.</summary>
    [Parameter]
    public EventCallback<IReadOnlyList<DocumentRow>> OnRead { get; set; }

    [Inject]
    IReadSide ReadSide { get; set; } = null!;

    /// <inheritdoc/>
    protected override TimeSpan Pace => TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (shown is not null && shown != Filter && grid is not null)
        {
            grid.NavigateTo(Page.First);
            shown = Filter;
            await grid.ReloadServerData();
        }
        shown = Filter;
    }

    /// <inheritdoc/>
    protected override Task Refresh() => grid?.ReloadServerData() ?? Task.CompletedTask;

    async Task<GridData<DocumentRow>> Read(GridState<DocumentRow> state, CancellationToken stop)
    {
        var sort = SortOf(state);
        if (sort != Sort)
            await OnSort.InvokeAsync(sort);

        var page = await ReadSide.Documents(
            Filter.Query(Connection.Id, Kind) with
            {
                Sort = sort.By,
                Descending = sort.IsDescending,
                Skip = state.Page * state.PageSize,
                Take = state.PageSize,
            },
            stop
        );
        await OnRead.InvokeAsync(page.Rows);
        return new GridData<DocumentRow> { Items = page.Rows, TotalItems = page.Total };
    }

    GridSort SortOf(GridState<DocumentRow> state) =>
        state.SortDefinitions.FirstOrDefault() is { } chosen
        && Columns.FirstOrDefault(column => known.GetValueOrDefault(column.Key)?.PropertyName == chosen.SortBy)
            is { Sort: { } by }
            ? new GridSort(by, chosen.Descending)
            : Sort;

    SortDirection DirectionOf(DocumentColumn column) =>
        column.Sort != Sort.By ? SortDirection.None
        : Sort.IsDescending ? SortDirection.Descending
        : SortDirection.Ascending;
}
