using System.CommandLine;
using Bookonce.Engine.Check;
using Bookonce.Output;

namespace Bookonce.Commands;

/// <summary><c>check</c>: compares two exported lists. No account, no database, no network.</summary>
static class CheckCommand
{
    public static Command Create()
    {
        var documents = List("--documents", "The invoices and credit notes, as CSV.");
        var entries = List("--entries", "The entries of the books, as CSV.");
        var json = new Option<FileInfo?>("--json")
        {
            Description = "Print one JSON object on standard output and nothing else, or write it to a file.",
            HelpName = "FILE",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var report = new Option<FileInfo?>("--report")
        {
            Description = "Write a report for people, one HTML file that stands alone.",
            HelpName = "FILE.html",
        };
        var skip = new Option<bool>("--skip-unreadable")
        {
            Description = "Leave out rows that cannot be read, and count them.",
        };
        var columns = new Option<string[]>("--column")
        {
            Description = "A header that is not recognised, such as documents.number=\"Factuurnr\"; may be repeated.",
            HelpName = "LIST.COLUMN=HEADER",
            DefaultValueFactory = _ => [],
        };
        var command = new Command(
            "check",
            "Compare a list of documents with a list of entries: what is booked, what is not, what is booked twice."
        )
        {
            documents,
            entries,
            json,
            report,
            skip,
            columns,
        };
        command.SetAction(
            Guarded.Action(
                parsed => parsed.GetResult(json) is { Implicit: false },
                (parsed, _) =>
                {
                    var lists = CheckFiles.Check(
                        parsed.GetRequiredValue(documents),
                        parsed.GetRequiredValue(entries),
                        [.. parsed.GetRequiredValue(columns).Select(ColumnChoice.Of)],
                        parsed.GetValue(skip)
                    );
                    foreach (var note in lists.Notes)
                        Screen.Note(note);
                    if (parsed.GetValue(report) is { } page)
                        Files.Write(page, stream => CheckReport.Write(stream, lists));

                    var target = parsed.GetValue(json);
                    if (target is not null)
                        Files.Write(target, stream => CheckJson.Write(stream, lists));
                    if (target is null && parsed.GetResult(json) is { Implicit: false })
                        CheckOutput.Json(lists);
                    else
                        CheckOutput.Text(lists);
                    return Task.FromResult(CheckOutput.CodeOf(CheckSummary.Of(lists)));
                }
            )
        );
        return command;
    }

    static Option<FileInfo> List(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "FILE",
            Required = true,
        };
}
