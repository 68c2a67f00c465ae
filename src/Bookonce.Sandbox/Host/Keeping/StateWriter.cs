using System.Collections;
using System.Text.Json;

namespace Bookonce.Sandbox.Host.Keeping;

/// <summary>Writes an object graph as JSON: each object once, under a number by which the others refer to it.</summary>
internal sealed class StateWriter(Utf8JsonWriter json)
{
    readonly Dictionary<object, int> _numbers = new(ReferenceEqualityComparer.Instance);

    /// <summary>Writes a value that stands where <paramref name="declared"/> may stand.</summary>
    public void Write(object? value, Type declared)
    {
        if (value is null || StateShape.IsLeftOut(value.GetType()))
        {
            json.WriteNullValue();
            return;
        }
        var type = value.GetType();
        var isOpen = declared == typeof(object);
        if (isOpen)
        {
            json.WriteStartObject();
            json.WriteString("$type", type.FullName);
            json.WritePropertyName("$value");
        }
        if (StateShape.IsPlain(type))
            StatePlain.Write(json, value, type);
        else if (StateShape.ElementOf(type) is { } element)
            WriteCollection(value, element);
        else
            WriteObject(value, type, declared);
        if (isOpen)
            json.WriteEndObject();
    }

    // Without a number: a list belongs to the one object that it stands in, and an immutable one may as well be two.
    void WriteCollection(object value, Type element)
    {
        json.WriteStartArray();
        foreach (var item in (IEnumerable)value)
            Write(item, element);
        json.WriteEndArray();
    }

    void WriteObject(object value, Type type, Type declared)
    {
        json.WriteStartObject();
        if (!type.IsValueType)
        {
            if (_numbers.TryGetValue(value, out var known))
            {
                json.WriteNumber("$ref", known);
                json.WriteEndObject();
                return;
            }
            _numbers.Add(value, _numbers.Count + 1);
            json.WriteNumber("$id", _numbers.Count);
            if (type != declared && declared != typeof(object))
                json.WriteString("$type", type.FullName);
        }
        foreach (var field in StateShape.FieldsOf(type))
        {
            json.WritePropertyName(StateShape.NameOf(field));
            Write(field.GetValue(value), field.FieldType);
        }
        json.WriteEndObject();
    }
}
