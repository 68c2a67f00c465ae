using System.Xml;
using System.Xml.Linq;

namespace Bookonce.Sandbox.World.Ubl;

/// <summary>Reads every XML file of a directory; what cannot be read is named and the rest goes on.</summary>
internal static class UblFolder
{
    /// <summary>Enough for an invoice that carries its own PDF.</summary>
    const long LargestFile = 20 * 1024 * 1024;

    /// <summary>The documents of all files below <paramref name="directory"/>, ordered by path.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such directory.</exception>
    public static UblReading Read(string directory)
    {
        if (!Directory.Exists(directory))
            throw new DirectoryNotFoundException($"There is no directory {directory}.");
        var documents = new List<UblDocument>();
        var unreadable = new List<UnreadableFile>();
        foreach (var (name, path) in Files(directory))
        {
            try
            {
                documents.Add(UblReader.Read(Load(path)));
            }
            catch (UblException refused)
            {
                unreadable.Add(new UnreadableFile(name, refused.Message));
            }
            catch (XmlException malformed)
            {
                unreadable.Add(new UnreadableFile(name, $"It is not well-formed XML: {malformed.Message}"));
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                unreadable.Add(new UnreadableFile(name, $"It cannot be opened: {failure.Message}"));
            }
        }
        return new UblReading(documents, unreadable);
    }

    static IEnumerable<(string Name, string Path)> Files(string directory) =>
        Directory
            .EnumerateFiles(
                directory,
                "*.xml",
                new EnumerationOptions { RecurseSubdirectories = true, MatchCasing = MatchCasing.CaseInsensitive }
            )
            .Select(path => (Name: Path.GetRelativePath(directory, path).Replace('\\', '/'), path))
            .OrderBy(file => file.Name, StringComparer.Ordinal);

    static XElement Load(string path)
    {
        if (new FileInfo(path).Length > LargestFile)
            throw new UblException($"It is larger than {LargestFile / 1024 / 1024} MB.");
        using var reader = XmlReader.Create(path, Settings);
        return XDocument.Load(reader).Root!;
    }

    // A document type could make the parser read other files or grow without end.
    static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = LargestFile,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };
}

internal sealed record UblReading(IReadOnlyList<UblDocument> Documents, IReadOnlyList<UnreadableFile> Unreadable);
