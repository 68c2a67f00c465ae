using Bookonce.Domain.Connections;
using Bookonce.Domain.Problems;
using Bookonce.Domain.Repair;
using Bookonce.Engine.Repair;
using Bookonce.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Logging;

namespace Bookonce.Web.Repair;

/// <summary>Shows every plan with what it costs, and lets a person apply one by typing what it is.</summary>
public sealed partial class PlanChooser
{
    readonly Dictionary<string, string?> typed = new(StringComparer.Ordinal);
    RepairWish wish = new();
    RepairChoice? choice;
    Problem? problem;
    bool busy;

    /// <summary>The connection.</summary>
    [Parameter, EditorRequired]
    public required Connection Connection { get; set; }

    /// <summary>A plan was approved and is being applied.</summary>
    [Parameter]
    public EventCallback OnApproved { get; set; }

    [Inject]
    Planning Planning { get; set; } = null!;

    [Inject]
    RepairWork Work { get; set; } = null!;

    [Inject]
    TimeProvider Clock { get; set; } = null!;

    [Inject]
    ILogger<PlanChooser> Log { get; set; } = null!;

    /// <summary>What a person types to apply a plan: the harm of a rebuild is not done by one click.</summary>
    static string Word(RepairPlan plan) => plan.Kind == RepairKind.RebuildFromDate ? "rebuild" : "repair";

    bool IsTyped(RepairPlan plan) =>
        string.Equals(typed.GetValueOrDefault(plan.Seal)?.Trim(), Word(plan), StringComparison.OrdinalIgnoreCase);

    Guid? Survivor(string key) => wish.Survivors.TryGetValue(key, out var line) ? line : null;

    Task Plan(IReadOnlyList<string> cases)
    {
        wish = wish with { Cases = cases };
        return Do(Read);
    }

    Task Keep(string key, Guid? line)
    {
        var survivors = wish.Survivors.Where(kept => kept.Key != key).ToDictionary();
        if (line is { } stays)
            survivors[key] = stays;
        wish = wish with { Survivors = survivors };
        return Do(Read);
    }

    async Task Read()
    {
        typed.Clear();
        choice = await Task.Run(() => Planning.Plan(Connection, wish));
    }

    Task Apply(RepairPlan plan) =>
        Do(async () =>
        {
            var repair = await Task.Run(() => Planning.Approve(Connection, wish, plan.Seal));
            Work.Start(Connection, repair.Id, wish.IsNotFiled);
            await OnApproved.InvokeAsync();
        });

    async Task Do(Func<Task> act)
    {
        (busy, problem) = (true, null);
        StateHasChanged();
        try
        {
            await act();
        }
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
