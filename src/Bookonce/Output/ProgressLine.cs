using Bookonce.Engine.Synchronise;

namespace Bookonce.Output;

/// <summary>Shows the progress of a run on standard error: one line that rewrites itself on a terminal, a line a step elsewhere.</summary>
sealed class ProgressLine : IDisposable
{
    readonly Synchroniser synchroniser;
    readonly Guid connection;
    RunProgress? last;

    public ProgressLine(Synchroniser synchroniser, Guid connection)
    {
        (this.synchroniser, this.connection) = (synchroniser, connection);
        synchroniser.Changed += Show;
    }

    public void Dispose()
    {
        synchroniser.Changed -= Show;
        if (!Console.IsErrorRedirected)
            Console.Error.Write("\r".PadRight(80) + "\r");
    }

    void Show(Guid changed)
    {
        if (changed != connection || synchroniser.ProgressOf(connection) is not { } progress)
            return;

        if (!Console.IsErrorRedirected)
            Console.Error.Write($"\r{RunOutput.Words(progress), -78}");
        else if (progress.Step != last?.Step || progress.ResumesAt != last?.ResumesAt)
            Console.Error.WriteLine(RunOutput.Words(progress));
        last = progress;
    }
}
