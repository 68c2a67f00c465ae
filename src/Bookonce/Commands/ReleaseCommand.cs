using System.CommandLine;
using Bookonce.Output;
using Bookonce.Web.Api.Json;

namespace Bookonce.Commands;

/// <summary><c>release</c>: ends links from a date on. Without <c>--yes</c> it only lists them.</summary>
static class ReleaseCommand
{
    public static Command Create()
    {
        var target = new Target();
        var from = new Option<string>("--from")
        {
            Description = "The disconnect date, like 2026-03-01: documents of that date and later are released.",
            HelpName = "DATE",
            Required = true,
        };
        var confirmation = new Confirmation("Release what is listed.");
        var command = new Command(
            "release",
            "End the links of documents from a date on, so that they are looked at again. Nothing is changed in Exact or Teamleader; "
                + "a document whose entry still stands is found again, not booked twice."
        )
        {
            from,
            confirmation.DryRun,
            confirmation.Yes,
        };
        return target.Complete(
            command,
            async (parsed, stop) =>
            {
                var isReleased = confirmation.IsGiven(parsed);
                await using var opened = await target.Open(parsed, stop);
                var (workspace, chosen) = opened;
                var list = await workspace.Releasing.List(chosen, Dates.Read(parsed.GetRequiredValue(from)), stop);
                if (isReleased)
                    await workspace.Releasing.Release(chosen, list, stop);
                if (target.WantsJson(parsed))
                    Screen.Json(ReleaseJson.Of(chosen.Name, list, isReleased));
                else
                    ReleaseOutput.Text(chosen.Name, list, isReleased);
                return list.Refusal is null ? ExitCode.Done : ExitCode.SomethingForAPerson;
            }
        );
    }
}
