using Bookonce.Domain.Matching;
using Bookonce.Domain.Matching.Checking;

namespace Bookonce.Engine.Check;

/// <summary>Compares two lists on disk, without account, database or network.</summary>
public static class CheckFiles
{
    /// <summary>More lines than this nobody reads at once.</summary>
    const int MostTold = 20;

    /// <summary>Reads both lists and compares them.</summary>
    /// <param name="documents">The list of documents.</param>
    /// <param name="entries">The list of entries.</param>
    /// <param name="choices">Headers that a person named.</param>
    /// <param name="skipUnreadable">Whether rows that cannot be read are left out; else they are the end of it.</param>
    /// <exception cref="UnusableFileException">A list cannot be used as it is.</exception>
    public static CheckedLists Check(
        FileInfo documents,
        FileInfo entries,
        IReadOnlyList<ColumnChoice> choices,
        bool skipUnreadable
    ) => Check(ListSource.Of(documents), ListSource.Of(entries), choices, skipUnreadable);

    /// <inheritdoc cref="Check(FileInfo, FileInfo, IReadOnlyList{ColumnChoice}, bool)"/>
    public static CheckedLists Check(
        ListSource documents,
        ListSource entries,
        IReadOnlyList<ColumnChoice> choices,
        bool skipUnreadable
    )
    {
        var (one, other) = (new DocumentList().Read(documents, choices), new EntryList().Read(entries, choices));
        if (!skipUnreadable)
            Refuse(
                "unreadableRows",
                [.. one.Unreadable.Concat(other.Unreadable).Select(problem => problem.ToString())],
                one.UnreadableRows + other.UnreadableRows,
                "Correct them, or leave them out with --skip-unreadable."
            );
        string[] repeats = [.. one.Repeats, .. other.Repeats];
        Refuse(
            "rowRepeated",
            repeats,
            repeats.Length,
            "Each document and each entry needs a row and an id or number of its own."
        );
        return new CheckedLists(one, other, BookCheck.Of(one.Rows, other.Rows));
    }

    static void Refuse(string code, IReadOnlyList<string> lines, int rows, string remedy)
    {
        if (rows == 0)
            return;

        var told = lines.Take(MostTold).ToArray();
        var more = rows > told.Length ? $"\nand {rows - told.Length} more rows." : ".";
        throw new UnusableFileException(code, string.Join(".\n", told) + more, remedy);
    }
}

/// <summary>Two lists and what they say of each other.</summary>
/// <param name="Documents">The documents.</param>
/// <param name="Entries">The entries.</param>
/// <param name="Check">The verdicts, by place in both lists.</param>
public sealed record CheckedLists(ReadList<MatchDocument> Documents, ReadList<MatchEntry> Entries, BookCheck Check)
{
    /// <summary>Rows that were left out.</summary>
    public int UnreadableRows => Documents.UnreadableRows + Entries.UnreadableRows;

    /// <summary>How both were read, and what was left out.</summary>
    public IEnumerable<string> Notes => [.. Documents.Notes, .. Entries.Notes];
}
