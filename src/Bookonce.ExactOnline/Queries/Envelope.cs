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

        return content.ValueKind switch
        {
            JsonValueKind.Array => new Envelope([.. content.EnumerateArray()], null),
            JsonValueKind.Object when content.TryGetProperty("results", out var rows) => rows.ValueKind
            == JsonValueKind.Array
                ? new Envelope([.. rows.EnumerateArray()], Body.Text(content, "__next"))
                : null,
            JsonValueKind.Object => new Envelope([content], null),
            _ => null,
        };
    }
}
