using System.CommandLine;
using Bookonce.Output;

namespace Bookonce.Commands;

/// <summary><c>answer</c>: shows what is asked, and answers it one by one or all of a kind.</summary>
static class AnswerCommand
{
    public static Command Create()
    {
        var target = new Target();
        var document = new Argument<string?>("document")
        {
            Description = "The number or id of a document; without it, everything that is asked is listed.",
            HelpName = "DOCUMENT",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var entry = new Option<string?>("--entry")
        {
            Description = "The document is this entry, whether it was proposed or not, like 70/2026/26700015.",
            HelpName = "JOURNAL/YEAR/NUMBER",
        };
        var none = new Option<bool>("--none") { Description = "It is none of the proposed entries: book it." };
        var setAside = new Option<bool>("--set-aside") { Description = "Do not book it." };
        var takeBack = new Option<bool>("--take-back") { Description = "Take back that it must not be booked." };
        var accept = new Option<bool>("--accept") { Description = "Its entry says another amount, and that is right." };
        var like = new Option<string?>("--like")
        {
            Description = "All questions of this kind, in the words of the list; with --link, --none or --accept.",
            HelpName = "WORDS",
        };
        var link = new Option<bool>("--link") { Description = "With --like: each is the one entry that is proposed." };
        var yes = new Option<bool>("--yes")
        {
            Description = "With --like: do it; else the documents are only counted.",
        };
        var command = new Command("answer", "Show what is asked, and answer it, one by one or all of a kind.")
        {
            document,
            entry,
            none,
            setAside,
            takeBack,
            accept,
            like,
            link,
            yes,
        };
        return target.Complete(
            command,
            async (parsed, workspace, chosen, stop) =>
            {
                var answers = new Answers(workspace, chosen);
                var answered = (parsed.GetValue(document), parsed.GetValue(like)) switch
                {
                    ({ } number, null) => await answers.One(
                        await answers.Find(number, stop),
                        new Said(
                            parsed.GetValue(entry),
                            parsed.GetValue(none),
                            parsed.GetValue(setAside),
                            parsed.GetValue(takeBack),
                            parsed.GetValue(accept)
                        ),
                        stop
                    ),
                    (null, { } words) => await answers.All(
                        words,
                        parsed.GetValue(link),
                        parsed.GetValue(none),
                        parsed.GetValue(accept),
                        parsed.GetValue(yes),
                        stop
                    ),
                    (null, null) => 0,
                    _ => throw Answers.Wrong("A document and --like exclude each other.", "Give one of them."),
                };
                var open = await workspace.Bulk.Questions(chosen, stop);
                var differences = await workspace.Bulk.Differences(chosen, stop);
                AnswerOutput.Show(chosen.Name, answered, open, differences, target.WantsJson(parsed));
                return open.Count + differences.Count == 0 ? ExitCode.Done : ExitCode.SomethingForAPerson;
            }
        );
    }
}
