using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Bookonce.Simulation.Time;

/// <summary>A running hash over everything that happened: who, what, when, with which status. Equal seeds give equal hashes.</summary>
sealed class Trace : IDisposable
{
    readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public void Note(int who, string what, DateTimeOffset at, long status)
    {
        Span<byte> numbers = stackalloc byte[20];
        BinaryPrimitives.WriteInt32LittleEndian(numbers, who);
        BinaryPrimitives.WriteInt64LittleEndian(numbers[4..], at.UtcTicks);
        BinaryPrimitives.WriteInt64LittleEndian(numbers[12..], status);
        hash.AppendData(numbers);
        hash.AppendData(Encoding.UTF8.GetBytes(what));
    }

    public string Hash => Convert.ToHexStringLower(hash.GetCurrentHash());

    public void Dispose() => hash.Dispose();
}
