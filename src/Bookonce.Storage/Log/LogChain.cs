using System.Buffers;
using System.Text;
using System.Text.Json;
using Bookonce.Storage.Rows;

namespace Bookonce.Storage.Log;

/// <summary>How one line of the log depends on the line before it.</summary>
internal static class LogChain
{
    /// <summary>The line after the given head.</summary>
    public static LogRow Next(Guid administration, long sequence, string previousHash, DateTimeOffset at, LogFact fact)
    {
        var kind = fact.Kind.ToString();
        return new LogRow
        {
            AdministrationId = administration,
            Sequence = sequence,
            At = at,
            Kind = kind,
            Subject = fact.Subject,
            Data = fact.Data,
            PreviousHash = previousHash,
            Hash = Hash(administration, sequence, previousHash, at, kind, fact.Subject, fact.Data),
        };
    }

    /// <summary>Whether a line is what it was when it was written, given the hash of the line before it.</summary>
    public static bool Holds(LogRow row, long sequence, string previousHash) =>
        row.Sequence == sequence
        && row.PreviousHash == previousHash
        && row.Hash == Hash(row.AdministrationId, sequence, previousHash, row.At, row.Kind, row.Subject, row.Data);

    /// <summary>SHA-256 over the previous hash and the canonical text of everything else in the line.</summary>
    static string Hash(
        Guid administration,
        long sequence,
        string previousHash,
        DateTimeOffset at,
        string kind,
        Guid? subject,
        string data
    )
    {
        var buffer = new ArrayBufferWriter<byte>();
        buffer.Write(Encoding.UTF8.GetBytes(previousHash));
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("administration", administration);
            writer.WriteString("at", Instant.ToText(at));
            writer.WriteString("data", data);
            writer.WriteString("kind", kind);
            writer.WriteNumber("sequence", sequence);
            if (subject is { } id)
                writer.WriteString("subject", id);
            writer.WriteEndObject();
        }
        return Sha256.OfBytes(buffer.WrittenSpan);
    }
}
