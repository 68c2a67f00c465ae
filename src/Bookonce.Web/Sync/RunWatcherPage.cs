using Bookonce.Domain.Connections;
using Microsoft.AspNetCore.Components;

namespace Bookonce.Web.Sync;

/// <summary>A page about the chosen connection that reads again while a run moves, at most once a second.</summary>
public abstract class RunWatcherPage : ComponentBase, IDisposable
{
    Throttle? throttle;

    /// <summary>The chosen connection; null when there is none.</summary>
    [CascadingParameter]
    public Connection? Connection { get; set; }

    [Inject]
    internal Runs Runs { get; set; } = null!;

    /// <summary>The clock of the page.</summary>
    [Inject]
    protected TimeProvider Clock { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        throttle = new Throttle(() => InvokeAsync(ReadAgain), TimeSpan.FromSeconds(1), Clock);
        Runs.Changed += Hear;
        if (Connection is not null)
            await Read();
    }

    /// <summary>Reads what the page shows of the connection.</summary>
    protected abstract Task Read();

    async Task ReadAgain()
    {
        await Read();
        StateHasChanged();
    }

    void Hear(Guid connection)
    {
        if (connection == Connection?.Id)
            throttle?.Tell();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Runs.Changed -= Hear;
        throttle?.Dispose();
        GC.SuppressFinalize(this);
    }
}
