using System.CommandLine;
using Bookonce.Domain.Numbering;
using Bookonce.Engine.Numbers;
using Bookonce.Output;
using Bookonce.Web.Api.Json;

namespace Bookonce.Commands;

/// <summary><c>numbers</c>: the booking numbers of every series, what is missing, and what Exact must show as next.</summary>
static class NumbersCommand
{
    public static Command Create()
    {
        var target = new Target();
        var shown = OfSeries(
            "--shown",
            "What Exact shows under Master data > Journals > Next booking number, to hold it against what is expected; for example 70/2026=26700012."
        );
        var goOn = OfSeries(
            "--go-on-at",
            "Let a series go on at the number that Exact shows, after somebody deleted its last entries by hand. Refused while an entry stands there."
        );
        var command = new Command(
            "numbers",
            "Show the booking numbers of the journals that are booked in: last, next, and what is missing and why. As of the last run."
        )
        {
            shown,
            goOn,
        };
        return target.Complete(
            command,
            async (parsed, workspace, chosen, stop) =>
            {
                foreach (var (series, next) in parsed.GetValue(goOn) ?? [])
                    await workspace.GoingOnAt.Say(chosen, series, next, stop);
                var reports = await workspace.NumberReports.Of(chosen, stop);
                var checks = NumberReports.Check(reports, parsed.GetValue(shown) ?? []);
                if (target.WantsJson(parsed))
                    Screen.Json(NumbersJson.Of(chosen.Name, reports, checks));
                else
                    NumbersOutput.Text(chosen.Name, reports, checks);
                return checks.All(check => check.Agrees) ? ExitCode.Done : ExitCode.SomethingForAPerson;
            }
        );
    }

    static Option<ShownNext[]> OfSeries(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "JOURNAL/YEAR=NUMBER",
            CustomParser = result =>
            {
                var read = result.Tokens.Select(token => ShownNext.Parse(token.Value)).ToArray();
                if (Array.IndexOf(read, null) is var wrong and >= 0)
                    result.AddError(
                        $"'{result.Tokens[wrong].Value}' is no number of a series. Give one like 70/2026=12."
                    );
                return read!;
            },
        };
}
