namespace Bookonce.Bench.Matching;

/// <summary>How often a bookkeeper's hand slips: shares between 0 and 1.</summary>
/// <param name="NoNumber">The number stands nowhere.</param>
/// <param name="NumberInText">It stands in the description only.</param>
/// <param name="Rewritten">It is shortened, run together or prefixed.</param>
/// <param name="Mistyped">One digit is wrong, missing, doubled or swapped.</param>
/// <param name="Date">The date is another: half of it up to three days, the rest month end, day of entry, or swapped.</param>
/// <param name="Amount">The amount is another: cents, net for gross, swapped digits, ten times.</param>
/// <param name="Name">The name is a variant.</param>
/// <param name="Collective">The entry is on a collective relation.</param>
/// <param name="Sign">A credit note counts up.</param>
/// <param name="LookAlike">Documents that have another of the same customer and sum within 35 days.</param>
sealed record Noise(
    double NoNumber,
    double NumberInText,
    double Rewritten,
    double Mistyped,
    double Date,
    double Amount,
    double Name,
    double Collective,
    double Sign,
    double LookAlike
)
{
    /// <summary>A careful hand: less than half of every slip.</summary>
    public static Noise Low { get; } = new(0.03, 0.03, 0.2, 0.03, 0.08, 0.02, 0.04, 0.01, 0.04, 0.15);

    /// <summary>As studies of errors in bookkeeping report.</summary>
    public static Noise Medium { get; } = new(0.08, 0.08, 0.31, 0.08, 0.2, 0.05, 0.1, 0.02, 0.1, 0.29);

    /// <summary>A hurried hand: about half as much again of every slip.</summary>
    public static Noise High { get; } = new(0.13, 0.12, 0.35, 0.12, 0.3, 0.08, 0.16, 0.04, 0.18, 0.4);

    /// <summary>By its word on the command line.</summary>
    public static Noise Of(string word) =>
        word switch
        {
            "low" => Low,
            "high" => High,
            _ => Medium,
        };
}
