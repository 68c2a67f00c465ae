using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Bookonce.Sandbox.Teamleader.Http;

/// <summary>The small shapes that all resources are written with.</summary>
internal static class Wire
{
    const decimal OneWithoutTrailingZeros = 1.0000000000000000000000000000m;

    public static JsonObject Reference(string type, Guid id) => new() { ["type"] = type, ["id"] = id };

    public static JsonObject? Reference(string type, Guid? id) => id is { } known ? Reference(type, known) : null;

    public static JsonObject Money(decimal amount, string currency) =>
        new() { ["amount"] = Number(amount), ["currency"] = currency };

    /// <summary>Without trailing zeros, as a JSON encoder of floating numbers writes it.</summary>
    public static JsonNode Number(decimal number) => JsonValue.Create(number / OneWithoutTrailingZeros);

    public static JsonNode? Number(decimal? number) => number is { } known ? Number(known) : null;

    public static string? Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string? Moment(DateTimeOffset? moment) => moment is { } known ? Moment(known) : null;

    public static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'+00:00'", CultureInfo.InvariantCulture);

    public static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonNode?> wire) => new([.. items.Select(wire)]);
}

[JsonSerializable(typeof(JsonNode))]
internal sealed partial class WireJson : JsonSerializerContext;
