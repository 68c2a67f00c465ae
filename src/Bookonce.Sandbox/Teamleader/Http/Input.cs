using System.Globalization;
using System.Text.Json;

namespace Bookonce.Sandbox.Teamleader.Http;

/// <summary>
/// A value of a request body with its path, for the error's <c>meta.field</c>. Reading a value of the wrong shape refuses the call;
/// what nobody reads is ignored, as the service ignores it.
/// </summary>
/// <param name="Value">The value; undefined if the body does not name it.</param>
/// <param name="Path">Where it stands.</param>
/// <param name="Loose">Whether numbers and flags may be written as texts, as they must be in a query.</param>
internal readonly record struct Input(JsonElement Value, string Path, bool Loose = false)
{
    static readonly string[] WholeSeconds = ["yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ssK"];
    static readonly string[] AnySeconds =
    [
        .. WholeSeconds,
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    /// <summary>Whether the body names it, even as null.</summary>
    public bool IsGiven => Value.ValueKind != JsonValueKind.Undefined;

    /// <summary>Whether there is something other than null.</summary>
    public bool HasValue => Value.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    public Input this[string key]
    {
        get
        {
            var path = Path.Length == 0 ? key : $"{Path}.{key}";
            return Value.ValueKind == JsonValueKind.Object && Value.TryGetProperty(key, out var value)
                ? new Input(value, path, Loose)
                : new Input(default, path, Loose);
        }
    }

    public Input Required => HasValue ? this : throw Refusal.MustBePresent(Path);

    public Refusal Invalid => Refusal.MustBeValid(Path);

    public string? Text() =>
        !HasValue ? null
        : Value.ValueKind == JsonValueKind.String ? Value.GetString()
        : throw Invalid;

    /// <summary>A text that says something.</summary>
    public string RequiredText() => Required.Text() is { Length: > 0 } text ? text : throw Refusal.MustBePresent(Path);

    public Guid? Id() =>
        Text() switch
        {
            null => null,
            var text => Guid.TryParseExact(text, "D", out var id) ? id : throw Refusal.InvalidUuid(Path),
        };

    public Guid RequiredId() => Required.Id()!.Value;

    public decimal? Number()
    {
        if (!HasValue)
            return null;
        return
            Value.ValueKind == JsonValueKind.Number && Value.TryGetDecimal(out var number) && Math.Abs(number) < 1e12m
            ? number
            : throw Invalid;
    }

    public int? Integer()
    {
        if (!HasValue)
            return null;
        if (Loose && Value.ValueKind == JsonValueKind.String)
            return int.TryParse(Value.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var text)
                ? text
                : throw Invalid;
        return Value.ValueKind == JsonValueKind.Number && Value.TryGetInt32(out var number) ? number : throw Invalid;
    }

    public bool? Flag() =>
        Value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String when Loose && Value.GetString() is "true" or "1" => true,
            JsonValueKind.String when Loose && Value.GetString() is "false" or "0" => false,
            _ => HasValue ? throw Invalid : null,
        };

    public DateOnly? Date() =>
        Text() switch
        {
            null => null,
            var text => DateOnly.TryParseExact(
                text,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var date
            )
                ? date
                : throw Invalid,
        };

    /// <summary>A date-time with offset. Filters take no fraction of a second.</summary>
    public DateTimeOffset? Moment(bool fraction = true) =>
        Text() switch
        {
            null => null,
            var text => DateTimeOffset.TryParseExact(
                text,
                fraction ? AnySeconds : WholeSeconds,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var moment
            )
                ? moment
                : throw Invalid,
        };

    public IReadOnlyList<Input> Items()
    {
        if (!HasValue)
            return [];
        if (Value.ValueKind != JsonValueKind.Array)
            throw Invalid;
        var (path, loose) = (Path, Loose);
        return [.. Value.EnumerateArray().Select((item, index) => new Input(item, $"{path}.{index}", loose))];
    }

    /// <summary>An object or nothing; something else refuses the call. An empty list says nothing, as some encoders write it.</summary>
    public Input Object() =>
        Value.ValueKind switch
        {
            JsonValueKind.Array when Value.GetArrayLength() == 0 => this with { Value = default },
            JsonValueKind.Object => this,
            _ => HasValue ? throw Invalid : this,
        };

    /// <summary>One of the words given.</summary>
    public string? OneOf(params ReadOnlySpan<string> words) =>
        Text() is not { } text ? null
        : words.Contains(text) ? text
        : throw Invalid;
}
