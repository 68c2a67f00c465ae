using Bookonce.Domain.Duplicates;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Repair;
using CsCheck;

namespace Bookonce.Domain.Tests.Repair;

public sealed class ExecutionTests
{
    static readonly RepairKind[] Kinds =
    [
        RepairKind.RemoveSurplus,
        RepairKind.RebuildFromDate,
        RepairKind.BookAgain,
        RepairKind.Reverse,
        RepairKind.Checklist,
        RepairKind.Release,
    ];

    [Fact]
    public void A_plan_killed_anywhere_ends_as_one_that_was_not_and_does_nothing_twice() =>
        Gen.Select(PlanPropertyTests.Numbers, Gen.Int[0, 5], Gen.Int[0, 60].Array[0, 6])
            .Sample(
                (numbers, kind, kills) =>
                {
                    var ids = Write(numbers, Kinds[kind]);
                    if (ids is not var (calm, rough, plan))
                        return;

                    Assert.IsType<NextMove.Finished>(new Applier(calm, plan).Run());
                    var applier = new Applier(rough, plan);
                    foreach (var points in kills)
                        try
                        {
                            applier.Run(resume: true, points);
                        }
                        catch (Applier.Killed) { }
                    Assert.IsType<NextMove.Finished>(applier.Run(resume: true));

                    Assert.Equal(calm.Show(), rough.Show());
                    Assert.Equal(0, applier.Wasted);
                    Assert.All(
                        applier.Effects,
                        effect =>
                            Assert.True(
                                effect.Value == 1,
                                $"{plan.Steps[effect.Key].Words} was done {effect.Value} times."
                            )
                    );
                },
                iter: 300
            );

    [Fact]
    public void Undoing_a_plan_restores_the_books() =>
        Gen.Select(PlanPropertyTests.Numbers, Gen.Int[0, 5])
            .Sample(
                (numbers, kind) =>
                {
                    if (Write(numbers, Kinds[kind]) is not var (ledger, _, plan) || IsByHand(plan))
                        return;

                    var before = ledger.Show();
                    var applier = new Applier(ledger, plan);
                    applier.Run();
                    var undo = Undo.Plan(applier.Journal, ledger.Books);

                    Assert.Empty(undo.Obstacles);
                    var undoing = new Applier(ledger, undo);
                    Assert.IsType<NextMove.Finished>(undoing.Run());
                    Assert.Equal(before, ledger.Show());
                },
                iter: 300
            );

    [Fact]
    public void A_plan_that_stops_halfway_is_undone_as_far_as_it_came() =>
        Gen.Select(PlanPropertyTests.Numbers, Gen.Int[0, 20])
            .Sample(
                (numbers, which) =>
                {
                    if (Write(numbers, RepairKind.RebuildFromDate) is not var (ledger, _, plan) || IsByHand(plan))
                        return;
                    var removed = plan.Steps.OfType<RepairStep.RemoveEntry>().Select(step => step.Entry).ToArray();
                    if (removed is [])
                        return;

                    var changed = removed[which % removed.Length];
                    ledger.Change(changed, entry => entry with { Date = entry.Date.AddDays(1) });
                    var before = ledger.Show();
                    var applier = new Applier(ledger, plan);

                    Assert.Equal(StopReason.Changed, Assert.IsType<NextMove.Halted>(applier.Run()).Why.Reason);
                    Assert.Equal(
                        StopReason.Changed,
                        Assert.IsType<NextMove.Halted>(applier.Run(resume: true)).Why.Reason
                    );
                    new Applier(ledger, Undo.Plan(applier.Journal, ledger.Books)).Run();
                    Assert.Equal(before, ledger.Show());
                },
                iter: 150
            );

    /// <summary>The same books twice, and a plan of a kind that can be applied; null when there is none.</summary>
    static (Ledger, Ledger, RepairPlan)? Write((int, int, bool)[] numbers, RepairKind kind)
    {
        var one = PlanPropertyTests.Write(numbers);
        return one.Plan().Plans.FirstOrDefault(plan => plan.Kind == kind && plan.CanApply) is { } plan
            ? (one, one.Copy(), plan)
            : null;
    }

    static bool IsByHand(RepairPlan plan) =>
        plan.Steps.OfType<RepairStep.Person>().Any(step => step.Check is not PersonCheck.EntryOpen);
}
