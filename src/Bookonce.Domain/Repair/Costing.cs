using Bookonce.Domain.Budgets;
using Bookonce.Domain.Duplicates;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Numbering;

namespace Bookonce.Domain.Repair;

/// <summary>Says what steps cost. What is not known counts as if it were lost.</summary>
static class Costing
{
    /// <summary>Entries that one filter can ask for: an address is at most 6,000 characters long. Source: knowledge base, Restrictions.</summary>
    public const int EntriesAtOnce = 40;

    public static RepairCost Of(Standing standing, IReadOnlyList<RepairStep> steps, int leftOpen)
    {
        Entry[] deleted = [.. steps.SelectMany(Removed)];
        Entry[] reversed = [.. steps.OfType<RepairStep.ReverseEntry>().Select(step => step.Entry)];
        Entry[] corrected = [.. steps.OfType<RepairStep.CorrectEntry>().Select(step => step.Entry)];
        var books = standing.Books;
        var calls = steps.Sum(step => step.Calls) + AtOnce(steps.Count(IsVerifiedTogether));
        return new RepairCost
        {
            LeftOpen = leftOpen,
            Payments = [.. Losses(deleted.Concat(reversed).Concat(corrected), KeepReason.Matched)],
            Corrections = [.. Losses(deleted.Concat(corrected), KeepReason.Corrected)],
            Attachments = [.. deleted.Where(entry => entry.Attachments is not null)],
            Reversed = reversed,
            Deleted = deleted,
            Gaps = [.. MissingAfter(deleted, steps)],
            Changes = [.. Changes(steps)],
            PersonSteps = steps.Count(step => step is RepairStep.Person),
            Calls = calls,
            Time = CallPlan.End(calls, books.Budget, books.Now) - books.Now,
        };

        IEnumerable<Loss> Losses(IEnumerable<Entry> entries, KeepReason reason) =>
            entries
                .Select(entry => new Loss(entry, standing.TwinOf(entry).Holds(reason)))
                .Where(loss => loss.Holds != Known.No);
    }

    /// <summary>The entries that a step removes, or has a person remove.</summary>
    public static IEnumerable<Entry> Removed(RepairStep step) =>
        step switch
        {
            RepairStep.RemoveEntry(var entry) => [entry],
            RepairStep.Person(_, _, PersonCheck.EntriesGone(var entries)) => entries,
            _ => [],
        };

    static bool IsVerifiedTogether(RepairStep step) => step is RepairStep.RemoveEntry or RepairStep.BookAgain;

    static int AtOnce(int entries) => (entries + EntriesAtOnce - 1) / EntriesAtOnce;

    static IEnumerable<Gap> MissingAfter(Entry[] deleted, IReadOnlyList<RepairStep> steps)
    {
        var given = steps.Select(Given).OfType<(SeriesKey, int)>().ToHashSet();
        var goesOn = steps.OfType<RepairStep.ContinueAt>().ToDictionary(step => step.Series, step => step.Next);
        foreach (var step in steps.OfType<RepairStep.Person>())
            if (step is { When: Phase.Numbers, Check: PersonCheck.NextNumber(var series, var expected, _) })
                goesOn[series] = expected;

        foreach (var group in deleted.Where(entry => entry.IsSales).GroupBy(entry => entry.Series))
        {
            var highest = given
                .Where(used => used.Item1 == group.Key)
                .Select(used => used.Item2)
                .DefaultIfEmpty()
                .Max();
            // Where nothing says that the series goes on earlier, something above stays, and every number below it counts.
            var next = Math.Max(goesOn.GetValueOrDefault(group.Key, int.MaxValue), highest);
            var missing = group
                .Select(entry => entry.Number)
                .Where(number => !given.Contains((group.Key, number)) && number < next)
                .Distinct()
                .Order();
            foreach (var (from, to) in RunsOf(missing))
                yield return new Gap(group.Key, from, to, GapCause.DeletedByRepair);
        }
    }

    static (SeriesKey, int)? Given(RepairStep step) =>
        step switch
        {
            RepairStep.BookAgain(_, var series, { } number) => (series, number),
            RepairStep.ReverseEntry(_, var series, { } number, _) => (series, number),
            _ => null,
        };

    static IEnumerable<(int From, int To)> RunsOf(IEnumerable<int> ascending)
    {
        (int From, int To)? open = null;
        foreach (var number in ascending)
        {
            if (open is { } run && number == run.To + 1)
            {
                open = run with { To = number };
                continue;
            }
            if (open is { } done)
                yield return done;
            open = (number, number);
        }
        if (open is { } last)
            yield return last;
    }

    static IEnumerable<NumberChange> Changes(IReadOnlyList<RepairStep> steps)
    {
        var booked = steps.OfType<RepairStep.BookAgain>().ToDictionary(step => step.Document.Id);
        foreach (var step in steps)
        {
            var change = step switch
            {
                RepairStep.LinkTo(var document, var entry, { } before) => Change(
                    document,
                    before,
                    entry.Series,
                    entry.Number
                ),
                RepairStep.Release(var document, var before) when booked.TryGetValue(document.Id, out var again) =>
                    Change(document, before, again.Series, again.Number),
                RepairStep.Release(var document, var before) => Change(document, before, null, null),
                _ => null,
            };
            if (change is not null)
                yield return change;
        }
    }

    static NumberChange? Change(DocumentRef document, Link before, SeriesKey? series, int? number) =>
        (before.Series, before.BookingNumber) == (series, number)
            ? null
            : new NumberChange(document, before.Series, before.BookingNumber, series, number);
}
