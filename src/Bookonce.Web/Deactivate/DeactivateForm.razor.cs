using Bookonce.Domain.Connections;
using Bookonce.Domain.Problems;
using Bookonce.Engine.Deactivate;
using Bookonce.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Logging;

namespace Bookonce.Web.Deactivate;

/// <summary>Shows what deactivating would end, and deactivates.</summary>
public sealed partial class DeactivateForm
{
    bool releases = true;
    DateOnly? from;
    DeactivationList? list;
    bool customers;
    bool agreed;
    bool busy;
    Problem? problem;

    /// <summary>The connection.</summary>
    [Parameter, EditorRequired]
    public required Connection Connection { get; set; }

    [Inject]
    Deactivating Deactivating { get; set; } = null!;

    [Inject]
    NavigationManager Navigation { get; set; } = null!;

    [Inject]
    ILogger<DeactivateForm> Log { get; set; } = null!;

    string Consequence =>
        list!.Release.Released.Count switch
        {
            0 => "Nothing is booked until it is connected again.",
            var count =>
                $"{Show.Count(count, "document loses", "documents lose")} link and booking number, and nothing is booked until it is connected again.",
        };

    /// <summary>Another choice has another list.</summary>
    void Choose(bool isSome, DateOnly? date) =>
        (releases, from, list, problem, agreed, customers) = (isSome, date, null, null, false, false);

    Task Look() =>
        Try(async () =>
        {
            (agreed, customers) = (false, false);
            list = await Deactivating.List(Connection, releases ? from : null);
        });

    Task Deactivate() =>
        Try(async () =>
        {
            await Deactivating.Deactivate(Connection, list!, customers);
            // The frame of the page shows the connection too.
            Navigation.NavigateTo("/deactivate", forceLoad: true);
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
            (problem, list) = (InWords.Of(exception, Log), null);
        }
        finally
        {
            busy = false;
        }
    }
}
