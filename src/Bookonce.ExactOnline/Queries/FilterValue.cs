using System.Globalization;

namespace Bookonce.ExactOnline;

/// <summary>A literal of Exact's OData dialect (version 2).</summary>
public readonly record struct FilterValue
{
    private readonly string? literal;

    private FilterValue(string literal) => this.literal = literal;

    /// <summary>The comparison with nothing; works on some columns only.</summary>
    public static FilterValue Null => new("null");

    /// <summary>A text; quotes inside are doubled.</summary>
    public static implicit operator FilterValue(string value) =>
        new($"'{value.Replace("'", "''", StringComparison.Ordinal)}'");

    /// <summary>A key.</summary>
    public static implicit operator FilterValue(Guid value) => new($"guid'{value:D}'");

    /// <summary>A date, always written with its midnight: date-only literals were found unreliable.</summary>
    public static implicit operator FilterValue(DateOnly value) =>
        new($"datetime'{value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}T00:00:00'");

    /// <summary>A wall-clock time as Exact keeps it, to the second.</summary>
    public static implicit operator FilterValue(DateTime value) =>
        new($"datetime'{value.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)}'");

    /// <summary>A number.</summary>
    public static implicit operator FilterValue(int value) => new(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A 64-bit number such as a row version.</summary>
    public static implicit operator FilterValue(long value) => new(value.ToString(CultureInfo.InvariantCulture) + "L");

    /// <summary>An amount.</summary>
    public static implicit operator FilterValue(decimal value) => new(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A flag.</summary>
    public static implicit operator FilterValue(bool value) => new(value ? "true" : "false");

    /// <summary>The literal as it stands in a filter.</summary>
    public override string ToString() => literal ?? "null";
}
