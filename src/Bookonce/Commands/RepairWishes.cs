using System.CommandLine;
using System.Globalization;
using Bookonce.Domain.Connections;
using Bookonce.Engine.Repair;
using Bookonce.Hosting;
using Bookonce.Output;

namespace Bookonce.Commands;

/// <summary>The options that say what is to be repaired, the same for looking at a plan and for applying it.</summary>
sealed class RepairWishes
{
    readonly Option<string[]> cases = Several(
        "--case",
        "KEY",
        "A case by its key, more than once for several; without it everything that stands in the books twice."
    );

    readonly Option<string[]> keep = Several(
        "--keep",
        "CASE=ENTRY",
        "Which entry of a case stays, like twins-1f…=70/2026/14; of two documents with one number, which document it is."
    );

    readonly Option<string[]> withdraw = Several(
        "--withdraw",
        "DOCUMENT",
        "A document, by number or id, that is to be deleted in Teamleader: its entry goes first."
    );

    readonly Option<string[]> shown = Several(
        "--shown",
        "DOCUMENT=NUMBER",
        "The booking number that Teamleader shows for a document: where another integration books, that entry stays."
    );

    /// <summary>Whether a person says that no VAT return was filed.</summary>
    public Option<bool> NotFiled { get; } =
        new("--not-filed")
        {
            Description =
                "Say that no VAT return was filed over these entries; counts only while Exact does not let the connected user see the returns.",
        };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { cases, keep, withdraw, shown, NotFiled })
            command.Options.Add(option);
    }

    /// <summary>Reads them, names resolved.</summary>
    public Task<RepairWish> Of(
        ParseResult parsed,
        Workspace workspace,
        Connection connection,
        CancellationToken stop
    ) =>
        new WishInWords
        {
            Cases = parsed.GetValue(cases) ?? [],
            Keep = [.. Pairs(parsed, keep)],
            Withdraw = parsed.GetValue(withdraw) ?? [],
            Shown = [.. Pairs(parsed, shown).Select(pair => (pair.Left, Number(pair.Right)))],
            IsNotFiled = parsed.GetValue(NotFiled),
        }.Read(workspace.Store, connection, stop);

    static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Wrong($"'{text}' is no booking number.", "Type the number that Teamleader shows.");

    static IEnumerable<(string Left, string Right)> Pairs(ParseResult parsed, Option<string[]> option) =>
        (parsed.GetValue(option) ?? []).Select(text =>
            text.LastIndexOf('=') is > 0 and var at && at < text.Length - 1
                ? (text[..at].Trim(), text[(at + 1)..].Trim())
                : throw Wrong($"'{text}' has no two sides.", $"Give {option.Name} like {option.HelpName}.")
        );

    static Option<string[]> Several(string name, string help, string description) =>
        new(name)
        {
            Description = description,
            HelpName = help,
            AllowMultipleArgumentsPerToken = false,
        };

    static CommandException Wrong(string what, string remedy) => new(ExitCode.UsedWrongly, "usage", what, remedy);
}
