using System.Text;
using Bookonce.Domain.Matching.Deciding;
using Bookonce.Engine.Check;

namespace Bookonce.Engine.Tests.Check;

/// <summary>Two lists in a folder of their own.</summary>
sealed class Lists : IDisposable
{
    public const string Entries = "entry_id,date,amount_incl,your_ref\nE1,2026-03-02,121.00,2026/1\n";

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bookonce-check-");

    public FileInfo Write(string name, string text, Encoding? encoding = null)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, text, encoding ?? new UTF8Encoding(false));
        return new FileInfo(path);
    }

    public CheckedLists Check(
        string documents,
        string entries = Entries,
        Encoding? encoding = null,
        bool skipUnreadable = false,
        params string[] columns
    ) =>
        CheckFiles.Check(
            Write("documents.csv", documents, encoding),
            Write("entries.csv", entries, encoding),
            [.. columns.Select(ColumnChoice.Of)],
            skipUnreadable
        );

    /// <summary>What a person is told about lists that cannot be used.</summary>
    public UnusableFileException Refusal(string documents, string entries = Entries, params string[] columns) =>
        Assert.Throws<UnusableFileException>(() => Check(documents, entries, columns: columns));

    /// <summary>Every document with its verdict and entries, by id.</summary>
    public static SortedDictionary<string, string> Verdicts(CheckedLists lists) =>
        new(
            lists
                .Documents.Rows.Index()
                .ToDictionary(
                    row => row.Item.Id,
                    row =>
                        $"{lists.Check.VerdictOf(row.Index)} {string.Join(' ', Ids(lists, lists.Check.EntriesOf(row.Index)))}".TrimEnd()
                ),
            StringComparer.Ordinal
        );

    public void Dispose() => folder.Delete(recursive: true);

    static IEnumerable<string> Ids(CheckedLists lists, IEnumerable<MatchCandidate> candidates) =>
        candidates.Select(candidate => lists.Entries.Rows[candidate.Entry].Id);
}
