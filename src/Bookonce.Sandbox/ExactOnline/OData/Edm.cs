namespace Bookonce.Sandbox.ExactOnline.OData;

/// <summary>The types of a field.</summary>
internal enum Edm
{
    String,
    Guid,
    Int16,
    Int32,
    Int64,
    Double,
    Boolean,
    Byte,
    DateTime,
    Binary,

    /// <summary>A collection of child rows.</summary>
    Children,
}

internal static class EdmNotation
{
    /// <summary>The short marks of the reference: <c>EntryID:g, Rate:d</c>.</summary>
    public static Edm Parse(string mark) =>
        mark switch
        {
            "s" => Edm.String,
            "g" => Edm.Guid,
            "i16" => Edm.Int16,
            "i32" => Edm.Int32,
            "i64" => Edm.Int64,
            "d" => Edm.Double,
            "b" => Edm.Boolean,
            "by" => Edm.Byte,
            "dt" => Edm.DateTime,
            "bin" => Edm.Binary,
            "c" => Edm.Children,
            _ => throw new ArgumentException($"There is no type '{mark}'.", nameof(mark)),
        };
}
