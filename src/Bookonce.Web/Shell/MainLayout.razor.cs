using Bookonce.Domain.Connections;
using Bookonce.Engine.Store;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace Bookonce.Web.Shell;

/// <summary>The frame of every page: where to go, which connection, and the run that is under way.</summary>
public sealed partial class MainLayout : IDisposable
{
    IReadOnlyList<Connection>? connections;
    Connection? current;
    ErrorBoundary? boundary;
    bool isMenuOpen;

    [Inject]
    IStore Store { get; set; } = null!;

    [Inject]
    NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    Visit Visit { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Navigation.LocationChanged += LeaveFailure;
        connections = await Store.Connections();
        current =
            connections.FirstOrDefault(connection => connection.Id == Visit.Chosen) ?? connections.FirstOrDefault();
        if (
            current is null
            && Navigation.ToBaseRelativePath(Navigation.Uri) is not ['c', 'o', 'n', 'n', 'e', 'c', 't', ..]
        )
            Navigation.NavigateTo("/connect");
    }

    void LeaveFailure(object? sender, LocationChangedEventArgs location) => boundary?.Recover();

    /// <inheritdoc/>
    public void Dispose() => Navigation.LocationChanged -= LeaveFailure;
}
