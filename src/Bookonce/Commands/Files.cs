using Bookonce.Output;

namespace Bookonce.Commands;

/// <summary>Files that a command writes.</summary>
static class Files
{
    /// <summary>Writes it, or says that it cannot be written.</summary>
    public static void Write(FileInfo file, Action<Stream> write)
    {
        try
        {
            using var stream = file.Create();
            write(stream);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(
                ExitCode.UsedWrongly,
                "fileNotWritten",
                $"{file.FullName} cannot be written.",
                "Check that its folder is there, and that you may write to it."
            );
        }
    }
}
