using Bookonce.Domain.Connections;
using Bookonce.Domain.Problems;
using Bookonce.Engine.Repair;
using Microsoft.AspNetCore.Components;

namespace Bookonce.Web.Repair;

/// <summary>Plans, the repair that is under way or stands still, and those of before.</summary>
public sealed partial class RepairPage : IDisposable
{
    IReadOnlyList<Engine.Store.Repair>? repairs;
    Problem? problem;

    [CascadingParameter]
    Connection? Connection { get; set; }

    [Inject]
    Planning Planning { get; set; } = null!;

    [Inject]
    RepairWork Work { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Work.Changed += Hear;
        if (Connection is not null)
            repairs = await Planning.Repairs(Connection);
    }

    async Task ReadAgain()
    {
        repairs = await Planning.Repairs(Connection!);
        problem = Work.LastOf(Connection!.Id).Problem;
        StateHasChanged();
    }

    void Hear(Guid connection)
    {
        if (connection == Connection?.Id)
            _ = InvokeAsync(ReadAgain);
    }

    /// <inheritdoc/>
    public void Dispose() => Work.Changed -= Hear;
}
