using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;

namespace Bookonce.Sandbox.Host.Keeping;

/// <summary>
/// How a type is kept: by its fields, as a collection, as a plain value, or not at all. The states are object graphs that keep
/// growing; kept by reflection, nothing that is added to them can be forgotten here.
/// </summary>
internal static class StateShape
{
    static readonly ConcurrentDictionary<Type, FieldInfo[]> Fields = new();
    static readonly ConcurrentDictionary<Type, Type?> Elements = new();

    /// <summary>Written as one JSON value.</summary>
    public static bool IsPlain(Type type) =>
        type.IsPrimitive
        || type.IsEnum
        || type == typeof(string)
        || type == typeof(decimal)
        || type == typeof(Guid)
        || type == typeof(DateOnly)
        || type == typeof(DateTime)
        || type == typeof(DateTimeOffset)
        || type == typeof(TimeSpan)
        || type == typeof(Uri)
        || type == typeof(byte[])
        || type == typeof(JsonElement);

    /// <summary>
    /// What is made anew at each start instead of being kept: clocks, code, what is under way, and whatever is neither of our
    /// own making nor a plain value nor a collection, such as locks and sources of randomness.
    /// </summary>
    public static bool IsLeftOut(Type type) =>
        typeof(Delegate).IsAssignableFrom(type)
        || typeof(TimeProvider).IsAssignableFrom(type)
        || typeof(IDisposable).IsAssignableFrom(type)
        || typeof(IAsyncDisposable).IsAssignableFrom(type)
        || type == typeof(CancellationToken)
        || (
            !type.IsValueType
            && type != typeof(object)
            && type.Assembly != typeof(StateShape).Assembly
            && !IsPlain(type)
            && ElementOf(type) is null
        );

    /// <summary>The type of the elements of a collection, or null for what is no collection.</summary>
    public static Type? ElementOf(Type type) =>
        Elements.GetOrAdd(
            type,
            static each =>
                each.IsArray ? each.GetElementType()
                : !typeof(IEnumerable).IsAssignableFrom(each) || each == typeof(string) ? null
                : each.GetInterfaces()
                    .Append(each)
                    .Where(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IEnumerable<>))
                    .Select(face => face.GetGenericArguments()[0])
                    .FirstOrDefault()
        );

    /// <summary>The instance fields of a class and of those it derives from, without those left out.</summary>
    public static FieldInfo[] FieldsOf(Type type) =>
        Fields.GetOrAdd(
            type,
            static each =>
            {
                List<FieldInfo> fields = [];
                for (var level = each; level is not null && level != typeof(object); level = level.BaseType)
                    fields.InsertRange(
                        0,
                        level
                            .GetFields(
                                BindingFlags.Instance
                                    | BindingFlags.Public
                                    | BindingFlags.NonPublic
                                    | BindingFlags.DeclaredOnly
                            )
                            .Where(field => !IsLeftOut(field.FieldType))
                    );
                return [.. fields];
            }
        );

    /// <summary>The name of a field in the file: that of the property that it stands behind, where there is one.</summary>
    public static string NameOf(FieldInfo field)
    {
        var name = field.Name;
        return name[0] == '<' ? name[1..name.IndexOf('>', StringComparison.Ordinal)] : name;
    }
}
