using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;

namespace Bookonce.Sandbox.Html;

/// <summary>HTML that may be sent as it is: every value that was put into it was encoded on the way in.</summary>
internal sealed class Markup
{
    readonly string _text;

    Markup(string text) => _text = text;

    public static Markup Empty { get; } = new("");

    /// <summary>Reads <c>Markup.Of($"&lt;p&gt;{name}&lt;/p&gt;")</c>; only markup goes in without being encoded.</summary>
    public static Markup Of(MarkupHandler text) => new(text.ToString());

    public override string ToString() => _text;
}

/// <summary>Builds markup out of an interpolated string.</summary>
[InterpolatedStringHandler]
internal readonly ref struct MarkupHandler
{
    readonly StringBuilder _text;

    public MarkupHandler(int literalLength, int formattedCount) =>
        _text = new StringBuilder(literalLength + (formattedCount * 16));

    public void AppendLiteral(string text) => _text.Append(text);

    public void AppendFormatted<T>(T value, string? format = null)
    {
        switch (value)
        {
            case Markup markup:
                _text.Append(markup);
                break;
            case IEnumerable<Markup> parts:
                _text.AppendJoin("", parts);
                break;
            case IFormattable formattable:
                _text.Append(HtmlEncoder.Default.Encode(formattable.ToString(format, formatProvider: null)));
                break;
            default:
                _text.Append(HtmlEncoder.Default.Encode(value?.ToString() ?? ""));
                break;
        }
    }

    public override string ToString() => _text.ToString();
}
