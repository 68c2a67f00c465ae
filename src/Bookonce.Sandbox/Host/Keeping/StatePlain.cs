using System.Globalization;
using System.Text.Json;

namespace Bookonce.Sandbox.Host.Keeping;

/// <summary>Plain values as JSON and back.</summary>
internal static class StatePlain
{
    public static void Write(Utf8JsonWriter json, object value, Type type)
    {
        switch (value)
        {
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case byte[] bytes:
                json.WriteBase64StringValue(bytes);
                break;
            case JsonElement element:
                element.WriteTo(json);
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case Enum word:
                json.WriteStringValue(word.ToString());
                break;
            case Uri uri:
                json.WriteStringValue(uri.OriginalString);
                break;
            case double or float:
                json.WriteStringValue(((IFormattable)value).ToString("R", CultureInfo.InvariantCulture));
                break;
            case DateTime or DateTimeOffset:
                json.WriteStringValue(((IFormattable)value).ToString("O", CultureInfo.InvariantCulture));
                break;
            case DateOnly date:
                json.WriteStringValue(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case IFormattable when type.IsPrimitive:
                json.WriteNumberValue(Convert.ToDecimal(value, CultureInfo.InvariantCulture));
                break;
            default:
                json.WriteStringValue(value.ToString());
                break;
        }
    }

    public static object Read(JsonElement json, Type type)
    {
        if (type == typeof(bool))
            return json.GetBoolean();
        if (type == typeof(byte[]))
            return json.GetBytesFromBase64();
        if (type == typeof(JsonElement))
            return json.Clone();
        if (type == typeof(decimal))
            return json.GetDecimal();
        if (type.IsEnum)
            return Enum.Parse(type, json.GetString()!);
        if (type.IsPrimitive && json.ValueKind == JsonValueKind.Number)
            return Convert.ChangeType(json.GetDecimal(), type, CultureInfo.InvariantCulture);
        var text = json.GetString() ?? throw new JsonException($"A {type.Name} is missing.");
        if (type == typeof(string))
            return text;
        if (type == typeof(Guid))
            return Guid.Parse(text);
        if (type == typeof(DateOnly))
            return DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (type == typeof(DateTime))
            return DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
        if (type == typeof(DateTimeOffset))
            return DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
        if (type == typeof(TimeSpan))
            return TimeSpan.Parse(text, CultureInfo.InvariantCulture);
        return type == typeof(Uri)
            ? new Uri(text, UriKind.RelativeOrAbsolute)
            : Convert.ChangeType(text, type, CultureInfo.InvariantCulture);
    }
}
