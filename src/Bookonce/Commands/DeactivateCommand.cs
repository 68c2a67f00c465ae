using System.CommandLine;
using Bookonce.Output;

namespace Bookonce.Commands;

/// <summary><c>deactivate</c>: lets a connection rest and ends its links from a date on. Without <c>--yes</c> it only lists them.</summary>
static class DeactivateCommand
{
    public static Command Create()
    {
        var target = new Target();
        var from = new Option<string?>("--from")
        {
            Description =
                "The disconnect date, like 2026-03-01: documents of that date and later lose their link and booking number.",
            HelpName = "DATE",
        };
        var nothing = new Option<bool>("--release-nothing") { Description = "Every document keeps its link." };
        var customers = new Option<bool>("--disconnect-customers")
        {
            Description =
                "Forget which relations the customers are, too: only for a move to another administration of Exact.",
        };
        var confirmation = new Confirmation("Deactivate, and release what is listed.");
        var command = new Command(
            "deactivate",
            "Let a connection rest: nothing is booked until 'bookonce reconnect'. Settings are kept; nothing is changed in Exact or Teamleader."
        )
        {
            from,
            nothing,
            customers,
            confirmation.DryRun,
            confirmation.Yes,
        };
        return target.Complete(
            command,
            async (parsed, stop) =>
            {
                if (parsed.GetValue(from) is null != parsed.GetValue(nothing))
                    throw new CommandException(
                        ExitCode.UsedWrongly,
                        "usage",
                        "Which documents are released must be said.",
                        "Give the disconnect date with --from, or --release-nothing."
                    );
                var isGiven = confirmation.IsGiven(parsed);
                await using var opened = await target.Open(parsed, stop);
                var (workspace, chosen) = opened;
                var list = await workspace.Deactivating.List(chosen, Dates.ReadIfAny(parsed.GetValue(from)), stop);
                var withCustomers = parsed.GetValue(customers);
                if (isGiven)
                    await workspace.Deactivating.Deactivate(chosen, list, withCustomers, stop);
                if (target.WantsJson(parsed))
                    DeactivateOutput.Json(chosen.Name, list, withCustomers, isGiven);
                else
                    DeactivateOutput.Text(chosen.Name, list, withCustomers, isGiven);
                return list.Refusal is null ? ExitCode.Done : ExitCode.SomethingForAPerson;
            }
        );
    }
}
