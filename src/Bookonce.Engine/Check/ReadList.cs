namespace Bookonce.Engine.Check;

/// <summary>A list that was read.</summary>
/// <typeparam name="T">What a row became.</typeparam>
/// <param name="File">The file's name.</param>
/// <param name="Rows">The readable rows, in their order.</param>
/// <param name="Unreadable">What could not be read.</param>
/// <param name="UnreadableRows">How many rows that are.</param>
/// <param name="Repeats">Rows whose id another row has already, each as a line for a person.</param>
/// <param name="Notes">How it was read.</param>
public sealed record ReadList<T>(
    string File,
    IReadOnlyList<T> Rows,
    IReadOnlyList<Unreadable> Unreadable,
    int UnreadableRows,
    IReadOnlyList<string> Repeats,
    IReadOnlyList<string> Notes
);
