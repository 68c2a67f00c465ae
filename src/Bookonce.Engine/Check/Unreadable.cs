namespace Bookonce.Engine.Check;

/// <summary>A row that cannot be read, with the place a person looks for it.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Row">The row as a spreadsheet counts, the header included.</param>
/// <param name="Header">The header of the cell; null when it is the row as a whole.</param>
/// <param name="What">What is wrong.</param>
public sealed record Unreadable(string File, int Row, string? Header, string What)
{
    /// <summary>One line for a person.</summary>
    public override string ToString() =>
        Header is null ? $"{File}, row {Row}: {What}" : $"{File}, row {Row}, column \"{Header}\": {What}";
}
