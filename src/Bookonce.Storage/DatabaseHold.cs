namespace Bookonce.Storage;

/// <summary>Somebody else works with the database.</summary>
/// <param name="databaseFile">Which one.</param>
public sealed class DatabaseHeldException(string databaseFile)
    : Exception($"The database {databaseFile} is in use by another Bookonce. Stop that one first.");

/// <summary>
/// The right to be the one process that works with a database: an exclusive lock on a file beside it. The operating
/// system ends it with the process, however that dies, so a file left behind means nothing.
/// </summary>
public sealed class DatabaseHold : IDisposable
{
    // What the operating systems say when somebody else has the file; a full disk must not look like that.
    const int WouldBlock = 11;
    const int WouldBlockOnMac = 35;
    const int SharingViolation = unchecked((int)0x80070020);

    readonly FileStream file;

    DatabaseHold(FileStream file) => this.file = file;

    /// <summary>Takes the hold, or returns null while somebody else has it.</summary>
    public static DatabaseHold? TryTake(string databaseFile)
    {
        try
        {
            var path = Path.GetFullPath(databaseFile) + ".lock";
            return new DatabaseHold(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e) when (e.HResult is WouldBlock or WouldBlockOnMac or SharingViolation)
        {
            return null;
        }
    }

    /// <summary>Lets others in.</summary>
    public void Dispose() => file.Dispose();
}
