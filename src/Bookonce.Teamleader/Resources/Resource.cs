using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Bookonce.Teamleader;

/// <summary>What every resource does: read one, read a whole list, read page after page.</summary>
internal sealed class Resource<T>(Transport transport, string name, JsonTypeInfo<T> shape)
    where T : class
{
    /// <summary>The largest page; also the most ids asked for at once.</summary>
    public const int PageSize = 100;

    /// <summary>One record. Some answers wrap it in an array of one (creditNotes.info as documented).</summary>
    public async Task<T> One(string action, JsonObject? body, CancellationToken cancellation)
    {
        var data = Data(await transport.Send($"{name}.{action}", body, cancellation));
        if (data.ValueKind == JsonValueKind.Array)
            data = data.EnumerateArray().SingleOrDefault();
        return data.ValueKind == JsonValueKind.Object ? Parse(data) : throw Failure.Unreadable(200, null);
    }

    /// <summary>Adds a record; the answer names its id.</summary>
    public async Task<string> Add(JsonObject body, CancellationToken cancellation) =>
        Body.Text(Data(await transport.Send($"{name}.add", body, cancellation)), "id")
        ?? throw Failure.Unreadable(201, null);

    /// <summary>A list that comes whole.</summary>
    public async Task<IReadOnlyList<T>> Whole(JsonObject? filter, CancellationToken cancellation)
    {
        var body = filter is null ? new JsonObject() : new JsonObject { ["filter"] = filter };
        return Rows(await transport.Send($"{name}.list", body, cancellation));
    }

    /// <summary>Page after page until one is short: most lists tell no total.</summary>
    public async IAsyncEnumerable<T> Pages(
        JsonObject? filter,
        JsonArray? sort,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        for (var number = 1; ; number++)
        {
            var rows = await Page(filter, sort, number, cancellation);
            foreach (var row in rows)
                yield return row;
            if (rows.Count < PageSize)
                yield break;
        }
    }

    /// <summary>The records with these ids, a hundred at a time; ids that point to nothing are missing from the answer.</summary>
    public async IAsyncEnumerable<T> ByIds(
        IEnumerable<string> ids,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        foreach (var chunk in ids.Distinct(StringComparer.Ordinal).Chunk(PageSize))
        {
            foreach (
                var row in await Page(new JsonObject { ["ids"] = Array(chunk) }, sort: null, number: 1, cancellation)
            )
                yield return row;
        }
    }

    /// <summary>A list of texts for a filter.</summary>
    public static JsonArray Array(IEnumerable<string> values) => [.. values.Select(value => (JsonNode)value)];

    /// <summary>An instant as filters take it: no fractions of a second.</summary>
    public static string Instant(DateTimeOffset instant) =>
        instant.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'+00:00'", CultureInfo.InvariantCulture);

    private async Task<IReadOnlyList<T>> Page(
        JsonObject? filter,
        JsonArray? sort,
        int number,
        CancellationToken cancellation
    )
    {
        var body = new JsonObject
        {
            ["page"] = new JsonObject { ["size"] = PageSize, ["number"] = number },
        };
        if (filter is not null)
            body["filter"] = filter.DeepClone();
        if (sort is not null)
            body["sort"] = sort.DeepClone();
        return Rows(await transport.Send($"{name}.list", body, cancellation));
    }

    private IReadOnlyList<T> Rows(JsonElement? answer) =>
        Data(answer) is { ValueKind: JsonValueKind.Array } data
            ? [.. data.EnumerateArray().Select(Parse)]
            : throw Failure.Unreadable(200, null);

    private static JsonElement Data(JsonElement? answer) =>
        answer is { } found && found.TryGetProperty("data", out var data) ? data : throw Failure.Unreadable(200, null);

    private T Parse(JsonElement row)
    {
        try
        {
            return row.Deserialize(shape) ?? throw Failure.Unreadable(200, null);
        }
        catch (JsonException error)
        {
            throw Failure.Unreadable(200, null, error);
        }
    }
}
