using System.CommandLine;
using Bookonce.Output;
using Bookonce.Web.Api.Json;

namespace Bookonce.Commands;

/// <summary><c>duplicates</c>: what stands in the books twice, or no longer once, whoever books.</summary>
static class DuplicatesCommand
{
    public static Command Create()
    {
        var target = new Target();
        var asRead = ReadFirst.AsRead();
        var command = new Command(
            "duplicates",
            "Show what stands in the books twice, who made which, and what speaks for keeping it. Nothing is changed."
        )
        {
            asRead,
        };
        return target.Complete(
            command,
            async (parsed, workspace, chosen, stop) =>
            {
                if (!parsed.GetValue(asRead))
                    await ReadFirst.Read(workspace, chosen, stop);
                var found = await workspace.FindDuplicates.In(chosen, stop);
                if (found.ReadAt is null)
                    throw new CommandException(
                        ExitCode.UsedWrongly,
                        "notReadYet",
                        "The books were not read yet, so nothing can be said of them.",
                        "Leave out --as-read, or run 'bookonce preview' first."
                    );
                if (target.WantsJson(parsed))
                    Screen.Json(DuplicatesJson.Of(chosen, found));
                else
                    DuplicatesOutput.Text(chosen, found);
                return found.Findings is [] ? ExitCode.Done : ExitCode.SomethingForAPerson;
            }
        );
    }
}
