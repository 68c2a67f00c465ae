using System.Text;

namespace Bookonce.Engine.Check;

/// <summary>
/// Reads bytes that are no UTF-8 as what they are in Western Europe: Latin-1 with the euro sign, as spreadsheets save it.
/// So one pass reads both, and nobody has to say which it is.
/// </summary>
sealed class WesternFallback : DecoderFallback
{
    /// <summary>What Windows-1252 has in the places that Latin-1 leaves to control characters.</summary>
    const string From80 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

    public override int MaxCharCount => 4;

    /// <summary>UTF-8 that falls back to Western European bytes.</summary>
    public static Encoding Encoding { get; } =
        Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, new WesternFallback());

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Characters();

    sealed class Characters : DecoderFallbackBuffer
    {
        byte[] bytes = [];
        int next;

        public override int Remaining => bytes.Length - next;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            (bytes, next) = (bytesUnknown, 0);
            return true;
        }

        public override char GetNextChar() =>
            next >= bytes.Length ? '\0'
            : bytes[next++] is >= 0x80 and < 0xA0 and var special ? From80[special - 0x80]
            : (char)bytes[next - 1];

        public override bool MovePrevious()
        {
            if (next == 0)
                return false;
            next--;
            return true;
        }

        public override void Reset() => (bytes, next) = ([], 0);
    }
}
