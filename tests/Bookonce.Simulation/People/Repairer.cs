using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Duplicates;
using Bookonce.Domain.Problems;
using Bookonce.Domain.Repair;
using Bookonce.Engine;
using Bookonce.Engine.Repair;
using Bookonce.Engine.Store;
using Bookonce.Engine.Synchronise;
using Bookonce.Simulation.Lives;
using Bookonce.Simulation.Time;
using Bookonce.Simulation.Worlds;

namespace Bookonce.Simulation.People;

/// <summary>
/// An admin who repairs: chooses among the plans there are, approves, goes on after whatever came in between, does what a
/// person is asked to do, gives up or undoes. What is shown on the screen outlives an engine; nothing else does.
/// </summary>
sealed class Repairer(World world)
{
    readonly Chance chance = Chance.Of(world.Plan.Seed, "repairer");
    readonly PersonSteps hands = new(world);
    readonly Patience patience = new();
    Offer? shown;
    int times;
    int linesUntilStop;

    /// <summary>A plan on the screen.</summary>
    /// <param name="Undoes">The repair that it undoes; null for any other.</param>
    sealed record Offer(Connection Connection, RepairWish Wish, string Seal, Guid? Undoes);

    bool IsCalm => world.Time.Now >= world.Plan.Start + world.Plan.Storm;

    IStore Memory => world.Memory.Database.Store;

    /// <summary>Somebody looks after open repairs now and then; when all is calm often enough to end every one.</summary>
    public void PlanCare()
    {
        var calm = world.Plan.Start + world.Plan.Storm;
        for (var at = world.Plan.Start.AddMinutes(20); at < calm; )
        {
            world.Time.At(at, () => LookAfter(begins: false));
            at += TimeSpan.FromSeconds(900 + chance.About(++times).Below(1800));
        }
        for (
            var at = calm.AddMinutes(10);
            at < calm + world.Plan.Calm - TimeSpan.FromHours(2);
            at += TimeSpan.FromMinutes(20)
        )
            world.Time.At(at, () => LookAfter(begins: false));
        foreach (var minutes in (int[])[62, 125, 183, 245, 362, 425, 483])
            world.Time.At(calm.AddMinutes(minutes), () => LookAfter(begins: true));
    }

    /// <summary>Goes on with what is open, or begins something when nothing is.</summary>
    public void LookAfter(bool begins)
    {
        if (world.Living is not { HasErrands: false } life || !(begins || shown is not null || Open() is not null))
            return;
        var about = chance.About(++times);
        life.Do(() => Turn(life, begins, about));
    }

    /// <summary>A line of a journal was written: now and then somebody has it stop there.</summary>
    public void Wrote(Life life, Guid connection)
    {
        if (linesUntilStop > 0 && --linesUntilStop == 0)
            life.Repairing.Stop(connection);
    }

    /// <summary>Ends the links of all documents from some day on.</summary>
    public void Release(Chance about)
    {
        if (world.Living is not { HasErrands: false } life)
            return;
        life.Do(() =>
            Guarded(async () =>
            {
                var connection = about.About("connection").Pick(Memory.Connections().Result());
                var day = DateOnly.FromDateTime(world.Time.Now.UtcDateTime).AddDays(-about.About("days").Below(40));
                var list = await life.Releasing.List(connection, day);
                await life.Releasing.Release(connection, list);
                world.Story.Tell($"Somebody releases {list.Released.Count} documents from {day:yyyy-MM-dd} on.");
            })
        );
    }

    /// <summary>The repair that was begun last of those that are open.</summary>
    (Connection Connection, Repair Repair)? Open() =>
        Memory
            .Connections()
            .Result()
            .SelectMany(connection =>
                Memory
                    .LoadRepairs(connection.Id)
                    .Result()
                    .Select(repair => ((Connection, Repair Repair)?)(connection, repair))
            )
            .Where(one => one!.Value.Repair.IsOpen)
            .MaxBy(one => one!.Value.Repair.ApprovedAt);

    async Task Turn(Life life, bool begins, Chance about)
    {
        await Guarded(async () =>
        {
            if (Open() is var (connection, open))
                await GoOn(life, connection, open, about);
            else if (shown is { } offer)
                await Approve(life, offer, about);
            else if (begins)
                await Begin(life, about);
        });
        if (!IsCalm && (shown is not null || Open() is not null))
            world.Time.At(
                world.Time.Now + TimeSpan.FromSeconds(30 + about.About("again").Below(1500)),
                () => LookAfter(begins: false)
            );
    }

    async Task Guarded(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (CannotBeDoneException refused)
        {
            world.Story.Tell($"That cannot be done: {refused.Problem.Code}, {refused.Problem.What}");
        }
        catch (Exception exception) when (Failures.Explain(exception) is { } problem)
        {
            Failed(problem);
        }
    }

    void Failed(Problem problem)
    {
        world.Story.Tell($"The repair cannot go on now: {problem.Code}, {problem.What}");
        if (problem.Code is "reconnect" or "tokenRefused" or "appRefused")
            world.Admin.ConsentAgain(problem.What.Contains("Teamleader") ? Vendor.Teamleader : Vendor.ExactOnline);
    }

    async Task Begin(Life life, Chance about)
    {
        var connection = about.About("connection").Pick(Memory.Connections().Result());
        var done = Memory
            .LoadRepairs(connection.Id)
            .Result()
            .Where(repair => repair.Journal.Steps.Any(step => step.HasEffect))
            .ToArray();
        shown =
            done is not [] && about.About("undo").IsBelow(0.3)
                ? await Undo(life, connection, about.About("which").Pick(done).Id)
                : await Plan(life, connection, about);
        // Some look at it for a while, and the books go on.
        if (shown is { } offer && about.About("at once").IsBelow(0.6))
            await Approve(life, offer, about);
    }

    async Task<Offer?> Undo(Life life, Connection connection, Guid repair)
    {
        var plan = await life.Planning.PlanUndo(connection, repair);
        if (plan.CanApply)
            return new Offer(connection, new RepairWish(), plan.Seal, repair);
        world.Story.Tell($"An undo is not possible: {string.Join(" ", plan.Obstacles.Select(one => one.Words))}");
        return null;
    }

    async Task<Offer?> Plan(Life life, Connection connection, Chance about)
    {
        var wish = Withdrawn(connection, about.About("withdrawn"));
        if (wish is null)
        {
            var everything = await life.Planning.Plan(connection, new RepairWish());
            RepairCase[] cases = [.. everything.Meant.Concat(everything.Others).Where(IsOneThing)];
            if (cases is [])
                return null;
            var count = about.About("how many").Pick([1, 1, 1, 2, 3, cases.Length]);
            var some = cases.OrderBy(one => about.About(one.Key).Roll).Take(count).ToArray();
            wish = new RepairWish { Cases = [.. some.Select(one => one.Key)], Survivors = Survivors(some, about) };
        }
        var choice = await life.Planning.Plan(connection, wish);
        RepairPlan[] plans = [.. choice.Options.Plans.Where(plan => plan.CanApply && plan.Steps.Count > 0)];
        return plans is [] ? null : new Offer(connection, wish, about.About("plan").Pick(plans).Seal, Undoes: null);
    }

    /// <summary>Now and then somebody means to delete a document in Teamleader.</summary>
    RepairWish? Withdrawn(Connection connection, Chance about)
    {
        Guid[] linked =
        [
            .. Memory
                .LoadDocuments(connection.Id)
                .Result()
                .Where(document => document.Outcome.Status == DocumentStatus.Linked && !document.IsGone)
                .Select(document => document.Content.Id),
        ];
        return linked is not [] && about.IsBelow(0.15)
            ? new RepairWish { Withdrawn = new HashSet<Guid> { about.About("which").Pick(linked) } }
            : null;
    }

    /// <summary>A person sees when entries that belong to no document are different things.</summary>
    bool IsOneThing(RepairCase one) =>
        one is not RepairCase.Found(Finding.TypedTwice(var twins))
        || twins.Select(twin => world.Truth.Living(twin.Entry.EntryId)?.Document).Distinct().ToArray() is [not null];

    static Dictionary<string, Guid> Survivors(IEnumerable<RepairCase> cases, Chance about) =>
        cases
            .OfType<RepairCase.Found>()
            .Where(one => one.Finding is Finding.TypedTwice || about.About(one.Key).About("survivor").IsBelow(0.3))
            .Where(one => one.Finding is Finding.TypedTwice or Finding.Twins)
            .ToDictionary(
                one => one.Key,
                one => about.About(one.Key).About("who").Pick(one.Finding.Entries).Entry.LineId
            );

    async Task Approve(Life life, Offer offer, Chance about)
    {
        shown = null;
        var repair = offer.Undoes is { } undone
            ? await life.Planning.ApproveUndo(offer.Connection, undone, offer.Seal)
            : await life.Planning.Approve(offer.Connection, offer.Wish, offer.Seal);
        await Go(life, offer.Connection, repair.Id, about);
    }

    async Task Go(Life life, Connection connection, Guid repair, Chance about)
    {
        linesUntilStop = !IsCalm && about.About("stop").IsBelow(0.1) ? 1 + about.About("after").Below(8) : 0;
        var end = await life.Repairing.Go(connection, repair);
        world.Story.Tell($"Engine {life.Number} worked on the repair: {InWords(end)}");
        if (end is RepairEnd.Failed(var problem))
            Failed(problem);
    }

    async Task GoOn(Life life, Connection connection, Repair repair, Chance about)
    {
        if (patience.IsOver(repair, IsCalm) || (!IsCalm && about.About("tired").IsBelow(0.06)))
        {
            await End(life, connection, repair, about);
            return;
        }
        if (about.About("busy").IsBelow(IsCalm ? 0 : 0.15))
            return;
        var (at, typed) = hands.Do(life, connection, repair, about.About("hands"));
        if (at is not null)
            await Guarded(() => life.Repairing.Say(connection, repair.Id, typed));
        await Go(life, connection, repair.Id, about);
    }

    /// <summary>Enough of it: what was done is undone, or the rest is given up.</summary>
    async Task End(Life life, Connection connection, Repair repair, Chance about)
    {
        var isUndone = repair.Undoes is null && about.About("undo").IsBelow(0.5);
        if (isUndone && await Undo(life, connection, repair.Id) is { } offer)
        {
            await Approve(life, offer, about);
            return;
        }
        await Guarded(async () =>
        {
            await life.Repairing.GiveUp(connection, repair.Id);
            world.Story.Tell("Somebody gives up what is left of the repair.");
        });
        // What cannot be given up yet is gone on with.
        if (Open() is var (_, open) && open.Id == repair.Id)
            await Go(life, connection, repair.Id, about);
    }

    static string InWords(RepairEnd end) =>
        end switch
        {
            RepairEnd.Done(var differences) => $"it is done. {string.Join(" ", differences)}",
            RepairEnd.AsksPerson(_, var step) => $"it asks: {step.Words}",
            RepairEnd.Halted(_, var why) => $"it stands still: {why.Words}",
            RepairEnd.Waits(_, var words) => $"it waits: {words}",
            RepairEnd.Stopped => "it was stopped.",
            RepairEnd.Failed(var problem) => $"it failed: {problem.What}",
            _ => throw new InvalidOperationException("An unknown ending."),
        };
}
