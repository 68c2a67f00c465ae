using System.CommandLine;
using Bookonce.Hosting;

namespace Bookonce.Commands;

/// <summary>Options that several commands share.</summary>
static class Options
{
    public static Option<FileInfo> Database() =>
        new("--database")
        {
            Description = "The database file.",
            HelpName = "FILE",
            DefaultValueFactory = _ => new FileInfo(Composition.DefaultDatabase),
        };

    public static Option<string?> Connection() =>
        new("--connection") { Description = "Which connection; not needed when there is only one.", HelpName = "NAME" };

    public static Option<bool> Json() =>
        new("--json") { Description = "Print one JSON object on standard output and nothing else." };

    public static Option<Uri> Url(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "URL",
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
                    return url;
                result.AddError($"'{text}' is no web address. Give one like http://127.0.0.1:5081.");
                return null;
            },
        };

    public static Option<int> Port(string name, string what, int standard) =>
        new(name)
        {
            Description = $"The port of {what}; 0 picks a free one.",
            HelpName = "PORT",
            DefaultValueFactory = _ => standard,
        };

    public static Option<string> World()
    {
        var option = new Option<string>("--world")
        {
            Description = "What the sandboxes hold: a believable company, masters only, or 20,000 documents.",
            DefaultValueFactory = _ => "demo",
        };
        option.AcceptOnlyFromAmong("demo", "empty", "large");
        return option;
    }

    public static Option<DirectoryInfo?> Invoices() =>
        new("--invoices")
        {
            Description = "A folder with UBL invoices and credit notes, read as booked Teamleader documents.",
            HelpName = "DIR",
        };
}
