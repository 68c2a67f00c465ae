using Microsoft.AspNetCore.Components;

namespace Bookonce.Web.Sync;

/// <summary>A component that shows a run of one connection and renders again as it moves on.</summary>
public abstract class RunWatcher : ComponentBase, IDisposable
{
    Throttle? throttle;

    /// <summary>The connection whose run is shown.</summary>
    [Parameter, EditorRequired]
    public required Domain.Connections.Connection Connection { get; set; }

    [Inject]
    internal Runs Runs { get; set; } = null!;

    /// <summary>The clock of the page.</summary>
    [Inject]
    protected TimeProvider Clock { get; set; } = null!;

    /// <summary>How often news is shown at most.</summary>
    protected virtual TimeSpan Pace => TimeSpan.FromMilliseconds(200);

    /// <summary>Whether the connection runs or waits for its turn.</summary>
    protected bool IsUnderWay => Runs.IsUnderWay(Connection.Id);

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        throttle = new Throttle(() => InvokeAsync(Refresh), Pace, Clock);
        Runs.Changed += Hear;
    }

    /// <summary>Shows the news.</summary>
    protected virtual Task Refresh()
    {
        StateHasChanged();
        return Task.CompletedTask;
    }

    void Hear(Guid connection)
    {
        if (connection == Connection.Id)
            throttle?.Tell();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Stops listening.</summary>
    protected virtual void Dispose(bool isDisposing)
    {
        Runs.Changed -= Hear;
        throttle?.Dispose();
    }
}
