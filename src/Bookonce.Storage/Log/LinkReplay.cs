using System.Text.Json;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;

namespace Bookonce.Storage.Log;

/// <summary>Folds the lines of one administration, in order, into the links that they come to. Pure: needs nothing but the lines.</summary>
public sealed class LinkReplay
{
    readonly Dictionary<Guid, Link> links = [];

    /// <summary>The links after the lines so far, by document.</summary>
    public IReadOnlyDictionary<Guid, Link> Links => links;

    /// <summary>Takes the next line into account. A line that is not about a link changes nothing.</summary>
    /// <exception cref="FormatException">A line about a link does not say what such a line says.</exception>
    public void Apply(LogLine line)
    {
        switch (line.Kind)
        {
            case nameof(LogKind.Adopted) or nameof(LogKind.Accepted) or nameof(LogKind.IntentConfirmed):
                links[Document(line)] = Read(line, LinkOf);
                break;
            case nameof(LogKind.LinkEnded):
                links.Remove(Document(line));
                break;
            case nameof(LogKind.LineSeen) when links.TryGetValue(Document(line), out var link):
                links[link.DocumentId] = link with { LineId = Read(line, (_, data) => LineOf(data)) };
                break;
        }
    }

    /// <summary>Where the replay and the stored links disagree, by document.</summary>
    public IReadOnlyList<LinkDifference> Compare(IEnumerable<Link> stored)
    {
        // What both sides said when they were linked stands in the table alone.
        var known = stored.ToDictionary(
            link => link.DocumentId,
            link => link with { At = null, Document = null, Entry = null, IsAccepted = false }
        );
        return
        [
            .. links
                .Keys.Union(known.Keys)
                .Select(id => new LinkDifference(id, links.GetValueOrDefault(id), known.GetValueOrDefault(id)))
                .Where(pair => pair.Replayed != pair.Stored)
                .OrderBy(pair => pair.DocumentId),
        ];
    }

    static Guid Document(LogLine line) => line.Subject ?? throw Unreadable(line, null);

    static T Read<T>(LogLine line, Func<LogLine, JsonElement, T> read)
    {
        try
        {
            using var data = JsonDocument.Parse(line.Data);
            return read(line, data.RootElement);
        }
        catch (Exception e)
            when (e
                    is JsonException
                        or KeyNotFoundException
                        or InvalidOperationException
                        or ArgumentException
                        or FormatException
            )
        {
            throw Unreadable(line, e);
        }
    }

    static Link LinkOf(LogLine line, JsonElement data) =>
        new(
            Document(line),
            Enum.Parse<DocumentKind>(data.GetProperty("kind").GetString()!),
            data.GetProperty("entry").GetGuid(),
            LineOf(data),
            new SeriesKey(data.GetProperty("journal").GetString()!, data.GetProperty("year").GetInt32()),
            data.GetProperty("number").GetInt32(),
            Enum.Parse<LinkOrigin>(data.GetProperty("origin").GetString()!)
        );

    static Guid? LineOf(JsonElement data) =>
        data.GetProperty("line") is { ValueKind: JsonValueKind.String } line ? line.GetGuid() : null;

    static FormatException Unreadable(LogLine line, Exception? inner) =>
        new($"Line {line.Sequence} of the log, {line.Kind}, cannot be read.", inner);
}
