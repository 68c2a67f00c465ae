using System.Globalization;

namespace Bookonce.Sandbox.ExactOnline.OData;

/// <summary>Values as they are compared and written: string, Guid, long, decimal, bool, DateTime (wall clock) or null.</summary>
internal static class EdmValue
{
    public static object? Canonical(object? value, SummerTime summerTime) =>
        value switch
        {
            int number => (long)number,
            short number => (long)number,
            byte number => (long)number,
            Enum number => Convert.ToInt64(number, CultureInfo.InvariantCulture),
            DateOnly date => date.ToDateTime(TimeOnly.MinValue),
            DateTimeOffset instant => WallClock.Of(instant, summerTime),
            _ => value,
        };

    /// <summary>Null sorts first. Text is compared as the database does: trailing spaces do not count.</summary>
    public static int Compare(object? left, object? right, bool ignoreCase) =>
        (left, right) switch
        {
            (null, null) => 0,
            (null, _) => -1,
            (_, null) => 1,
            (string a, string b) => Text(a, b, ignoreCase),
            (Guid a, Guid b) => a.CompareTo(b),
            (bool a, bool b) => a.CompareTo(b),
            (DateTime a, DateTime b) => a.CompareTo(b),
            (long a, long b) => a.CompareTo(b),
            _ => Number(left).CompareTo(Number(right)),
        };

    /// <summary>As a literal in an address, for keys and skip tokens.</summary>
    public static string Literal(object? value) =>
        value switch
        {
            null => "null",
            string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
            Guid id => $"guid'{id:D}'",
            DateTime time => $"datetime'{time.ToString("yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture)}'",
            bool flag => flag ? "true" : "false",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };

    private static int Text(string left, string right, bool ignoreCase) =>
        left.AsSpan()
            .TrimEnd(' ')
            .CompareTo(
                right.AsSpan().TrimEnd(' '),
                ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal
            );

    private static decimal Number(object value) =>
        value switch
        {
            decimal number => number,
            long number => number,
            _ => throw ApiException.QuerySyntax(),
        };
}
