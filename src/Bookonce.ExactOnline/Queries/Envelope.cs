using System.Text.Json;

namespace Bookonce.ExactOnline;

/// <summary>One page of a collection, or one entity, out of the <c>d</c> that Exact wraps around answers.</summary>
internal sealed record Envelope(IReadOnlyList<JsonElement> Rows, string? Next)
{
    /// <summary>Reads <c>{"d":{"results":[…],"__next":"…"}}</c>, the short form <c>{"d":[…]}</c> and <c>{"d":{…}}</c>; null if it is none of them.</summary>
    public static Envelope? Of(JsonElement? answer)
    {
        if (answer is not { ValueKind: JsonValueKind.Object } wrapped || !wrapped.TryGetProperty("d", out var content))
            return null;

        return List(content) is { } rows
                ? new Envelope(rows, content.ValueKind == JsonValueKind.Object ? Body.Text(content, "__next") : null)
            : content.ValueKind == JsonValueKind.Object && !content.TryGetProperty("results", out _)
                ? new Envelope([content], null)
            : null;
    }

    /// <summary>The rows of <c>{"results":[…]}</c> or <c>[…]</c>; null when it is neither.</summary>
    public static IReadOnlyList<JsonElement>? List(JsonElement list) =>
        list.ValueKind switch
        {
            JsonValueKind.Array => [.. list.EnumerateArray()],
            JsonValueKind.Object
                when list.TryGetProperty("results", out var rows) && rows.ValueKind == JsonValueKind.Array =>
            [
                .. rows.EnumerateArray(),
            ],
            _ => null,
        };
}
