using System.Security.Cryptography;
using System.Text;

namespace Bookonce.Storage;

/// <summary>SHA-256 as lower-case hexadecimal text.</summary>
internal static class Sha256
{
    public static string OfText(string text) => OfBytes(Encoding.UTF8.GetBytes(text));

    public static string OfBytes(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
