using System.CommandLine;
using Bookonce.Engine.Proof;
using Bookonce.Output;
using Bookonce.Web.Api.Json;

namespace Bookonce.Commands;

/// <summary><c>prove</c>: shows for a period that both sides agree, or where they do not.</summary>
static class ProveCommand
{
    public static Command Create()
    {
        var target = new Target();
        var from = Day(
            "--from",
            "The first day, like 2026-01-31; without it the financial year so far, from the start date on."
        );
        var to = Day("--to", "The last day, included; without it today.");
        var html = new Option<FileInfo?>("--html")
        {
            Description = "Write the statement as one HTML file that stands alone and can be printed.",
            HelpName = "FILE",
        };
        var asRead = ReadFirst.AsRead();
        var command = new Command(
            "prove",
            "Show for a period that every document has exactly one entry and that totals and VAT per rate agree, or what is open. Nothing is changed."
        )
        {
            from,
            to,
            html,
            asRead,
        };
        return target.Complete(
            command,
            async (parsed, stop) =>
            {
                var (first, last) = (Dates.ReadIfAny(parsed.GetValue(from)), Dates.ReadIfAny(parsed.GetValue(to)));
                await using var opened = await target.Open(parsed, stop);
                var (workspace, chosen) = opened;
                if (!parsed.GetValue(asRead))
                    await ReadFirst.Read(workspace, chosen, stop);
                var made = await workspace.Proving.Prove(chosen, first, last, ProgressLine.Show, stop);
                ProgressLine.Clear();
                if (parsed.GetValue(html) is { } page)
                    Files.Write(page, stream => ProofPage.Write(stream, made));
                if (target.WantsJson(parsed))
                    Screen.Json(ProofJson.Of(made));
                else
                    ProofOutput.Text(made);
                return made.IsProved ? ExitCode.Done : ExitCode.SomethingForAPerson;
            }
        );
    }

    static Option<string?> Day(string name, string description) =>
        new(name) { Description = description, HelpName = "DATE" };
}
