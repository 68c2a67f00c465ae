using System.Buffers.Binary;

namespace Bookonce.Sandbox.Teamleader;

/// <summary>Ids and secrets that are the same for the same seed and order of asking. Not thread-safe by itself: the state asks under its lock.</summary>
public sealed class SeededIds(int seed)
{
    readonly Random _random = new(seed);

    /// <summary>The next id, of the shape of a random UUID (version 4).</summary>
    public Guid Next()
    {
        Span<byte> bytes = stackalloc byte[16];
        _random.NextBytes(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>The next opaque secret: a token or an authorization code.</summary>
    public string NextSecret()
    {
        Span<byte> bytes = stackalloc byte[32];
        for (var i = 0; i < bytes.Length; i += sizeof(long))
            BinaryPrimitives.WriteInt64LittleEndian(bytes[i..], _random.NextInt64(long.MinValue, long.MaxValue));
        return Convert.ToHexStringLower(bytes);
    }
}
