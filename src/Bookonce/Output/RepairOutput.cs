using Bookonce.Domain.Connections;
using Bookonce.Domain.Repair;
using Bookonce.Engine.Repair;
using Bookonce.Web.Api.Json;
using Repair = Bookonce.Engine.Store.Repair;

namespace Bookonce.Output;

/// <summary>Plans and repairs on the screen.</summary>
static class RepairOutput
{
    /// <summary>As much of a seal or id as tells it from the others.</summary>
    const int Short = 12;

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
        Screen.Line(RepairJson.Words(end));
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

    static string Id(Repair repair) => $"{repair.Id}"[..8];

    static string Time(TimeSpan time) =>
        time < TimeSpan.FromMinutes(1) ? "a minute"
        : time < TimeSpan.FromHours(1) ? $"{Math.Ceiling(time.TotalMinutes):0} minutes"
        : $"{time.TotalHours:0.#} hours";
}
