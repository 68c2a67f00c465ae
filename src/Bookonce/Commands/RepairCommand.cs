using System.CommandLine;
using Bookonce.Domain.Connections;
using Bookonce.Domain.Repair;
using Bookonce.Engine;
using Bookonce.Engine.Repair;
using Bookonce.Hosting;
using Bookonce.Output;
using Bookonce.Web.Api.Json;
using Repair = Bookonce.Engine.Store.Repair;

namespace Bookonce.Commands;

/// <summary><c>repair</c>: plans what is to be repaired, applies a plan, goes on with it and undoes it.</summary>
static class RepairCommand
{
    public static Command Create() =>
        new Command(
            "repair",
            "Repair what stands in the books twice, and no more: plan, look at what it costs, apply, and undo it if need be."
        )
        {
            Plan(),
            Show(),
            Apply(),
            Resume(),
            Undo(),
        };

    static Command Plan()
    {
        var wishes = new RepairWishes();
        var target = new Target();
        var command = new Command("plan", "Show every plan there is with what it costs. Nothing is changed.");
        wishes.AddTo(command);
        return target.Complete(
            command,
            async (parsed, workspace, chosen, stop) =>
            {
                var choice = await workspace.Planning.Plan(
                    chosen,
                    await wishes.Of(parsed, workspace, chosen, stop),
                    stop
                );
                if (target.WantsJson(parsed))
                    Screen.Json(RepairJson.Of(chosen, choice));
                else
                    RepairOutput.Text(chosen, choice);
                return choice.Meant is [] ? ExitCode.Done : ExitCode.SomethingForAPerson;
            }
        );
    }

    static Command Show()
    {
        var (wishes, plan, repair) = (new RepairWishes(), WhichPlan(), WhichRepair());
        var html = new Option<FileInfo?>("--html")
        {
            Description = "Write it as one HTML file that stands alone and can be printed, for whoever approves it.",
            HelpName = "FILE",
        };
        var target = new Target();
        var command = new Command(
            "show",
            "Show one plan with every step, or with --repair what was done of a plan that was approved. Nothing is changed."
        )
        {
            plan,
            repair,
            html,
        };
        wishes.AddTo(command);
        return target.Complete(
            command,
            async (parsed, workspace, chosen, stop) =>
            {
                RepairSheet sheet;
                if (parsed.GetValue(repair) is { } id)
                    sheet = RepairSheet.Of(chosen, await workspace.Planning.Repair(chosen, id, stop));
                else
                {
                    var choice = await workspace.Planning.Plan(
                        chosen,
                        await wishes.Of(parsed, workspace, chosen, stop),
                        stop
                    );
                    sheet = RepairSheet.Of(chosen, choice, choice.Pick(parsed.GetValue(plan)));
                }
                if (parsed.GetValue(html) is { } file)
                    Files.Write(file, stream => RepairPage.Write(stream, sheet));
                if (target.WantsJson(parsed))
                    Screen.Json(RepairJson.Of(sheet));
                else
                    RepairOutput.Text(sheet);
                return sheet.IsThrough ? ExitCode.Done : ExitCode.SomethingForAPerson;
            }
        );
    }

    static Command Apply()
    {
        var (wishes, plan) = (new RepairWishes(), WhichPlan());
        var confirmation = new Confirmation("Apply the plan.");
        var target = new Target();
        var command = new Command(
            "apply",
            "Apply a plan: the recommended one, or the one named with --plan. Without --yes it is only shown."
        )
        {
            plan,
            confirmation.DryRun,
            confirmation.Yes,
        };
        wishes.AddTo(command);
        return target.Complete(
            command,
            async (parsed, stop) =>
            {
                var isGiven = confirmation.IsGiven(parsed);
                await using var opened = await target.Open(parsed, stop);
                var (workspace, chosen) = opened;
                var wish = await wishes.Of(parsed, workspace, chosen, stop);
                var choice = await workspace.Planning.Plan(chosen, wish, stop);
                var meant = choice.Pick(parsed.GetValue(plan));
                if (!isGiven)
                    return OnlyShown(target, parsed, RepairSheet.Of(chosen, choice, meant), "bookonce repair apply");
                var repair = await workspace.Planning.Approve(chosen, wish, meant.Seal, stop);
                return await Go(target, parsed, workspace, chosen, repair.Id, wish.IsNotFiled, stop);
            }
        );
    }

    static Command Resume()
    {
        var repair = WhichRepair();
        var number = new Option<int?>("--number")
        {
            Description = "The booking number that is asked for, as Exact or Teamleader shows it.",
            HelpName = "NUMBER",
        };
        var done = new Option<bool>("--done")
        {
            Description = "Say that what is asked of a person is done, or that what slipped in between may stay so.",
        };
        var giveUp = new Option<bool>("--give-up")
        {
            Description = "Leave what is done as it is, and do nothing of the rest.",
        };
        var notFiled = new RepairWishes().NotFiled;
        var target = new Target();
        var command = new Command("resume", "Go on with a repair that stands still, or answer what it asks.")
        {
            repair,
            number,
            done,
            giveUp,
            notFiled,
        };
        return target.Complete(
            command,
            async (parsed, workspace, chosen, stop) =>
            {
                var known = await workspace.Planning.Repair(chosen, parsed.GetValue(repair), stop);
                if (parsed.GetValue(giveUp))
                {
                    await workspace.Repairing.GiveUp(chosen, known.Id, stop);
                    known = await workspace.Planning.Repair(chosen, $"{known.Id}", stop);
                    return OnlyShown(target, parsed, RepairSheet.Of(chosen, known), null);
                }
                if (parsed.GetValue(done) || parsed.GetValue(number) is not null)
                    await workspace.Repairing.Say(chosen, known.Id, parsed.GetValue(number), stop);
                return await Go(target, parsed, workspace, chosen, known.Id, parsed.GetValue(notFiled), stop);
            }
        );
    }

    static Command Undo()
    {
        var repair = WhichRepair();
        var confirmation = new Confirmation("Undo it.");
        var notFiled = new RepairWishes().NotFiled;
        var target = new Target();
        var command = new Command(
            "undo",
            "Put back what a repair removed, under its own number while that is free. Without --yes the plan for it is only shown."
        )
        {
            repair,
            confirmation.DryRun,
            confirmation.Yes,
            notFiled,
        };
        return target.Complete(
            command,
            async (parsed, stop) =>
            {
                var isGiven = confirmation.IsGiven(parsed);
                await using var opened = await target.Open(parsed, stop);
                var (workspace, chosen) = opened;
                var known = await workspace.Planning.Repair(chosen, parsed.GetValue(repair), stop);
                var plan = await workspace.Planning.PlanUndo(chosen, known.Id, stop);
                if (!isGiven)
                    return OnlyShown(target, parsed, RepairSheet.Of(chosen, plan), "bookonce repair undo");
                var undo = await workspace.Planning.ApproveUndo(chosen, known.Id, plan.Seal, stop);
                return await Go(target, parsed, workspace, chosen, undo.Id, parsed.GetValue(notFiled), stop);
            }
        );
    }

    static int OnlyShown(Target target, ParseResult parsed, RepairSheet sheet, string? command)
    {
        if (target.WantsJson(parsed))
            Screen.Json(RepairJson.Of(sheet));
        else
        {
            RepairOutput.Text(sheet);
            if (command is not null)
                Screen.Line($"Nothing is done yet: '{command}' with --yes does it.");
        }
        return sheet.IsThrough ? ExitCode.Done : ExitCode.SomethingForAPerson;
    }

    static async Task<int> Go(
        Target target,
        ParseResult parsed,
        Workspace workspace,
        Connection chosen,
        Guid repair,
        bool isNotFiled,
        CancellationToken stop
    )
    {
        RepairEnd end;
        using (new RepairProgressLine(workspace.Repairing, chosen.Id))
            end = await workspace.Repairing.Go(chosen, repair, isNotFiled, stop);
        if (target.WantsJson(parsed))
            Screen.Json(RepairJson.Of(chosen, end));
        else
            RepairOutput.Text(chosen, end);
        return end switch
        {
            RepairEnd.Done { Differences: [] } => ExitCode.Done,
            RepairEnd.Stopped => ExitCode.Stopped,
            RepairEnd.Failed => ExitCode.Unavailable,
            _ => ExitCode.SomethingForAPerson,
        };
    }

    static Option<string?> WhichPlan() =>
        new("--plan")
        {
            Description = "Which plan: the beginning of its seal, or its kind; without it the recommended one.",
            HelpName = "PLAN",
        };

    static Option<string?> WhichRepair() =>
        new("--repair")
        {
            Description =
                "Which repair: the beginning of its id, or 'last'; without it the one that stands still, else the last.",
            HelpName = "ID",
        };
}
