using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Bookonce.Domain.Problems;
using Microsoft.AspNetCore.Http;

namespace Bookonce.Web.Api.Http;

/// <summary>Reads what was sent as JSON, strictly: a field that nobody would look at is refused, and so is one given twice.</summary>
static class Body
{
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict,
    };

    static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    static readonly ConcurrentDictionary<Type, IReadOnlyDictionary<string, PropertyInfo>> Fields = new();

    /// <summary>Reads the body.</summary>
    /// <exception cref="Refused">It is no JSON, or not this.</exception>
    public static async Task<T> Read<T>(HttpContext context)
        where T : class
    {
        if (!context.Request.HasJsonContentType())
            throw new Refused(StatusCodes.Status415UnsupportedMediaType, NotJson);
        using var sent = await Parse(context);
        var fields = FieldsOf(typeof(T));
        if (sent.RootElement.ValueKind != JsonValueKind.Object)
            throw Refused.Unreadable("The body is no JSON object.", Fit(fields));
        if (sent.RootElement.EnumerateObject().Select(field => field.Name).FirstOrDefault(Unknown) is { } unknown)
            throw Refused.Unreadable($"The body has a field '{unknown}', which nothing here is called.", Fit(fields));
        if (fields.FirstOrDefault(IsMissing) is { Key: { } missing })
            throw Refused.Unreadable($"The body has no field '{missing}'.", Fit(fields));
        foreach (var field in sent.RootElement.EnumerateObject())
            Check(field, fields[field.Name].PropertyType);
        return sent.RootElement.Deserialize<T>(Options)!;

        bool Unknown(string name) => !fields.ContainsKey(name);

        bool IsMissing(KeyValuePair<string, PropertyInfo> field) =>
            field.Value.IsDefined(typeof(RequiredMemberAttribute))
            && !sent.RootElement.TryGetProperty(field.Key, out _);
    }

    /// <summary>What is said of a body that is something else.</summary>
    public static Problem NotJson { get; } =
        new("usage", "The body is no JSON.", "Send JSON, with the header 'Content-Type: application/json'.");

    static async Task<JsonDocument> Parse(HttpContext context)
    {
        try
        {
            return await JsonDocument.ParseAsync(context.Request.Body, Strict, context.RequestAborted);
        }
        catch (JsonException broken)
        {
            throw Refused.Unreadable(
                broken.LineNumber is { } line
                    ? $"The body is no JSON at line {line + 1}, byte {broken.BytePositionInLine + 1}."
                    : "The body is no JSON, or names a field twice.",
                "Correct it there."
            );
        }
    }

    /// <summary>Read one by one, so that the field that does not fit can be named.</summary>
    static void Check(JsonProperty field, Type type)
    {
        try
        {
            // What may be left out may also be null; nothing else may, nor anything inside.
            if (Nullable.GetUnderlyingType(type) is not null || !HoldsNull(field.Value))
            {
                _ = field.Value.Deserialize(type, Options);
                return;
            }
        }
        catch (JsonException)
        {
            // Said below, with the field's name.
        }
        throw Refused.Unreadable($"The field '{field.Name}' is not what it must be.", $"Give {Kind(type)}.");
    }

    static bool HoldsNull(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => true,
            JsonValueKind.Array => value.EnumerateArray().Any(HoldsNull),
            JsonValueKind.Object => value.EnumerateObject().Any(inner => HoldsNull(inner.Value)),
            _ => false,
        };

    static string Kind(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) switch
        {
            var plain when plain == typeof(bool) => "true or false",
            var plain when plain == typeof(int) => "a whole number",
            var plain when plain == typeof(DateOnly) => "a date like \"2026-01-31\"",
            var plain when plain == typeof(string) => "a text",
            var plain when plain == typeof(IReadOnlyList<string>) => "a list of texts",
            var plain when plain == typeof(IReadOnlyDictionary<string, int>) => "an object of whole numbers",
            _ => "an object of texts",
        };

    static string Fit(IReadOnlyDictionary<string, PropertyInfo> fields) =>
        fields.Count == 0 ? "Send {}." : $"There is {string.Join(", ", fields.Keys)}.";

    static IReadOnlyDictionary<string, PropertyInfo> FieldsOf(Type type) =>
        Fields.GetOrAdd(
            type,
            known =>
                known
                    .GetProperties()
                    .Where(property => property.SetMethod is not null)
                    .ToDictionary(
                        property => JsonNamingPolicy.CamelCase.ConvertName(property.Name),
                        StringComparer.Ordinal
                    )
        );
}
