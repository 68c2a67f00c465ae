using System.Text.Encodings.Web;
using System.Text.Json;

namespace Bookonce.Engine.Check;

/// <summary>The comparison as one JSON object; its schema stands in the contracts.</summary>
public static class CheckJson
{
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        // Names and reasons are read by people, and nothing here becomes part of a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes it as UTF-8, piece by piece, because it may be as large as the lists.</summary>
    public static void Write(Stream stream, CheckedLists lists)
    {
        ArgumentNullException.ThrowIfNull(lists);
        var (documents, entries) = (lists.Documents.Rows, lists.Entries.Rows);
        JsonSerializer.Serialize(
            stream,
            new
            {
                Documents = documents.Select(
                    (document, place) =>
                        new
                        {
                            document.Id,
                            Verdict = lists.Check.VerdictOf(place).ToString(),
                            Entries = lists
                                .Check.EntriesOf(place)
                                .Select(candidate => new
                                {
                                    entries[candidate.Entry].Id,
                                    Probability = Math.Round(candidate.Probability, 6),
                                    Because = lists.Check.Because(place, candidate.Entry),
                                }),
                        }
                ),
                ForeignEntries = lists.Check.Foreign.Select(place => entries[place].Id),
                TypedTwice = lists.Check.TypedTwice.Select(group => group.Select(place => entries[place].Id)),
                Summary = CheckSummary.Of(lists),
            },
            Options
        );
    }
}
