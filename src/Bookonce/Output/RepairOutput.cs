using Bookonce.Domain.Connections;
using Bookonce.Domain.Repair;
using Bookonce.Engine.Repair;
using Repair = Bookonce.Engine.Store.Repair;

namespace Bookonce.Output;

/// <summary>Plans and repairs on the screen and as JSON.</summary>
static class RepairOutput
{
    /// <summary>As much of a seal or id as tells it from the others.</summary>
    const int Short = 12;

    public static void Json(Connection connection, RepairChoice choice) =>
        Screen.Json(
            new
            {
                Connection = connection.Name,
                Administration = connection.Administration.Name,
                choice.ReadAt,
                Cases = choice.Meant.Select(OfCase),
                Others = choice.Others.Select(OfCase),
                Recommended = choice.Options.Recommended?.Seal,
                choice.Options.Because,
                Plans = choice.Options.Plans.Select(OfPlan),
            }
        );

    public static void Json(RepairSheet sheet) =>
        Screen.Json(
            new
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
            }
        );

    public static void Json(Connection connection, RepairEnd end) =>
        Screen.Json(
            new
            {
                Connection = connection.Name,
                Plan = OfPlan(end.Repair.Plan),
                Repair = OfRepair(end.Repair),
                End = EndOf(end),
                Words = Words(end),
                Differences = (end as RepairEnd.Done)?.Differences ?? [],
                end.ExactCalls,
                Steps = Steps(end.Repair.Plan, end.Repair.Journal.Steps),
            }
        );

    public static void Text(Connection connection, RepairChoice choice)
    {
        Screen.Line($"{connection.Administration.Name}, as read {choice.ReadAt:yyyy-MM-dd HH:mm} UTC");
        if (choice.Meant is [])
            Screen.Line("Nothing stands in the books twice.");
        foreach (var one in choice.Meant)
            Screen.Line($"  {one.Words}");
        foreach (var plan in choice.Options.Plans)
        {
            var isBest = plan.Seal == choice.Options.Recommended?.Seal;
            Screen.Line("");
            Screen.Line($"{plan.Title} ({plan.Seal[..Short]}){(isBest ? ", recommended" : "")}");
            Screen.Line(
                $"  It costs: {(plan.Cost.Words is [] ? "nothing" : string.Join(", ", plan.Cost.Words))}; about {Time(plan.Cost.Time)}."
            );
            foreach (var obstacle in plan.Obstacles)
                Screen.Line($"  Against it: {obstacle.Words}");
            if (isBest)
                Screen.Line($"  {choice.Options.Because}");
        }
        if (choice.Options.Recommended is null && choice.Meant is not [])
            Screen.Line(choice.Options.Because);
        if (choice.Others is not [])
            Screen.Line("");
        foreach (var other in choice.Others)
            Screen.Line($"Could be repaired too, with --case {other.Key}: {other.Words}");
        if (choice.Meant is not [])
            Screen.Line("'bookonce repair show' tells one plan step by step, 'bookonce repair apply' applies it.");
    }

    public static void Text(RepairSheet sheet)
    {
        var plan = sheet.Plan;
        Screen.Line($"{sheet.Connection.Name}: {plan.Title}");
        Screen.Line(
            sheet.Repair is { } repair
                ? $"Repair {Id(repair)}, approved {repair.ApprovedAt:yyyy-MM-dd HH:mm} UTC{(repair.IsOpen ? ", not through yet" : "")}"
                : $"Seal {plan.Seal[..Short]}"
        );
        foreach (var one in sheet.Cases)
            Screen.Line($"  {one}");
        Tell("It costs", plan.Cost.Words);
        Tell("Against it", plan.Obstacles.Select(obstacle => obstacle.Words));
        Tell("Numbers that change", plan.Cost.Changes.Select(change => $"{change}"));
        Tell("Numbers that will be missing", plan.Cost.Gaps.Select(gap => $"{gap}"));
        Tell("Good to know", plan.Notes);
        Screen.Line("Steps:");
        foreach (var (at, step) in plan.Steps.Index())
            Screen.Line($"  {at + 1, 3}. {step.Words}{Standing(step, sheet.Steps?[at])}");
    }

    public static void Text(Connection connection, RepairEnd end)
    {
        var journal = end.Repair.Journal;
        Screen.Line(
            $"{connection.Name}: {end.Repair.Plan.Title}, {journal.Steps.Count(step => step.IsDone)} of {journal.Steps.Count} steps, {Screen.Count(end.ExactCalls, "call", "calls")} to Exact"
        );
        Screen.Line(Words(end));
        foreach (var difference in (end as RepairEnd.Done)?.Differences ?? [])
            Screen.Line($"  {difference}");
    }

    static void Tell(string heading, IEnumerable<string> lines)
    {
        foreach (var line in lines)
            Screen.Line($"{heading}: {line}");
    }

    static string Standing(RepairStep step, StepProgress? progress) =>
        StepWords.Of(step, progress) is { Length: > 0 } words ? $" — {words}" : "";

    static string Words(RepairEnd end) =>
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
                Deleted = plan.Cost.Deleted.Select(EntryOutput.Of),
                Gaps = plan.Cost.Gaps.Select(gap => $"{gap}"),
                Changes = plan.Cost.Changes.Select(change => $"{change}"),
                plan.Cost.PersonSteps,
                plan.Cost.Calls,
                Seconds = (int)plan.Cost.Time.TotalSeconds,
            },
            plan.Notes,
        };

    static object? OfRepair(Repair? repair) =>
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

    static string Id(Repair repair) => $"{repair.Id}"[..8];

    static string Time(TimeSpan time) =>
        time < TimeSpan.FromMinutes(1) ? "a minute"
        : time < TimeSpan.FromHours(1) ? $"{Math.Ceiling(time.TotalMinutes):0} minutes"
        : $"{time.TotalHours:0.#} hours";
}
