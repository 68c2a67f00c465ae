using Bookonce.Domain.Connections;
using Bookonce.Domain.Problems;
using Bookonce.Engine.Connect;
using Bookonce.Engine.Store;
using Bookonce.Engine.Synchronise;
using Bookonce.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Logging;
using MudBlazor;

namespace Bookonce.Web.Connect;

/// <summary>The settings of the chosen connection, on what both services offer now.</summary>
public sealed partial class SettingsPage
{
    Offer? offer;
    SettingsDraft? draft;
    Problem? failure;

    [CascadingParameter]
    Connection? Connection { get; set; }

    [Inject]
    IStore Store { get; set; } = null!;

    [Inject]
    Synchroniser Synchroniser { get; set; } = null!;

    [Inject]
    Connecting Connecting { get; set; } = null!;

    [Inject]
    ISnackbar Snackbar { get; set; } = null!;

    [Inject]
    ILogger<SettingsPage> Log { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (Connection is null)
            return;

        try
        {
            var settings = (await Store.Connections()).First(known => known.Id == Connection.Id).Settings;
            var books = Connection.Administration;
            offer = await Connecting.Offer(
                Connection.TeamleaderAccess,
                new EntityChoice(Connection.Department, Connection.DepartmentName, Connection.Name),
                books.ExactAccess,
                new DivisionChoice(books.Division, books.Name, books.Currency),
                settings.StartDate
            );
            draft = new SettingsDraft(settings, offer, Connecting.Today);
        }
        // Settings need both services: without one the page says which and what to do.
        catch (Exception exception)
        {
            failure = InWords.Of(exception, Log);
        }
    }

    void Moved(DateOnly date) =>
        Snackbar.Add($"Moved to {Show.Date(date)}. The next run goes by it.", Severity.Success);

    async Task Save()
    {
        // The start date is moved apart from the rest.
        var startDate = (await Store.Connections()).First(known => known.Id == Connection!.Id).Settings.StartDate;
        await Synchroniser.SaveSettings(Connection!, draft!.ToSettings() with { StartDate = startDate });
        Snackbar.Add("Saved. The next run uses these settings.", Severity.Success);
    }
}
