using Bookonce.Engine.Repair;

namespace Bookonce.Output;

/// <summary>Shows the progress of a repair on standard error.</summary>
sealed class RepairProgressLine : IDisposable
{
    readonly Repairing repairing;
    readonly Guid connection;
    RepairProgress? last;

    public RepairProgressLine(Repairing repairing, Guid connection)
    {
        (this.repairing, this.connection) = (repairing, connection);
        repairing.Changed += Show;
    }

    public void Dispose()
    {
        repairing.Changed -= Show;
        ProgressLine.Clear();
    }

    void Show(Guid changed)
    {
        if (changed != connection || repairing.ProgressOf(connection) is not { } progress)
            return;
        var waits = progress.ResumesAt is { } until ? $" Goes on at {until:HH:mm:ss} UTC." : "";
        var ends = progress.EndsAt is { } at ? $" About {at:HH:mm} UTC it is through." : "";
        ProgressLine.Show(
            $"{progress.Done} of {progress.Total}: {progress.Words}{waits}{ends}",
            isNews: (progress.Words, progress.ResumesAt) != (last?.Words, last?.ResumesAt)
        );
        last = progress;
    }
}
