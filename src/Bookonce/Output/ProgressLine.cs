using Bookonce.Engine.Import;
using Bookonce.Engine.Proof;
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
        Clear();
    }

    /// <summary>Shows how far the reading for a proof is.</summary>
    public static void Show(ProofProgress progress) =>
        Show(ProofOutput.Words(progress), isNews: progress.Done == 0 || progress.ResumesAt is not null);

    /// <summary>Shows how far an import is.</summary>
    public static void Show(ImportProgress progress) =>
        Show(
            progress.ResumesAt is { } at ? $"waits for the allowance, resumes at {at:HH:mm:ss} UTC"
                : progress.Total == 0 ? "reads the customers of both sides"
                : $"creates customers {progress.Done}/{progress.Total}",
            isNews: progress.Done == 0 || progress.ResumesAt is not null
        );

    /// <summary>Makes room on a terminal for what comes of it.</summary>
    public static void Clear()
    {
        if (!Console.IsErrorRedirected)
            Console.Error.Write("\r".PadRight(80) + "\r");
    }

    void Show(Guid changed)
    {
        if (changed != connection || synchroniser.ProgressOf(connection) is not { } progress)
            return;

        Show(RunOutput.Words(progress), isNews: progress.Step != last?.Step || progress.ResumesAt != last?.ResumesAt);
        last = progress;
    }

    /// <summary>Shows how far something is.</summary>
    /// <param name="words">In one line.</param>
    /// <param name="isNews">Whether it is worth a line of its own where lines stay.</param>
    public static void Show(string words, bool isNews)
    {
        if (!Console.IsErrorRedirected)
            Console.Error.Write($"\r{words, -78}");
        else if (isNews)
            Console.Error.WriteLine(words);
    }
}
