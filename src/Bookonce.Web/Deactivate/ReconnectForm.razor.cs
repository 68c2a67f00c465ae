using Bookonce.Domain.Connections;
using Bookonce.Domain.Problems;
using Bookonce.Engine;
using Bookonce.Engine.Deactivate;
using Bookonce.Engine.Import;
using Bookonce.Engine.Synchronise;
using Bookonce.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Logging;

namespace Bookonce.Web.Deactivate;

/// <summary>Offers what was kept, shows what connecting again would cause, and connects again.</summary>
public sealed partial class ReconnectForm
{
    DateOnly? start;
    ReconnectOffer? offer;
    ImportList? import;
    ImportResult? result;
    ImportProgress? progress;
    bool isAlone;
    bool busy;
    Problem? problem;

    /// <summary>The connection.</summary>
    [Parameter, EditorRequired]
    public required Connection Connection { get; set; }

    [Inject]
    Reconnecting Reconnecting { get; set; } = null!;

    [Inject]
    Importing Importing { get; set; } = null!;

    [Inject]
    Synchroniser Synchroniser { get; set; } = null!;

    [Inject]
    NavigationManager Navigation { get; set; } = null!;

    [Inject]
    ILogger<ReconnectForm> Log { get; set; } = null!;

    ConnectionSettings Settings => Connection.Settings;

    /// <inheritdoc/>
    protected override void OnInitialized() => start = Settings.StartDate;

    void Choose(DateOnly? date) => (start, offer, problem, isAlone) = (date, null, null, false);

    Task Look() =>
        Try(async () =>
        {
            offer = null;
            var read = await Synchroniser.Run(Connection, isPreview: true);
            if (read.Run.Failure is { } failure)
                throw new CannotBeDoneException(failure);
            offer = await Reconnecting.Look(Connection, start);
        });

    Task Reconnect() =>
        Try(async () =>
        {
            if (import is { } shown && !await Import(shown))
                return;
            await Reconnecting.Reconnect(Connection, offer!.Wanted.StartDate);
            // The frame of the page shows the connection too.
            Navigation.NavigateTo("/", forceLoad: true);
        });

    /// <summary>The import belongs to this page, so the connection rests until it is complete.</summary>
    async Task<bool> Import(ImportList shown)
    {
        try
        {
            result = await Task.Run(() => Importing.Import(Connection, shown, Tell));
        }
        finally
        {
            (import, progress) = (null, null);
        }
        return result is { Unanswered: null, Refused: [] } && shown.Waiting is [];
    }

    void Tell(ImportProgress now) =>
        _ = InvokeAsync(() =>
        {
            progress = now;
            StateHasChanged();
        });

    async Task Try(Func<Task> act)
    {
        (busy, problem) = (true, null);
        try
        {
            await act();
        }
        // What a person did must never end as a stack trace.
        catch (Exception exception)
        {
            problem = InWords.Of(exception, Log);
        }
        finally
        {
            busy = false;
        }
    }
}
