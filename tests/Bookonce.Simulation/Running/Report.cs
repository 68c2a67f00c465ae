using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bookonce.Domain.Repair;
using Bookonce.Simulation.Audit;

namespace Bookonce.Simulation.Running;

/// <summary>Worlds in which Exact gives the numbers, or does not keep them unique: their risk is measured, not hidden.</summary>
sealed record Unfenced(int Documents, int BookedTwice);

/// <summary>Plans of one kind.</summary>
sealed record PlanCount(int Approved, int Done);

/// <summary>What is printed.</summary>
sealed record Report
{
    public required int Seeds { get; init; }
    public required int From { get; init; }
    public required string Strategy { get; init; }
    public required int Documents { get; init; }
    public required int Calls { get; init; }
    public required int Faults { get; init; }
    public required int Crashes { get; init; }
    public required int BookedTwice { get; init; }
    public required int TypedMeanwhile { get; init; }
    public required int Revived { get; init; }
    public required int Lost { get; init; }
    public required int ForeignTouched { get; init; }
    public required int RelationsTwice { get; init; }
    public required int NumberGaps { get; init; }
    public required int Unexplained { get; init; }

    /// <summary>Plans that were applied to their end, undos apart; null in worlds without repairs, like what follows.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Repairs { get; init; }

    /// <summary>Undos that were applied to their end.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Undos { get; init; }

    /// <inheritdoc cref="Counter.Raced"/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Raced { get; init; }

    /// <summary>Plans that were approved, by their kind, and how many of them went through to their end.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, PlanCount>? Plans { get; init; }
    public required Unfenced Unfenced { get; init; }
    public required long SecondsSimulated { get; init; }
    public required double SecondsReal { get; init; }
    public required double DocumentsPerSecond { get; init; }
    public required string TraceHash { get; init; }
    public IReadOnlyList<Failure> Failures { get; init; } = [];

    public static Report Of(IReadOnlyList<Verdict> verdicts, string strategy, TimeSpan took)
    {
        var fenced = verdicts.Where(verdict => verdict.Plan.IsFenced).ToArray();
        var documents = verdicts.Sum(verdict => verdict.Documents);
        var report = new Report
        {
            Seeds = verdicts.Count,
            From = verdicts is [var first, ..] ? first.Plan.Seed : 0,
            Strategy = strategy,
            Documents = fenced.Sum(verdict => verdict.Documents),
            Calls = verdicts.Sum(verdict => verdict.Calls),
            Faults = verdicts.Sum(verdict => verdict.Faults),
            Crashes = verdicts.Sum(verdict => verdict.Crashes),
            BookedTwice = fenced.Sum(verdict => verdict.Count(Counter.BookedTwice)),
            TypedMeanwhile = Sum(Counter.TypedMeanwhile),
            Revived = Sum(Counter.Revived),
            Lost = Sum(Counter.Lost),
            ForeignTouched = Sum(Counter.ForeignTouched),
            RelationsTwice = Sum(Counter.RelationsTwice),
            NumberGaps = Sum(Counter.NumberGaps),
            Unexplained = Sum(Counter.Unexplained),
            Unfenced = new Unfenced(
                documents - fenced.Sum(verdict => verdict.Documents),
                verdicts.Except(fenced).Sum(verdict => verdict.Count(Counter.BookedTwice))
            ),
            SecondsSimulated = (long)verdicts.Sum(verdict => (verdict.Plan.Storm + verdict.Plan.Calm).TotalSeconds),
            SecondsReal = Math.Round(took.TotalSeconds, 1),
            DocumentsPerSecond = Math.Round(documents / took.TotalSeconds, 1),
            TraceHash = Together(verdicts),
        };
        if (!verdicts.Any(verdict => verdict.Plan.Repairs))
            return report;
        var repairs = verdicts.SelectMany(verdict => verdict.Repairs).ToArray();
        return report with
        {
            Repairs = repairs.Count(one => one.IsDone && one.Kind != RepairKind.Undo),
            Undos = repairs.Count(one => one.IsDone && one.Kind == RepairKind.Undo),
            Raced = Sum(Counter.Raced),
            Plans = repairs
                .GroupBy(one => one.Kind)
                .OrderBy(group => group.Key)
                .ToDictionary(
                    group => JsonNamingPolicy.CamelCase.ConvertName($"{group.Key}"),
                    group => new PlanCount(group.Count(), group.Count(one => one.IsDone))
                ),
        };

        int Sum(Counter counter) => verdicts.Sum(verdict => verdict.Count(counter));
    }

    static string Together(IReadOnlyList<Verdict> verdicts) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.ASCII.GetBytes(string.Concat(verdicts.Select(verdict => verdict.TraceHash))))
        );
}
