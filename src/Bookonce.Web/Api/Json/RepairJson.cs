using Bookonce.Domain.Connections;
using Bookonce.Domain.Repair;
using Bookonce.Engine.Repair;

namespace Bookonce.Web.Api.Json;

/// <summary>Plans and repairs, as <c>repair-plan</c>, <c>repair-show</c> and <c>repair-end.schema.json</c> say them.</summary>
public static class RepairJson
{
    /// <summary>Every plan there is.</summary>
    public static object Of(Connection connection, RepairChoice choice)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(choice);
        return new
        {
            Connection = connection.Name,
            Administration = connection.Administration.Name,
            choice.ReadAt,
            Cases = choice.Meant.Select(OfCase),
            Others = choice.Others.Select(OfCase),
            Recommended = choice.Options.Recommended?.Seal,
            choice.Options.Because,
            Plans = choice.Options.Plans.Select(OfPlan),
        };
    }

    /// <summary>One plan or repair, step by step.</summary>
    public static object Of(RepairSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return new
        {
            Connection = sheet.Connection.Name,
            sheet.Cases,
            Plan = OfPlan(sheet.Plan),
            Repair = OfRepair(sheet.Repair),
            Rows = sheet.Plan.Rows.Select(row => new
            {
                row.Series.Journal,
                row.Series.Year,
                Numbers = row.Cells.Select(cell => new
                {
                    cell.Number,
                    cell.Before,
                    cell.After,
                }),
            }),
            Steps = Steps(sheet.Plan, sheet.Steps),
        };
    }

    /// <summary>How applying ended for now.</summary>
    public static object Of(Connection connection, RepairEnd end)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(end);
        return new
        {
            Connection = connection.Name,
            Plan = OfPlan(end.Repair.Plan),
            Repair = OfRepair(end.Repair),
            End = EndOf(end),
            Words = Words(end),
            Needs = NeedsOf(end),
            Differences = (end as RepairEnd.Done)?.Differences ?? [],
            end.ExactCalls,
            Steps = Steps(end.Repair.Plan, end.Repair.Journal.Steps),
        };
    }

    /// <summary>How applying ended for now, with what to do.</summary>
    public static string Words(RepairEnd end) =>
        end switch
        {
            RepairEnd.Done { Differences: [] } => "Everything is done and seen. 'bookonce repair undo' would undo it.",
            RepairEnd.Done => "Everything is done, and this is not as it should be:",
            RepairEnd.AsksPerson(_, var step) =>
                $"{step.What} {step.Check.Words} Then: 'bookonce repair resume{Answer(step.Check)}'.",
            RepairEnd.Halted(var at, var why) =>
                $"It stands still at step {at + 1}. {why.Words} Then: 'bookonce repair resume', 'resume --give-up' or 'undo'.",
            RepairEnd.Waits(_, var words) => $"It waits. {words} Then: 'bookonce repair resume'.",
            RepairEnd.Stopped => "Stopped between two steps. 'bookonce repair resume' goes on.",
            RepairEnd.Failed(var problem) => $"{problem} Then: 'bookonce repair resume'.",
            _ => "",
        };

    /// <summary>What resuming must bring along: a number that a person read, or their word.</summary>
    static string? NeedsOf(RepairEnd end) =>
        end switch
        {
            RepairEnd.AsksPerson(_, { Check: PersonCheck.NextNumber or PersonCheck.ShownNumber }) => "number",
            RepairEnd.AsksPerson(_, { Check: PersonCheck.Said }) => "done",
            RepairEnd.Halted(_, { Reason: StopReason.NumberDiffers }) => "done",
            _ => null,
        };

    static string Answer(PersonCheck check) =>
        check switch
        {
            PersonCheck.NextNumber or PersonCheck.ShownNumber => " --number NUMBER",
            PersonCheck.Said => " --done",
            _ => "",
        };

    static string EndOf(RepairEnd end) =>
        end switch
        {
            RepairEnd.Done => "done",
            RepairEnd.AsksPerson => "asksPerson",
            RepairEnd.Halted => "halted",
            RepairEnd.Waits => "waits",
            RepairEnd.Stopped => "stopped",
            _ => "failed",
        };

    static object OfCase(RepairCase one) =>
        new
        {
            one.Key,
            one.Date,
            one.Words,
            Documents = one.Documents.Select(document => document.Id),
        };

    static object OfPlan(RepairPlan plan) =>
        new
        {
            plan.Kind,
            plan.Title,
            plan.Seal,
            plan.From,
            plan.CanApply,
            Obstacles = plan.Obstacles.Select(obstacle => new { obstacle.Reason, obstacle.Words }),
            Cost = new
            {
                plan.Cost.LeftOpen,
                Payments = plan.Cost.Payments.Count,
                Corrections = plan.Cost.Corrections.Count,
                Attachments = plan.Cost.Attachments.Count,
                Reversed = plan.Cost.Reversed.Count,
                Deleted = plan.Cost.Deleted.Select(EntryJson.Of),
                Gaps = plan.Cost.Gaps.Select(gap => $"{gap}"),
                Changes = plan.Cost.Changes.Select(change => $"{change}"),
                plan.Cost.PersonSteps,
                plan.Cost.Calls,
                Seconds = (int)plan.Cost.Time.TotalSeconds,
            },
            plan.Notes,
        };

    internal static object? OfRepair(Engine.Store.Repair? repair) =>
        repair is null
            ? null
            : new
            {
                repair.Id,
                repair.ApprovedAt,
                Open = repair.IsOpen,
                repair.Undoes,
            };

    static IEnumerable<object> Steps(RepairPlan plan, IReadOnlyList<StepProgress>? progress) =>
        plan.Steps.Select(
            (step, at) =>
                new
                {
                    step.Phase,
                    step.Words,
                    State = progress?[at].State,
                    progress?[at].Number,
                    Stop = progress?[at].Stop?.Words,
                }
        );
}
