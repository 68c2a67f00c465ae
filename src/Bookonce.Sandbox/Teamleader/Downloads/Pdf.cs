using System.Globalization;
using System.Text;

namespace Bookonce.Sandbox.Teamleader.Downloads;

/// <summary>Lays lines of text on A4 pages and writes them as PDF 1.4, which every reader opens.</summary>
internal static class Pdf
{
    const int LinesOnPage = 56;
    const int ObjectsBeforePages = 4;

    /// <summary>A document of text lines; characters that Western fonts lack are shown as question marks.</summary>
    public static byte[] Of(string title, IReadOnlyList<string> lines)
    {
        var pages = lines.Chunk(LinesOnPage).DefaultIfEmpty([]).ToList();
        var kids = Enumerable.Range(0, pages.Count).Select(page => $"{ObjectsBeforePages + 1 + page * 2} 0 R");
        List<string> objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Kids [{string.Join(' ', kids)}] /Count {pages.Count} >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
            $"<< /Title ({Escape(title)}) /Producer (Teamleader Focus sandbox) >>",
        ];
        foreach (var page in pages)
        {
            var content = Content(page);
            objects.Add(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
                    + $"/Contents {objects.Count + 2} 0 R >>"
            );
            objects.Add($"<< /Length {content.Length} >>\nstream\n{content}\nendstream");
        }
        return Write(objects);
    }

    static string Content(string[] lines)
    {
        var text = new StringBuilder("BT /F1 9 Tf 13 TL 50 790 Td");
        foreach (var line in lines)
            text.Append(CultureInfo.InvariantCulture, $"\n({Escape(line)}) Tj T*");
        return text.Append("\nET").ToString();
    }

    static byte[] Write(List<string> objects)
    {
        var file = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        foreach (var (index, body) in objects.Index())
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{body}\nendobj\n");
        }
        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
            file.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        file.Append(
            CultureInfo.InvariantCulture,
            $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n{start}\n%%EOF\n"
        );
        // One character is one byte, so that lengths and offsets hold.
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    static string Escape(string text) =>
        string.Concat(
            text.Select(each =>
                each switch
                {
                    '(' or ')' or '\\' => $"\\{each}",
                    '€' => "\\200",
                    '–' => "\\226",
                    < ' ' => " ",
                    > 'ÿ' or (>= '\x7F' and < '\xA0') => "?",
                    _ => $"{each}",
                }
            )
        );
}
