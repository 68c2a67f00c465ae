using Bookonce.Domain.Booking;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Repair;
using Bookonce.Engine.Store;
using Bookonce.Simulation.Time;
using Bookonce.Simulation.Wire;

namespace Bookonce.Simulation.Audit;

/// <summary>A step of a plan that a person approved, which an engine wrote down before it acted.</summary>
/// <param name="Repair">The repair.</param>
/// <param name="At">The step's place in its plan.</param>
/// <param name="Step">What was approved.</param>
sealed record Warrant(Approved Repair, int At, RepairStep Step);

/// <summary>A plan that a person approved.</summary>
sealed class Approved(Repair repair, long at, long sawUpTo, IReadOnlyList<Link> links, Approved? undoes)
{
    public Repair Repair => repair;

    /// <summary>The event at which it was approved.</summary>
    public long At => at;

    /// <summary>Up to which event the engine had seen the books when it was approved.</summary>
    public long SawUpTo => sawUpTo;

    /// <summary>The links of its documents before.</summary>
    public IReadOnlyList<Link> Links => links;

    /// <summary>What it undoes.</summary>
    public Approved? Undoes => undoes;

    /// <summary>How far that was when this was approved.</summary>
    public RepairJournal? Undone { get; init; }

    public RepairJournal Journal { get; set; } = new(repair.Plan, []);

    /// <summary>What entries said right before it changed them, by the entry.</summary>
    public Dictionary<Guid, string> TextBefore { get; } = [];

    /// <summary>Entries that somebody touched between our last look and our request.</summary>
    public HashSet<Guid> Raced { get; } = [];
}

/// <summary>What people approved, told by the durable writes themselves: no engine can act before its step is written.</summary>
sealed class Approvals(Truth truth, Func<IStore> store)
{
    readonly Dictionary<Guid, Approved> repairs = [];
    readonly Dictionary<int, Warrant> current = [];
    readonly Dictionary<string, Warrant> ofContent = new(StringComparer.Ordinal);

    public IEnumerable<Approved> All => repairs.Values;

    public Approved Approve(Repair repair, long sawUpTo)
    {
        var connection = store().Connections().Result().Single(one => one.Id == repair.Connection);
        var links = store().LoadBooks(connection.Administration.Id).Result().Links;
        return repairs[repair.Id] = new Approved(
            repair,
            truth.Now,
            sawUpTo,
            links,
            repair.Undoes is { } id ? repairs.GetValueOrDefault(id) : null
        )
        {
            Undone = store()
                .LoadRepairs(repair.Connection)
                .Result()
                .FirstOrDefault(one => one.Id == repair.Undoes)
                ?.Journal,
        };
    }

    /// <summary>A line of a journal was written; returns the repair when that was its last.</summary>
    public Approved? Write(int life, Guid repair, StepRecord record)
    {
        var approved = repairs[repair];
        var wasOver = approved.Journal.IsOver;
        approved.Journal.Note(record);
        // Whoever lost the office cannot write that it does something else by now.
        foreach (var other in current.Where(one => one.Value.Repair == approved).Select(one => one.Key).ToArray())
            current.Remove(other);
        if (record.State == StepState.Sent)
            current[life] = new Warrant(approved, record.Step, approved.Repair.Plan.Steps[record.Step]);
        else
            current.Remove(life);
        return approved.Journal.IsOver && !wasOver ? approved : null;
    }

    public Guid ConnectionOf(Guid repair) => repairs[repair].Repair.Connection;

    /// <summary>The database is an older one: journals are as they were then.</summary>
    public void WasRestored()
    {
        current.Clear();
        foreach (var connection in store().Connections().Result())
        foreach (var repair in store().LoadRepairs(connection.Id).Result())
            repairs[repair.Id].Journal = repair.Journal;
    }

    public void Intends(int life, Intent intent)
    {
        var content = Message.ContentOf(intent.Body);
        if (current.GetValueOrDefault(life) is { Step: RepairStep.BookAgain } warrant)
            ofContent[content] = warrant;
        else
            ofContent.Remove(content);
    }

    /// <summary>What an engine acts for; null while it repairs nothing.</summary>
    public Warrant? Of(int life, Message message) =>
        message.IsEntry && ofContent.TryGetValue(message.Content, out var begun)
            ? begun
            : current.GetValueOrDefault(life);
}
