namespace Bookonce.Engine.Check;

/// <summary>Where a list comes from.</summary>
/// <param name="Name">The file's name, for every line that is said about it.</param>
/// <param name="Open">Opens it from its beginning; it is read once and closed.</param>
public sealed record ListSource(string Name, Func<Stream> Open)
{
    /// <summary>A file on disk.</summary>
    public static ListSource Of(FileInfo file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new ListSource(file.Name, () => OpenFile(file));
    }

    /// <summary>The headers that stand in the file, and which column each was taken for.</summary>
    /// <param name="set">What the list holds.</param>
    /// <param name="choices">Headers that a person named.</param>
    /// <exception cref="UnusableFileException">It is empty or no text.</exception>
    public ListHeaders Headers(ColumnSet set, IReadOnlyList<ColumnChoice> choices) =>
        ListFile.Headers(this, set, choices);

    static FileStream OpenFile(FileInfo file)
    {
        try
        {
            return new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UnusableFileException(
                "fileMissing",
                $"{file.FullName} cannot be read.",
                "Check that it is there, and that you may read it."
            );
        }
    }
}

/// <summary>What stands over the columns of a list.</summary>
/// <param name="Found">The headers, as they stand there.</param>
/// <param name="Recognised">By column the header that it was taken from.</param>
public sealed record ListHeaders(IReadOnlyList<string> Found, IReadOnlyDictionary<string, string> Recognised);
