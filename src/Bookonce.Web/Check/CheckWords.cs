using Bookonce.Engine.Check;
using Bookonce.Web.Shell;

namespace Bookonce.Web.Check;

/// <summary>A comparison in words.</summary>
static class CheckWords
{
    public static string Headline(CheckSummary summary) =>
        $"{Show.Count(summary.Documents, "document", "documents")}: {Show.Count(summary.Linked + summary.Adopt)} found once, {Show.Count(summary.Twice)} twice, {Show.Count(summary.Book)} not in the books, {Show.Count(summary.Ask)} to ask about";

    /// <summary>What to do on this page, where the file's own remedy names options of the command.</summary>
    public static string Remedy(UnusableFileException file) =>
        file.Code switch
        {
            "columnMissing" => "Say above which header is which column.",
            "unreadableRows" => "Correct them, or leave such rows out by the box above.",
            _ => file.Remedy,
        };

    /// <summary>For example <c>Due date</c> or <c>Amount incl. VAT</c>.</summary>
    public static string Column(string name)
    {
        var words = string.Join(
            ' ',
            name.Split('_')
                .Select(word =>
                    word switch
                    {
                        "vat" => "VAT",
                        "incl" or "excl" => $"{word}. VAT",
                        "dc" => "in the currency of the books",
                        _ => word,
                    }
                )
        );
        return char.ToUpperInvariant(words[0]) + words[1..];
    }
}
