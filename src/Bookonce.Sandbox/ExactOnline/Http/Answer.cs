using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bookonce.Sandbox.ExactOnline.OData;

namespace Bookonce.Sandbox.ExactOnline.Http;

/// <summary>A subscriber to be greeted before the answer is sent.</summary>
/// <param name="Conclude">Takes whether it answered well, while the state is held still.</param>
internal sealed record Greeting(Uri CallbackUrl, Func<bool, Answer> Conclude);

/// <summary>A complete answer, made while the state was held still and sent afterwards.</summary>
internal sealed record Answer(int Status)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public ReadOnlyMemory<byte> Body { get; init; }
    public string? ContentType { get; init; }
    public Dictionary<string, string> Headers { get; } = [];

    /// <summary>An address that must be greeted first; this is then the answer if it answers well.</summary>
    public Greeting? Greeting { get; init; }

    public static Answer Json(int status, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, Options))
            write(json);
        return new Answer(status) { Body = buffer.WrittenMemory, ContentType = "application/json;charset=utf-8" };
    }

    public static Answer Text(int status, string text, string contentType = "text/plain;charset=utf-8") =>
        new(status) { Body = System.Text.Encoding.UTF8.GetBytes(text), ContentType = contentType };

    public static Answer Error(ApiException error)
    {
        var answer = Json(error.Status, json => JsonShape.Error(json, error.Message));
        return error.Reason is { } reason ? answer.With("Reason", reason) : answer;
    }

    public Answer With(string header, string value)
    {
        Headers[header] = value;
        return this;
    }
}
