using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;

namespace Bookonce.Sandbox.Teamleader.Http;

/// <summary>Reads the parameters of a call: a JSON body, or for the deprecated GET the query in the style <c>page[size]=50</c>.</summary>
internal static class RequestReader
{
    static readonly JsonElement Empty = JsonSerializer.SerializeToElement(new JsonObject(), WireJson.Default.JsonNode);

    /// <summary>An empty body, <c>null</c>, <c>[]</c> and <c>{}</c> all say nothing.</summary>
    public static async Task<Input> Read(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method))
            return new Input(BracketedQuery.Read(request.Query), "", Loose: true);

        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, request.HttpContext.RequestAborted);
        return new Input(FromBody(buffer.GetBuffer().AsSpan(0, (int)buffer.Length)), "");
    }

    static JsonElement FromBody(ReadOnlySpan<byte> body)
    {
        if (body.Trim(" \t\r\n"u8).IsEmpty)
            return Empty;
        try
        {
            Check(body);
            var element = JsonElement.Parse(body);
            return element.ValueKind switch
            {
                JsonValueKind.Object => element,
                JsonValueKind.Null => Empty,
                JsonValueKind.Array when element.GetArrayLength() == 0 => Empty,
                _ => throw new Refusal(400, "The body must be an object"),
            };
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new Refusal(400, "Invalid JSON body");
        }
    }

    // JSON can escape half a surrogate pair, a string cannot hold it: found here, it needs no care anywhere else.
    static void Check(ReadOnlySpan<byte> body)
    {
        if (!Utf8.IsValid(body))
            throw new JsonException();
        var reader = new Utf8JsonReader(body);
        while (reader.Read())
            if (reader is { TokenType: JsonTokenType.String or JsonTokenType.PropertyName, ValueIsEscaped: true })
                reader.GetString();
    }
}
