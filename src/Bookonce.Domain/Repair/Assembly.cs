using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bookonce.Domain.Booking;
using Bookonce.Domain.Duplicates;
using Bookonce.Domain.Entries;

namespace Bookonce.Domain.Repair;

/// <summary>Makes one plan of the remedies for all cases: in order, numbered, costed, checked against open intents and sealed.</summary>
sealed class Assembly(Standing standing, IReadOnlyList<RepairCase> cases)
{
    public RepairPlan Of(RepairKind kind, IReadOnlyList<Remedy> remedies)
    {
        var steps = Ordered(remedies.SelectMany(remedy => remedy.Steps));
        var leftOpen = remedies.Sum(remedy => remedy.LeavesOpen);
        var cost = Costing.Of(standing, steps, leftOpen);
        if (remedies.Any(remedy => remedy.CostedAs is not null))
            cost = Costing.Of(
                standing,
                Ordered(remedies.SelectMany(remedy => remedy.CostedAs ?? remedy.Steps)),
                leftOpen
            ) with
            {
                PersonSteps = cost.PersonSteps,
                Calls = cost.Calls,
                Time = cost.Time,
            };
        return new RepairPlan
        {
            Kind = kind,
            Cases = [.. cases.Select(one => one.Key)],
            Steps = steps,
            Cost = cost,
            Obstacles =
            [
                .. remedies
                    .SelectMany(remedy => remedy.Obstacles)
                    .Concat(OfIntents(steps))
                    .Concat(KeptAndRemoved(steps))
                    .Distinct(),
            ],
            Notes = [.. remedies.SelectMany(remedy => remedy.Notes), .. NotKnown(steps)],
            Rows = NumberRow.Of(steps, standing.EntriesOf),
            Seal = SealOf(steps),
        };
    }

    /// <summary>What is not known does not stand against a plan, because it is read again right before each step.</summary>
    IEnumerable<string> NotKnown(IReadOnlyList<RepairStep> steps)
    {
        var unknown = steps
            .SelectMany(Costing.Removed)
            .Select(entry => standing.TwinOf(entry))
            .Count(twin =>
                twin.Holds(KeepReason.Matched) == Known.Unknown
                || twin.Holds(KeepReason.Closed) == Known.Unknown
                || twin.Holds(KeepReason.Filed) == Known.Unknown
            );
        if (unknown > 0)
            yield return $"Not known yet whether they are matched, closed or declared, and read right before they are removed: {unknown}.";
    }

    IReadOnlyList<RepairStep> Ordered(IEnumerable<RepairStep> steps) =>
        Numbered([
            .. Tail.Added(standing, [.. steps.Distinct()])
                .OrderBy(step => step.Phase)
                .ThenBy(step => Removal(step).Journal, StringComparer.Ordinal)
                .ThenByDescending(step => Removal(step).Number),
        ]);

    /// <summary>From the highest number down, so that whatever stops a plan leaves the numbers below complete.</summary>
    static (string Journal, int Number) Removal(RepairStep step) =>
        step is RepairStep.RemoveEntry(var entry) ? ($"{entry.Series}", entry.Number) : ("", 0);

    /// <summary>Gives the next free numbers to what has none of its own, oldest document first.</summary>
    IReadOnlyList<RepairStep> Numbered(RepairStep[] steps)
    {
        var next = steps.OfType<RepairStep.ContinueAt>().ToDictionary(step => step.Series, step => step.Next);
        var given = steps.Select(Given).OfType<(SeriesKey, int)>().ToHashSet();
        int[] open =
        [
            .. steps
                .Index()
                .Where(step =>
                    step.Item is RepairStep.ReverseEntry { Number: null } or RepairStep.BookAgain { Number: null }
                )
                .OrderBy(step => (step.Item as RepairStep.BookAgain)?.Document.Date)
                .Select(step => step.Index),
        ];
        foreach (var at in open)
            steps[at] = steps[at] switch
            {
                RepairStep.ReverseEntry reverse => reverse with { Number = Take(reverse.Series) },
                RepairStep.BookAgain again => again with { Number = Take(again.Series) },
                var other => other,
            };
        return steps;

        int? Take(SeriesKey series)
        {
            if (
                standing.ExactNumbers(series)
                || (next.GetValueOrDefault(series) is var told && told == 0 ? standing.NextOf(series) : told)
                    is not { } number
            )
                return null;
            while (!given.Add((series, number)))
                number++;
            next[series] = number + 1;
            return number;
        }
    }

    static (SeriesKey, int)? Given(RepairStep step) =>
        step is RepairStep.BookAgain(_, var series, { } number) ? (series, number) : null;

    static IEnumerable<Obstacle> KeptAndRemoved(IReadOnlyList<RepairStep> steps)
    {
        var removed = steps.SelectMany(Costing.Removed).Select(entry => entry.LineId).ToHashSet();
        return steps
            .OfType<RepairStep.LinkTo>()
            .Where(step => removed.Contains(step.Entry.LineId))
            .Select(step => new Obstacle(
                ObstacleReason.NotChosen,
                $"Entry {Removing.Name(step.Entry)} would stay for {step.Document} and go for another: say which of the entries stays."
            ));
    }

    /// <summary>What open intents and tries stand against.</summary>
    public IEnumerable<Obstacle> OfIntents(IReadOnlyList<RepairStep> steps)
    {
        var books = standing.Books;
        var documents = cases
            .SelectMany(one => one.Documents)
            .Select(document => document.Id)
            .Concat(steps.OfType<RepairStep.BookAgain>().Select(step => step.Document.Id))
            .Concat(steps.OfType<RepairStep.RestoreLink>().Select(step => step.Document.Id))
            .ToHashSet();
        var freed = steps.SelectMany(Costing.Removed).Select(entry => (entry.Series, entry.Number)).ToHashSet();
        var freedSeries = freed.Select(number => number.Series).ToHashSet();
        var booked = steps.OfType<RepairStep.BookAgain>().Select(step => step.Series).ToHashSet();
        var goesOn = steps.OfType<RepairStep.ContinueAt>().ToDictionary(step => step.Series, step => step.Next);
        foreach (var intent in books.Intents)
        {
            var isYoung = intent.Unanswered > 0 && books.Now < intent.LastTry + books.Lateness;
            var name = $"{intent.YourRef} in {intent.Series}";
            if (
                intent.State == IntentState.Unknown
                && (documents.Contains(intent.DocumentId) || booked.Contains(intent.Series))
            )
                yield return new Obstacle(
                    ObstacleReason.UnknownIntent,
                    $"Nobody knows yet whether {name} was booked. Let a run settle it first."
                );
            else if (isYoung && (documents.Contains(intent.DocumentId) || IsFreed(intent)))
                yield return new Obstacle(
                    ObstacleReason.YoungTry,
                    $"A try to book {name} was never answered, and may take effect until {intent.LastTry + books.Lateness:yyyy-MM-dd HH:mm} UTC."
                );
        }

        bool IsFreed(Intent intent) =>
            intent.Number is { } number
                ? freed.Contains((intent.Series, number))
                    || (goesOn.TryGetValue(intent.Series, out var next) && number >= next)
                : freedSeries.Contains(intent.Series);
    }

    /// <summary>Everything that the steps name, with what makes an entry another one.</summary>
    public static string SealOf(IReadOnlyList<RepairStep> steps)
    {
        var text = new StringBuilder();
        foreach (var step in steps)
        {
            text.Append(step.Words).Append('\n');
            foreach (var entry in EntriesOf(step))
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"{entry.EntryId} {entry.Series} {entry.Number} {entry.Date:O} {Plain.Of(entry.Amount)} {entry.AccountId} {entry.YourRef} {entry.Matched} {entry.ChangedAt:O}\n"
                );
        }
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    static IEnumerable<Entry> EntriesOf(RepairStep step) =>
        step switch
        {
            RepairStep.LinkTo(_, var entry, _) => [entry],
            RepairStep.CorrectEntry(_, var entry) => [entry],
            RepairStep.ReverseEntry(var entry, _, _, _) => [entry],
            RepairStep.Person(_, _, PersonCheck.EntryOpen(var entry)) => [entry],
            _ => Costing.Removed(step),
        };
}
