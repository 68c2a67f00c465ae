using Bookonce.Domain.Connections;
using Bookonce.Domain.Problems;
using Bookonce.Domain.Repair;
using Bookonce.Engine.Repair;
using Bookonce.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Logging;

namespace Bookonce.Web.Repair;

/// <summary>A repair that stands still: why, and what a person can do about it.</summary>
public sealed partial class OpenRepair
{
    RepairJournal journal = null!;
    RepairStep.Person? asks;
    string? words;
    Problem? problem;
    int? number;
    int done;
    bool notFiled;
    bool busy;
    bool canSay;

    /// <summary>The connection.</summary>
    [Parameter, EditorRequired]
    public required Connection Connection { get; set; }

    /// <summary>The repair.</summary>
    [Parameter, EditorRequired]
    public required Engine.Store.Repair Repair { get; set; }

    /// <summary>How it ended last, if that was since the server started.</summary>
    [Parameter]
    public (RepairEnd? End, Problem? Problem) Last { get; set; }

    /// <summary>Something was written about it.</summary>
    [Parameter]
    public EventCallback OnChanged { get; set; }

    [Inject]
    Repairing Repairing { get; set; } = null!;

    [Inject]
    RepairWork Work { get; set; } = null!;

    [Inject]
    TimeProvider Clock { get; set; } = null!;

    [Inject]
    ILogger<OpenRepair> Log { get; set; } = null!;

    bool needsNumber => asks?.Check is PersonCheck.NextNumber or PersonCheck.ShownNumber;

    /// <summary>Whether it may stand still because VAT returns cannot be seen.</summary>
    bool isMute => words?.Contains("VAT return", StringComparison.Ordinal) == true;

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        journal = Repair.Journal;
        done = journal.Steps.Count(step => step.IsDone);
        var at = journal.Steps.Index().First(step => !step.Item.IsDone);
        asks = Repair.Plan.Steps[at.Index] as RepairStep.Person;
        words = (Last.End, at.Item) switch
        {
            (RepairEnd.Waits(_, var why), _) => why,
            (RepairEnd.Failed(var failure), _) => $"{failure}",
            (_, { State: StepState.Stopped, Stop: { } stop }) => stop.Words,
            (_, { State: StepState.Raced, Words: var raced }) => $"Somebody slipped in between: {raced}.",
            (_, _) when asks is null => "It was stopped, or cut off.",
            _ => null,
        };
        canSay =
            asks is { Check.IsTold: true }
            || at.Item
                is { State: StepState.Raced }
                    or { State: StepState.Stopped, Stop.Reason: StopReason.NumberDiffers };
    }

    Task Say() =>
        Do(async () =>
        {
            await Repairing.Say(Connection, Repair.Id, number);
            Work.Start(Connection, Repair.Id, notFiled);
        });

    Task GiveUp() => Do(() => Repairing.GiveUp(Connection, Repair.Id));

    async Task Do(Func<Task> act)
    {
        (busy, problem) = (true, null);
        try
        {
            await act();
            await OnChanged.InvokeAsync();
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
