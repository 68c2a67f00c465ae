using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Bookonce.Sandbox.Teamleader.Http;

/// <summary>What a call is answered: a status and a JSON body, or none at all.</summary>
internal sealed record Answer(int Status, JsonNode? Body)
{
    /// <summary>Updated, deleted or done: no body and no content type.</summary>
    public static readonly Answer Done = new(204, null);

    public static Answer Data(JsonNode data) => new(200, new JsonObject { ["data"] = data });

    public static Answer Data<T>(IEnumerable<T> rows, Func<T, JsonNode> wire) =>
        Data(new JsonArray([.. rows.Select(wire)]));

    public static Answer Created(string type, Guid id) =>
        new(201, new JsonObject { ["data"] = Wire.Reference(type, id) });

    public async Task WriteTo(HttpResponse response)
    {
        response.StatusCode = Status;
        if (Body is null)
            return;
        var bytes = JsonSerializer.SerializeToUtf8Bytes(Body, WireJson.Default.JsonNode);
        response.ContentType = "application/json";
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, response.HttpContext.RequestAborted);
    }
}
