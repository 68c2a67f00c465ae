using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Bookonce.Sandbox.Teamleader.Http;

/// <summary>What a call is answered: a status and a JSON body, bytes of another type, or nothing at all.</summary>
internal sealed record Answer(int Status, JsonNode? Body, string ContentType = "application/json", byte[]? Bytes = null)
{
    /// <summary>Updated, deleted or done: no body and no content type.</summary>
    public static readonly Answer Done = new(204, null);

    /// <summary>Whether it hands over the next tokens of a chain, which is the answer that a switch loses.</summary>
    public bool IsRefresh { get; init; }

    public static Answer Data(JsonNode data) => new(200, new JsonObject { ["data"] = data });

    public static Answer Data<T>(IEnumerable<T> rows, Func<T, JsonNode> wire) =>
        Data(new JsonArray([.. rows.Select(wire)]));

    public static Answer Created(string type, Guid id) =>
        new(201, new JsonObject { ["data"] = Wire.Reference(type, id) });

    public async Task WriteTo(HttpResponse response)
    {
        response.StatusCode = Status;
        if ((Bytes ?? Serialized()) is not { } bytes)
            return;
        response.ContentType = ContentType;
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, response.HttpContext.RequestAborted);
    }

    byte[]? Serialized() => Body is null ? null : JsonSerializer.SerializeToUtf8Bytes(Body, WireJson.Default.JsonNode);
}
