using Bookonce.Domain.Documents;

namespace Bookonce.Storage.Rows;

/// <summary>
/// A text whose plain order is the order of <see cref="DocumentNumber.Compare"/>: a run of digits is preceded by its
/// length, and every part is closed by a sign that sorts before digits and letters.
/// </summary>
internal static class NumberKey
{
    public static string Of(string number) =>
        string.Concat(
            DocumentNumber.Parts(number).Select(part => char.IsDigit(part[0]) ? $"{part.Length:D3}{part}/" : $"{part}/")
        );
}
