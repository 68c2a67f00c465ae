using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bookonce.Storage;

/// <summary>A record of a closed family as JSON: which one it is, by its own name, and what it says.</summary>
internal sealed class ClosedFamily<T> : JsonConverter<T>
    where T : class
{
    const string Which = "is",
        What = "with";

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var element = JsonElement.ParseValue(ref reader);
        var name = element.GetProperty(Which).GetString() ?? "";
        var member =
            typeof(T).GetNestedType(name)
            ?? throw new JsonException($"There is no {typeof(T).Name} of the name {name}.");
        return (T)element.GetProperty(What).Deserialize(options.GetTypeInfo(member))!;
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        var member = value.GetType();
        writer.WriteStartObject();
        writer.WriteString(Which, member.Name);
        writer.WritePropertyName(What);
        JsonSerializer.Serialize(writer, value, options.GetTypeInfo(member));
        writer.WriteEndObject();
    }
}
