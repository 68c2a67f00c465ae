using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Bookonce.Storage.Log;

/// <summary>A fact on its way into the log: ids, numbers, amounts and hashes rather than names.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Subject">The document, customer, connection or run that it is about.</param>
/// <param name="Data">Canonical JSON.</param>
internal sealed record LogFact(LogKind Kind, Guid? Subject, string Data)
{
    public static LogFact Of(LogKind kind, Guid? subject, params IEnumerable<(string Name, object? Value)> members) =>
        new(kind, subject, Canonical(members));

    /// <summary>Members in order of their names, without white space: the same facts give the same text.</summary>
    static string Canonical(IEnumerable<(string Name, object? Value)> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in members.OrderBy(member => member.Name, StringComparer.Ordinal))
                Write(writer, name, value);
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    static void Write(Utf8JsonWriter writer, string name, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNull(name);
                break;
            case bool flag:
                writer.WriteBoolean(name, flag);
                break;
            case int number:
                writer.WriteNumber(name, number);
                break;
            case long number:
                writer.WriteNumber(name, number);
                break;
            case decimal amount:
                writer.WriteNumber(name, amount);
                break;
            case DateTimeOffset instant:
                writer.WriteString(name, Instant.ToText(instant));
                break;
            case DateOnly date:
                writer.WriteString(name, date.ToString("O", CultureInfo.InvariantCulture));
                break;
            case string or Guid or Enum:
                writer.WriteString(name, value.ToString());
                break;
            default:
                throw new ArgumentOutOfRangeException(
                    nameof(value),
                    value,
                    $"{name} is of a type the log has no form for."
                );
        }
    }
}
