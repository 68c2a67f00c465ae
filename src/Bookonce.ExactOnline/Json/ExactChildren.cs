using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Bookonce.ExactOnline;

/// <summary>A list inside an entity: <c>{"results":[…]}</c>, or plain. One that was not asked for is no list at all.</summary>
internal sealed class ExactChildren<T> : JsonConverter<IReadOnlyList<T>>
{
    public override IReadOnlyList<T> Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) =>
        Envelope.List(JsonElement.ParseValue(ref reader)) is { } rows
            ? [.. rows.Select(row => row.Deserialize((JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)))!)]
            : throw new JsonException("The list inside the entity is missing.");

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var child in value)
            JsonSerializer.Serialize(writer, child, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));
        writer.WriteEndArray();
    }
}
