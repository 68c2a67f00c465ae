using Bookonce.Domain.Booking;
using Bookonce.Domain.Connections;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Repair;
using Bookonce.Engine.Store;
using Bookonce.Sandbox.ExactOnline;
using Bookonce.Simulation.Audit;
using Bookonce.Simulation.Contenders;
using Bookonce.Simulation.Lives;
using Bookonce.Simulation.People;
using Bookonce.Simulation.Time;
using Bookonce.Simulation.Wire;

namespace Bookonce.Simulation.Worlds;

/// <summary>
/// One world: both services, the people who work with them, a database, and the engines that live and die on it. All of
/// it runs on the thread that calls <see cref="Live"/>.
/// </summary>
sealed class World : IDisposable
{
    readonly Chance order;
    readonly Dictionary<string, long> firstSent = new(StringComparer.Ordinal);
    readonly Dictionary<Guid, string> lastWords = [];
    readonly List<Life> lives = [];
    readonly RepairAudit repairs;
    readonly UndoAudit undos;
    Dictionary<Guid, long> followed = [];
    Dictionary<Guid, long> followedInBackup = [];
    readonly int thread = Environment.CurrentManagedThreadId;
    long turns;

    public World(Plan plan, bool isTold = false)
    {
        Plan = plan;
        order = Chance.Of(plan.Seed, "order");
        Time = new VirtualTime(plan.Start);
        Story = new Story(Time, isTold);
        Services = new Services(Time, plan);
        Truth = new Truth(Services.Division);
        Mishaps = new Mishaps(plan);
        Amputation = new Amputation(plan.Contender.Without);
        Memory = new Memory(new ProcessClock(Time, () => ClockOffset));
        Auditor = new Auditor(Truth, Services.Division, () => Memory.Database.Store, Story);
        Approvals = new Approvals(Truth, () => Memory.Database.Store);
        repairs = new RepairAudit(
            Truth,
            Services.Division,
            plan.Switches.Exact.EntryNumber == Supplied.Honoured,
            Auditor.Find,
            Story
        );
        undos = new UndoAudit(Truth, LinksOf, Auditor.Find);
        People = new Crowd(this);
        Admin = new Admin(this);
        Repairer = new Repairer(this);
        OneRepair = plan.Rehearsal is { } rehearsal ? new OneRepair(this, rehearsal) : null;
    }

    public Plan Plan { get; }

    public VirtualTime Time { get; }

    public Gate Gate { get; } = new();

    public Trace Trace { get; } = new();

    public Story Story { get; }

    public Services Services { get; }

    public Truth Truth { get; }

    public Auditor Auditor { get; }

    public Approvals Approvals { get; }

    public Mishaps Mishaps { get; }

    public Amputation Amputation { get; }

    public RivalMemory RivalMemory { get; } = new();

    public Memory Memory { get; }

    public Crowd People { get; }

    public Admin Admin { get; }

    public Repairer Repairer { get; }

    /// <inheritdoc cref="Plan.Rehearsal"/>
    public OneRepair? OneRepair { get; }

    /// <summary>Since when the memory may know the documents only as they were: the earliest beginning of a connection's last run.</summary>
    public long KnowsSince => followed.Values.DefaultIfEmpty().Min();

    /// <summary>How far the clock of the engine's machine is off.</summary>
    public TimeSpan ClockOffset { get; set; }

    public IReadOnlyList<Life> Lives => lives;

    public int Calls { get; private set; }

    /// <summary>Gates passed so far.</summary>
    public long Turns => turns;

    /// <summary>Gates passed while things went wrong.</summary>
    public long StormyTurns { get; private set; }

    /// <summary>What the engine was about to do, or had just done, at the gate where it had to die.</summary>
    public string CrashedAt { get; private set; } = "";

    public bool IsIdle => lives.TrueForAll(life => !life.IsBusy) && Gate.Count == 0;

    /// <summary>From the first connection to the last look.</summary>
    public void Live()
    {
        People.Settle();
        Start();
        Admin.Connect(lives[0]);
        Gate.IsOpen = false;
        Mishaps.IsCalm = false;
        foreach (var act in Plan.Script)
            Time.At(Plan.Start + act.At, () => People.Do(act));
        Admin.PlanRuns();
        if (Plan.Repairs)
            Repairer.PlanCare();
        OneRepair?.PlanCare();

        GoOnUntil(Plan.Start + Plan.Storm);
        Story.Tell("From now on nothing goes wrong any more.");
        Mishaps.IsCalm = true;
        StormyTurns = turns;
        GoOnUntil(Plan.Start + Plan.Storm + Plan.Calm);

        Gate.IsOpen = true;
        if (!Plan.Contender.IsProduct)
            return;
        new FinalAudit(Truth, Auditor, Memory.Database, Admin.WasRestored, Plan.Repairs).Look(
            Memory.Database.Store.Connections().Result()
        );
    }

    /// <summary>Starts an engine, beside another one if there is one.</summary>
    public Life Start()
    {
        var life = new Life(this, lives.Count + 1);
        lives.Add(life);
        return life;
    }

    /// <summary>The engine that people see: the one started last of those that live; null while none does.</summary>
    public Life? Living => lives.LastOrDefault(life => !life.IsDead);

    /// <summary>Kills an engine where it stands. Somebody starts another.</summary>
    public void Kill(Life life, Chance chance)
    {
        if (life.IsDead)
            return;
        life.Kill();
        if (lives.TrueForAll(each => each.IsDead))
            Admin.Restart(chance);
    }

    /// <summary>Does something while nothing else happens and nothing goes wrong: what people do takes no time.</summary>
    public void Undisturbed(Action act)
    {
        var wasCalm = Mishaps.IsCalm;
        (Gate.IsOpen, Mishaps.IsCalm) = (true, true);
        act();
        (Gate.IsOpen, Mishaps.IsCalm) = (false, wasCalm);
    }

    /// <summary>An engine sends a request.</summary>
    public void Sent(Life life, Message message)
    {
        Calls++;
        if (message.IsEntry)
            firstSent.TryAdd(message.Content, life.RunBegan);
        // A rival looks at nothing, or only for a number: what stands in the books now is what it could have known.
        if (message.IsEntry && !Plan.Contender.IsProduct)
            life.LookedAt = Truth.Now;
    }

    /// <summary>An engine decides what it will send, which it may do only in a later life.</summary>
    public void Intends(Life life, Intent intent)
    {
        firstSent.TryAdd(Message.ContentOf(intent.Body), life.RunBegan);
        Approvals.Intends(life.Number, intent);
    }

    /// <summary>An engine wrote something down.</summary>
    public void Wrote(Life life, string method, object?[] arguments)
    {
        switch (method, arguments)
        {
            case (nameof(IStore.SaveTeamleaderPoint), [_, Guid connection, ..]):
                followed[connection] = life.RunBegan;
                break;
            case (nameof(IStore.ApproveRepair), [_, Repair repair, ..]):
                repairs.Approved(Approvals.Approve(repair, life.LookedAt));
                break;
            case (nameof(IStore.WriteStep), [_, Guid repair, StepRecord record, ..]):
                if (record is { State: StepState.Stopped, Stop: { } stop })
                    Story.Tell($"The repair stops: {stop.Words}");
                if (Approvals.Write(life.Number, repair, record) is { } over)
                    RepairIsOver(over);
                Repairer.Wrote(life, Approvals.ConnectionOf(repair));
                break;
        }
    }

    void RepairIsOver(Approved repair)
    {
        Story.Tell($"The repair is through: {repair.Repair.Plan.Title}.");
        if (!Admin.WasRestored)
            undos.Look(repair);
    }

    IReadOnlyList<Link> LinksOf(Guid connection)
    {
        var store = Memory.Database.Store;
        var administration = store.Connections().Result().Single(one => one.Id == connection).Administration.Id;
        return store.LoadBooks(administration).Result().Links;
    }

    /// <summary>The database was copied, or the copy put back.</summary>
    public void WasCopied() => followedInBackup = new(followed);

    /// <inheritdoc cref="WasCopied"/>
    public void WasPutBack()
    {
        followed = new(followedInBackup);
        Approvals.WasRestored();
    }

    Request RequestOf(Life life, Message message)
    {
        var warrant = Approvals.Of(life.Number, message);
        var entry = warrant is null ? Guid.Empty : RepairAudit.EntryOf(warrant.Step);
        return new(message, Truth.Now, life.LookedAt, message.IsEntry ? firstSent[message.Content] : 0)
        {
            Warrant = warrant,
            ReadAt = life.Reads.GetValueOrDefault(("SalesEntries", entry)),
            MatchingReadAt = life.Reads.GetValueOrDefault(("Receivables", entry)),
        };
    }

    /// <summary>A request arrives and is dealt with.</summary>
    public Answer Deliver(Message message, Life life)
    {
        var answer = CarryOut(RequestOf(life, message), arrived: null);
        if (answer.Status == 200 && message.Path.EndsWith("/TransactionLines", StringComparison.Ordinal))
            life.LookedAt = Truth.Now;
        if (Plan.Repairs && answer.Status == 200 && message is { Service: Service.Exact, IsRead: true })
            foreach (var id in message.IdsAskedFor)
                life.Reads[(message.Resource, id)] = Truth.Now;
        return answer;
    }

    /// <summary>It is on its way, and will be dealt with when nobody waits for it any more.</summary>
    public void DeliverLater(Message message, Life life, TimeSpan late)
    {
        var (request, arrived) = (RequestOf(life, message), Time.Now);
        Time.At(
            arrived + late,
            () =>
            {
                var answer = CarryOut(request, arrived);
                Story.Tell($"The late {message.Name} arrives: {answer.Status}.");
            }
        );
    }

    public void RunEnded(Life life, Connection connection, Run run, long began)
    {
        var words = InWords(run);
        if (run.Counts is { Booked: > 0 } or { Adopted: > 0 } || lastWords.GetValueOrDefault(connection.Id) != words)
            Story.Tell($"Engine {life.Number} ran {connection.Name}: {words}.");
        lastWords[connection.Id] = words;
        if (run.Counts.Waiting > 0)
            Admin.LookAtPause(connection.Id);
        if (run.Failure is null)
            Auditor.AfterRun(connection, began);
        else if (run.Failure.Code is "reconnect" or "tokenRefused" or "appRefused")
            Admin.ConsentAgain(run.Failure.What.Contains("Teamleader") ? Vendor.Teamleader : Vendor.ExactOnline);
    }

    /// <summary>A rival gave up a run.</summary>
    public void Failed(Vendor? consent, Exception failure)
    {
        Story.Tell($"The run ends: {failure.Message}");
        if (consent is { } vendor)
            Admin.ConsentAgain(vendor);
    }

    public void Escaped(Life life, Exception exception) =>
        Auditor.Find(Counter.Unexplained, $"Engine {life.Number} fell over: {exception.Message} {Where(exception)}");

    public void Dispose()
    {
        foreach (var life in lives)
            life.Dispose();
        Memory.Dispose();
        Trace.Dispose();
        Services.Dispose();
    }

    Answer CarryOut(Request request, DateTimeOffset? arrived)
    {
        var message = request.Message;
        repairs.Before(request);
        var answer = message.CarryOut(Services, arrived);
        if (message.Service == Service.Exact && !message.IsRead && !repairs.After(request))
            Auditor.AfterRequest(request);
        Trace.Note(0, $"{message.Name}{message.Query}", Time.Now, answer.Status);
        return answer;
    }

    void GoOnUntil(DateTimeOffset end)
    {
        while (Gate.Count > 0 ? LetOneGoOn() : Time.GoOn(end)) { }
    }

    bool LetOneGoOn()
    {
        if (Environment.CurrentManagedThreadId != thread)
            throw new InvalidOperationException("A world lives on one thread.");
        var one = Gate.Take(order.About(++turns).Below(Gate.Count));
        if (turns == Plan.CrashAt)
            CrashedAt = $"{(one.Point == Point.Before ? "before" : "after")} {one.What}";
        Trace.Note(one.Who, one.What, Time.Now, (int)one.Point);
        if (Mishaps.Crash(turns == Plan.CrashAt) is { } chance)
        {
            Story.Tell($"Engine {one.Who} is killed {(one.Point == Point.Before ? "before" : "after")} {one.What}.");
            Kill(lives[one.Who - 1], chance);
        }
        else
            one.Open();
        return true;
    }

    static string InWords(Run run) =>
        run.Failure is { } failure
            ? $"{failure.Code}, {failure.What.TrimEnd('.')}"
            : $"{run.Counts.Booked} booked, {run.Counts.Adopted} adopted, {run.Counts.Asked} asked, {run.Counts.Waiting} waiting, {run.Counts.Problems} problems";

    static string Where(Exception exception) =>
        exception.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains("Bookonce"))?.Trim() ?? "";
}
