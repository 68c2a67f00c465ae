using System.Globalization;
using System.Text;

namespace Bookonce.Storage;

/// <summary>
/// A small file beside the database that says how far each administration's log had come. A copy of the database that is
/// put back knows less than this file, or comes without it. Not made durable: it guards against copies, not power cuts.
/// </summary>
internal sealed class HighWater(string databaseFile) : IDisposable
{
    readonly string file = databaseFile + ".high";
    readonly SortedDictionary<Guid, long> sequences = [];
    FileStream? stream;

    /// <summary>Reads the file; without one, or when it cannot be understood, nothing is known.</summary>
    public void Read()
    {
        sequences.Clear();
        foreach (var line in File.Exists(file) ? File.ReadAllLines(file) : [])
            if (
                line.Split(' ') is [var id, var number]
                && Guid.TryParse(id, out var administration)
                && long.TryParse(number, CultureInfo.InvariantCulture, out var sequence)
            )
                sequences[administration] = sequence;
    }

    /// <summary>Whether a log that ends there ended later before, or may have.</summary>
    public bool IsAbove(Guid administration, long sequence) =>
        sequence > 0 && (!sequences.TryGetValue(administration, out var high) || high > sequence);

    /// <summary>Notes how far a log has come.</summary>
    public void Note(Guid administration, long sequence)
    {
        sequences[administration] = sequence;
        stream ??= OpenForOwner();
        var text = string.Concat(
            sequences.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key:D} {pair.Value:D19}\n"))
        );
        RandomAccess.Write(stream.SafeFileHandle, Encoding.ASCII.GetBytes(text), fileOffset: 0);
    }

    public void Dispose()
    {
        stream?.Dispose();
        stream = null;
    }

    FileStream OpenForOwner()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.Write,
            Share = FileShare.ReadWrite | FileShare.Delete,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(file, options);
    }
}
