namespace Bookonce.Engine.Check;

/// <summary>A column that is understood, with the headers by which people and programs call it.</summary>
/// <param name="Name">Its name in this product.</param>
/// <param name="Headers">Headers in English, Dutch and French, folded by <see cref="HeaderText"/>, the surest first.</param>
public sealed record Column(string Name, IReadOnlyList<string> Headers)
{
    /// <summary>The same, from headers with white space between them.</summary>
    internal Column(string name, string headers)
        : this(name, headers.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) { }
}
