using System.Text;

namespace Bookonce.Engine.Check;

/// <summary>The lines of a text, one at a time, however they end. What a line has beyond a limit is left away.</summary>
/// <param name="head">What was read already.</param>
/// <param name="rest">What follows.</param>
sealed class Lines(char[] head, TextReader rest)
{
    /// <summary>No row of an administration is longer; a file without line ends is one line.</summary>
    const int Longest = 1 << 18;

    readonly Stack<string> returned = [];
    readonly StringBuilder line = new();
    char[] buffer = head;
    int at,
        end = head.Length;
    bool endsWithReturn;

    /// <summary>The next line without its end; null after the last one.</summary>
    /// <param name="isCut">Whether it was longer than anybody types.</param>
    public string? Next(out bool isCut)
    {
        isCut = false;
        if (returned.TryPop(out var again))
            return again;

        line.Clear();
        var hasAny = false;
        while (Fill())
        {
            if (endsWithReturn && buffer[at] == '\n' && !hasAny)
            {
                endsWithReturn = false;
                at++;
                continue;
            }
            (endsWithReturn, hasAny) = (false, true);
            var span = buffer.AsSpan(at, end - at);
            var length = span.IndexOfAny('\r', '\n');
            var part = length < 0 ? span : span[..length];
            var room = Math.Min(part.Length, Longest - line.Length);
            line.Append(part[..room]);
            isCut |= room < part.Length;
            at += part.Length;
            if (length < 0)
                continue;
            endsWithReturn = buffer[at++] == '\r';
            return line.ToString();
        }
        return hasAny ? line.ToString() : null;
    }

    /// <summary>Gives lines back, to be read again in this order.</summary>
    public void Return(IReadOnlyList<string> lines)
    {
        for (var last = lines.Count - 1; last >= 0; last--)
            returned.Push(lines[last]);
    }

    bool Fill()
    {
        if (at < end)
            return true;

        if (buffer.Length < 1 << 14)
            buffer = new char[1 << 14];
        (at, end) = (0, rest.Read(buffer));
        return end > 0;
    }
}
