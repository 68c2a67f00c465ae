using Bookonce.Domain.Entries;
using Bookonce.Domain.Numbering;
using Bookonce.Domain.Repair;
using CsCheck;

namespace Bookonce.Domain.Tests.Repair;

public sealed class PlanPropertyTests
{
    /// <summary>What stands at each number: 0 foreign, 1 a gap, 2 to 4 a document, 5 a document typed before, 6 one whose entry is gone.</summary>
    internal static readonly Gen<(int What, int Days, bool IsMatched)[]> Numbers = Gen.Select(
        Gen.Int[0, 6],
        Gen.Int[-1, 1],
        Gen.Bool
    ).Array[3, 14];

    internal static Ledger Write((int What, int Days, bool IsMatched)[] numbers)
    {
        var (ledger, number, typed) = (new Ledger(), 10, new List<Entry>());
        foreach (var (what, days, isMatched) in numbers)
        {
            var (name, day) = ($"{number}", number - 5 + days);
            switch (what)
            {
                case 0:
                    ledger.Foreign(number, day);
                    break;
                case 1:
                    break;
                default:
                    ledger.Document(name, day);
                    if (what == 5)
                        typed.Add(ledger.Typed(name, number++));
                    var entry = ledger.Booked(name, number);
                    if (what == 6)
                        ledger.Delete(entry);
                    else if (isMatched)
                        ledger.Change(entry, one => one with { Matched = Matched.Fully });
                    break;
            }
            number++;
        }
        return ledger;
    }

    [Fact]
    public void No_plan_removes_an_entry_that_belongs_to_no_document() =>
        EachPlan(
            (ledger, plan) =>
                Assert.All(
                    plan.Cost.Deleted.Concat(plan.Cost.Reversed),
                    entry => Assert.NotEqual("Somebody Else NV", entry.AccountName)
                )
        );

    [Fact]
    public void No_plan_leaves_a_gap_that_it_did_not_announce() =>
        EachPlan(
            (ledger, plan) =>
            {
                var before = ledger.Entries.Select(entry => entry.Number).ToArray();
                if (before is [])
                    return;
                var after = before
                    .Except(plan.Cost.Deleted.Select(entry => entry.Number))
                    .Concat(plan.Steps.SelectMany(Given))
                    .ToArray();
                var goesOn = plan.Steps.OfType<RepairStep.ContinueAt>().Select(step => step.Next).Append(0).Max();
                var next = Math.Max(goesOn == 0 ? before.Max() + 1 : goesOn, after.Append(0).Max() + 1);
                var lowest = before.Concat(after).Min();

                var announced = plan.Cost.Gaps.SelectMany(gap => Enumerable.Range(gap.From, (int)gap.Count));
                var left = Enumerable
                    .Range(lowest, next - lowest)
                    .Except(after)
                    .Except(Enumerable.Range(lowest, next - lowest).Except(before));

                Assert.Equal(left.Order(), announced.Order());
                Assert.Equal(after.Distinct().Count(), after.Length);
            }
        );

    static IEnumerable<int> Given(RepairStep step) =>
        step switch
        {
            RepairStep.BookAgain(_, _, { } number) => [number],
            RepairStep.ReverseEntry(_, _, { } number, _) => [number],
            _ => [],
        };

    [Fact]
    public void The_recommended_plan_is_never_costlier_than_another_that_can_be_applied() =>
        Numbers.Sample(
            numbers =>
            {
                var options = Write(numbers).Plan();
                foreach (var plan in options.Plans.Where(plan => plan.CanApply))
                    Assert.True(HarmOrder.LeastFirst.Compare(options.Recommended!.Cost, plan.Cost) <= 0);
            },
            iter: 150
        );

    [Fact]
    public void The_order_of_what_is_given_does_not_matter() =>
        Gen.Select(Numbers, Gen.Int)
            .Sample(
                (numbers, seed) =>
                {
                    var ledger = Write(numbers);
                    var (books, cases) = (ledger.Books, ledger.Found.ToArray());
                    var random = new Random(seed);
                    var entries = ledger.Entries.ToArray();
                    var documents = books.Books.Documents.ToArray();
                    random.Shuffle(entries);
                    random.Shuffle(documents);
                    var shuffled = books with { Books = books.Books with { Entries = entries, Documents = documents } };

                    Assert.Equal(Seals(books), Seals(shuffled));
                    IEnumerable<string> Seals(RepairBooks given) =>
                        Planner.Plan(given, cases).Plans.Select(plan => $"{plan.Kind} {plan.Seal}");
                },
                iter: 150
            );

    static void EachPlan(Action<Ledger, RepairPlan> check) =>
        Numbers.Sample(
            numbers =>
            {
                var ledger = Write(numbers);
                foreach (var plan in ledger.Plan().Plans.Where(plan => plan.CanApply))
                    check(ledger, plan);
            },
            iter: 150
        );
}
