using Bookonce.Domain.Connections;
using Bookonce.Domain.Repair;
using Bookonce.Engine;
using Bookonce.Engine.Repair;
using Bookonce.Engine.Store;
using Bookonce.Simulation.Lives;
using Bookonce.Simulation.Time;
using Bookonce.Simulation.Worlds;

namespace Bookonce.Simulation.People;

/// <summary>
/// An admin who means to apply one plan, and perhaps to undo it, whatever comes in between. What is to be done next is told by
/// the memory alone, so it makes no difference where an engine dies.
/// </summary>
sealed class OneRepair(World world, Rehearsal rehearsal)
{
    readonly PersonSteps hands = new(world);
    int looks;

    /// <summary>The gates between which the plan that is watched was approved and came to its end.</summary>
    public (long From, long To) Turns { get; private set; }

    IStore Memory => world.Memory.Database.Store;

    /// <summary>Somebody looks after it every ten minutes.</summary>
    public void PlanCare()
    {
        var end = world.Plan.Start + world.Plan.Storm;
        for (var at = world.Plan.Start.AddHours(2); at < end; at += TimeSpan.FromMinutes(10))
            world.Time.At(
                at,
                () =>
                {
                    if (world.Living is { HasErrands: false } life)
                        life.Do(() => LookAfter(life));
                }
            );
    }

    async Task LookAfter(Life life)
    {
        var connection = Memory.Connections().Result().Single();
        try
        {
            switch (Memory.LoadRepairs(connection.Id).Result())
            {
                case []:
                    await Begin(life, connection);
                    break;
                case var repairs when repairs.FirstOrDefault(repair => repair.IsOpen) is { } open:
                    await GoOn(life, connection, open);
                    break;
                case [var done] when rehearsal.IsUndone:
                    await Undo(life, connection, done.Id);
                    break;
            }
        }
        catch (CannotBeDoneException refused)
        {
            world.Story.Tell($"That cannot be done: {refused.Problem.Code}, {refused.Problem.What}");
        }
    }

    async Task Begin(Life life, Connection connection)
    {
        var everything = await life.Planning.Plan(connection, new RepairWish());
        string[] cases = [.. everything.Meant.Concat(everything.Others).Select(one => one.Key)];
        foreach (var meant in cases.Select(key => (string[])[key]).Prepend(cases))
        {
            var wish = new RepairWish { Cases = [.. meant] };
            var choice = await life.Planning.Plan(connection, wish);
            if (
                choice.Options.Plans.FirstOrDefault(plan => plan.Kind == rehearsal.Kind && plan.CanApply)
                is not { Steps: not [] } plan
            )
                continue;
            Watch(isUndo: false);
            await Go(life, connection, await life.Planning.Approve(connection, wish, plan.Seal));
            return;
        }
    }

    async Task Undo(Life life, Connection connection, Guid repair)
    {
        var plan = await life.Planning.PlanUndo(connection, repair);
        Watch(isUndo: true);
        await Go(life, connection, await life.Planning.ApproveUndo(connection, repair, plan.Seal));
    }

    async Task GoOn(Life life, Connection connection, Repair repair)
    {
        var chance = Chance.Of(world.Plan.Seed, "hands").About(++looks);
        if (hands.Do(life, connection, repair, chance) is ({ }, var typed))
            await life.Repairing.Say(connection, repair.Id, typed);
        await Go(life, connection, repair);
    }

    async Task Go(Life life, Connection connection, Repair repair)
    {
        await life.Repairing.Go(connection, repair.Id);
        if (repair.Undoes is not null == rehearsal.IsUndone)
            Turns = Turns with { To = world.Turns };
    }

    void Watch(bool isUndo)
    {
        if (isUndo == rehearsal.IsUndone && Turns.From == 0)
            Turns = (world.Turns, 0);
    }
}
