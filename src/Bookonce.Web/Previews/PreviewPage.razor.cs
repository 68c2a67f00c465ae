using Bookonce.Domain.Matching.Deciding;
using Bookonce.Engine.Previews;
using Bookonce.Engine.Store;
using Microsoft.AspNetCore.Components;

namespace Bookonce.Web.Previews;

/// <summary>Every document with its verdict and evidence, before anything is written.</summary>
public sealed partial class PreviewPage
{
    Preview? preview;
    PreviewRow? open;
    IReadOnlyList<PreviewRow> shown = [];
    IReadOnlyList<string> months = [];

    /// <summary>A verdict, from the address.</summary>
    [SupplyParameterFromQuery]
    public string? Verdict { get; set; }

    /// <summary>A month like 2026-03, from the address.</summary>
    [SupplyParameterFromQuery]
    public string? Month { get; set; }

    /// <summary>A part of number, customer or entry, from the address.</summary>
    [SupplyParameterFromQuery]
    public string? Search { get; set; }

    [Inject]
    Previewing Previewing { get; set; } = null!;

    [Inject]
    IStore Store { get; set; } = null!;

    [Inject]
    NavigationManager Navigation { get; set; } = null!;

    PreviewFilter Filter =>
        new(
            Enum.TryParse<MatchVerdict>(Verdict, ignoreCase: true, out var known) && Enum.IsDefined(known)
                ? known
                : null,
            Month,
            Search
        );

    /// <inheritdoc/>
    protected override void OnParametersSet() => Sift();

    /// <inheritdoc/>
    protected override async Task Read()
    {
        // A run writes many times; what is in between is nobody's to look at.
        if (preview is not null && Runs.IsUnderWay(Connection!.Id))
            return;

        var current = (await Store.Connections()).First(known => known.Id == Connection!.Id);
        preview = await Previewing.Of(current);
        months = [.. preview.Months.Select(month => PreviewFilter.Name(month.Month)).Distinct()];
        Sift();
    }

    async Task Again()
    {
        open = null;
        await Read();
    }

    void Sift() => shown = preview is null ? [] : [.. preview.Documents.Where(Filter.Fits)];

    void Go(PreviewFilter wanted) => Navigation.NavigateTo(wanted.Address, replace: true);
}
