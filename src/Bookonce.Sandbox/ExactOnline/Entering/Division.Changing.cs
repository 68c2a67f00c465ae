namespace Bookonce.Sandbox.ExactOnline;

public sealed partial class Division
{
    /// <summary>Every entry, in the order in which they were entered.</summary>
    public IReadOnlyList<Entry> Entries
    {
        get
        {
            lock (state.Gate)
                return [.. Ledger.Entries.Ordered.OrderBy(entry => entry.Sequence)];
        }
    }

    /// <summary>An entry by its id, or null when there is none (any more).</summary>
    public Entry? FindEntry(Guid id)
    {
        lock (state.Gate)
            return Ledger.Entries.Find(id);
    }

    /// <summary>Marks an entry as processed (status 50).</summary>
    public void Process(Entry entry)
    {
        lock (state.Gate)
        {
            entry.Status = 50;
            foreach (var line in entry.Lines)
                Ledger.Changed(line);
        }
    }

    /// <summary>Deletes an entry with everything that hangs on it. Its number comes back as the switches say.</summary>
    /// <exception cref="RefusedException">It is matched, processed or in a closed period, and the switches refuse that.</exception>
    public void DeleteEntry(Entry entry)
    {
        lock (state.Gate)
        {
            Allow(entry.Lines.Any(IsMatched), Switches.DeleteMatched, Refusal.AlreadyProcessed);
            Allow(entry.Status == 50, Switches.DeleteProcessed, Refusal.AlreadyProcessed);
            Allow(
                IsClosed(entry.Journal.Code, entry.Year, entry.Period),
                Switches.DeleteInClosedPeriod,
                Refusal.PeriodClosed(entry.Year, entry.Period)
            );
            Ledger.Remove(entry);
        }
    }

    private bool IsMatched(TransactionLine line) => Ledger.TermsOf(line.Id).Any(term => term.IsFullyPaid);

    private static void Allow(bool isDelicate, DeleteAnswer answer, Refusal reason)
    {
        if (isDelicate && answer != DeleteAnswer.Accepted)
            throw new RefusedException(reason) { IsForbidden = answer == DeleteAnswer.Forbidden };
    }
}
