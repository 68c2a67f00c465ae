using System.CommandLine;
using System.Globalization;
using Bookonce.Bench;
using Bookonce.Bench.Matching;
using Bookonce.Output;

var json = new Option<bool>("--json") { Description = "Print one JSON object on standard output and nothing else." };
var root = new RootCommand("Measures what booking costs, on two sandboxes on this machine, and how good matching is.")
{
    Throughput(),
    Calls(),
    Repair(),
    MatchingCommand.Create(json),
};
return await root.Parse(args).InvokeAsync();

Command Throughput()
{
    var documents = Count("--documents", "Documents of a round.", 1_000);
    var rounds = Count("--rounds", "Rounds that count, after two that warm up; medians are printed.", 5);
    var command = new Command(
        "throughput",
        "Documents a second of the engine, beside a bare HttpClient that posts the same bodies to an equal sandbox. "
            + "Measured is booking alone: after connecting, the first fill and reading the documents, from the first intent "
            + "to the last link. Sequential, one administration, no limits, no faults, database on disk with synchronous=FULL."
    )
    {
        documents,
        rounds,
        json,
    };
    command.SetAction(
        async (parsed, stop) =>
        {
            var result = await Bookonce.Bench.Throughput.Measure(
                parsed.GetValue(documents),
                parsed.GetValue(rounds),
                stop
            );
            if (parsed.GetValue(json))
                Screen.Json(result);
            else
                Table.Print(result);
        }
    );
    return command;
}

Command Calls()
{
    var documents = Count("--documents", "New documents.", 5_000);
    var relations = Count("--relations", "Their customers.", 400);
    var command = new Command(
        "calls",
        "Requests to Exact for many new documents, reading and confirming included; in a run in which nothing changed; "
            + "and what a day of hourly runs costs besides. Once with every relation there, once with none."
    )
    {
        documents,
        relations,
        json,
    };
    command.SetAction(
        async (parsed, stop) =>
        {
            var (many, customers) = (parsed.GetValue(documents), parsed.GetValue(relations));
            var existing = await Bookonce.Bench.Calls.Count(many, customers, exist: true, stop);
            var created = await Bookonce.Bench.Calls.Count(many, customers, exist: false, stop);
            if (parsed.GetValue(json))
                Screen.Json(new { Existing = existing, Created = created });
            else
                Table.Print(existing, created);
        }
    );
    return command;
}

Command Repair()
{
    var documents = Count("--documents", "Booked documents.", 20_000);
    var duplicates = Count("--duplicates", "How many of them somebody typed once more.", 500);
    var command = new Command(
        "repair",
        "Plans how to remove entries that somebody typed once more, and counts the requests of removing them."
    )
    {
        documents,
        duplicates,
        json,
    };
    command.SetAction(
        async (parsed, stop) =>
        {
            var result = await Bookonce.Bench.Repair.Measure(
                parsed.GetValue(documents),
                parsed.GetValue(duplicates),
                stop
            );
            if (parsed.GetValue(json))
                Screen.Json(result);
            else
                Table.Print(result);
        }
    );
    return command;
}

static Option<int> Count(string name, string description, int standard)
{
    var option = new Option<int>(name)
    {
        Description = description,
        HelpName = "COUNT",
        DefaultValueFactory = _ => standard,
    };
    option.Validators.Add(result =>
    {
        if (
            result.Tokens is [{ Value: var text }]
            && !(int.TryParse(text, CultureInfo.InvariantCulture, out var n) && n > 0)
        )
            result.AddError($"'{text}' is no count.");
    });
    return option;
}
