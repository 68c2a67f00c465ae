using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Bookonce.Sandbox.Host.Keeping;

/// <summary>
/// Fills an object graph from JSON. What stands in a freshly made state already, such as an empty table with its order, is
/// filled in place; everything else is made. Fields that the file does not know keep what they were made with.
/// </summary>
internal sealed class StateReader
{
    static readonly Assembly Ours = typeof(StateReader).Assembly;
    readonly Dictionary<int, object> _objects = [];

    /// <param name="there">What stands at this place already, or null.</param>
    public object? Read(JsonElement json, Type declared, object? there)
    {
        if (json.ValueKind == JsonValueKind.Null)
            return null;
        if (Nullable.GetUnderlyingType(declared) is { } underlying)
            return Read(json, underlying, there: null);
        if (declared == typeof(object))
            return Read(json.GetProperty("$value"), TypeNamed(json), there: null);
        if (StateShape.IsPlain(declared))
            return StatePlain.Read(json, declared);
        return json.ValueKind == JsonValueKind.Array
            ? ReadCollection(json, declared, there)
            : ReadObject(json, declared, there);
    }

    object ReadObject(JsonElement json, Type declared, object? there)
    {
        if (json.TryGetProperty("$ref", out var known))
            return _objects[known.GetInt32()];
        var type = json.TryGetProperty("$type", out _) ? TypeNamed(json) : declared;
        var value = there is not null && there.GetType() == type ? there : RuntimeHelpers.GetUninitializedObject(type);
        if (json.TryGetProperty("$id", out var id))
            _objects[id.GetInt32()] = value;
        foreach (var field in StateShape.FieldsOf(type))
            if (json.TryGetProperty(StateShape.NameOf(field), out var kept))
                field.SetValue(value, Read(kept, field.FieldType, field.GetValue(value)) ?? Absent(field, value));
        return value;
    }

    // Where the file says null, a reference is null; a value type keeps what it has.
    static object? Absent(FieldInfo field, object value) =>
        field.FieldType.IsValueType && Nullable.GetUnderlyingType(field.FieldType) is null
            ? field.GetValue(value)
            : null;

    object ReadCollection(JsonElement json, Type declared, object? there)
    {
        var element = StateShape.ElementOf(declared) ?? throw new JsonException($"{declared} is no collection.");
        if (declared.IsArray || (declared.IsInterface && !IsSet(declared) && !IsDictionary(element)))
            return ReadArray(json, element);
        var collection = there ?? New(declared, element);
        var before = collection is IList list ? list.Cast<object?>().ToArray() : [];
        var (clear, add) = (Method(collection, "Clear"), Adder(collection, element));
        clear.Invoke(collection, []);
        foreach (var (index, item) in json.EnumerateArray().Index())
            add(Read(item, element, index < before.Length ? before[index] : null));
        return collection;
    }

    Array ReadArray(JsonElement json, Type element)
    {
        var array = Array.CreateInstance(element, json.GetArrayLength());
        foreach (var (index, item) in json.EnumerateArray().Index())
            array.SetValue(Read(item, element, there: null), index);
        return array;
    }

    static bool IsSet(Type type) =>
        type.IsGenericType
        && type.GetGenericTypeDefinition() is var open
        && (open == typeof(ISet<>) || open == typeof(IReadOnlySet<>));

    static bool IsDictionary(Type element) =>
        element.IsGenericType && element.GetGenericTypeDefinition() == typeof(KeyValuePair<,>);

    static object New(Type declared, Type element) =>
        declared.IsInterface
            ? Activator.CreateInstance(
                IsDictionary(element)
                    ? typeof(Dictionary<,>).MakeGenericType(element.GetGenericArguments())
                    : typeof(HashSet<>).MakeGenericType(element)
            )!
            : Activator.CreateInstance(declared) ?? throw new JsonException($"{declared} cannot be made.");

    static Action<object?> Adder(object collection, Type element)
    {
        if (collection is IDictionary dictionary)
        {
            var (key, value) = (element.GetProperty("Key")!, element.GetProperty("Value")!);
            return pair => dictionary.Add(key.GetValue(pair)!, value.GetValue(pair));
        }
        var add =
            collection.GetType().GetMethod("Add", [element])
            ?? collection.GetType().GetMethod("Enqueue", [element])
            ?? throw new JsonException($"Nothing can be added to {collection.GetType()}.");
        return item => add.Invoke(collection, [item]);
    }

    static MethodInfo Method(object value, string name) =>
        value.GetType().GetMethod(name, []) ?? throw new JsonException($"{value.GetType()} has no {name}.");

    static Type TypeNamed(JsonElement json)
    {
        var name = json.GetProperty("$type").GetString()!;
        // Only types of our own and plain ones: a file from elsewhere must not choose what is made.
        var type = Ours.GetType(name) ?? typeof(object).Assembly.GetType(name) ?? typeof(Uri).Assembly.GetType(name);
        return type is not null && (type.Assembly == Ours || StateShape.IsPlain(type))
            ? type
            : throw new JsonException($"The type {name} is not kept.");
    }
}
