namespace Bookonce.Domain.Repair;

/// <summary>One kind of harm.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Of">How much of it a plan does.</param>
/// <param name="One">One of it, in words.</param>
/// <param name="Many">Several of it, in words, with <c>#</c> for how many.</param>
public sealed record HarmRow(string Name, Func<RepairCost, long> Of, string One, string Many)
{
    /// <summary>So much of it, in words.</summary>
    public string Says(long amount) => amount == 1 ? One : Many.Replace("#", $"{amount}", StringComparison.Ordinal);
}

/// <summary>
/// The order of harm: the first row in which two plans differ decides between them. What is lost for good stands above what
/// only looks untidy, and that above mere work.
/// </summary>
public sealed class HarmOrder : IComparer<RepairCost>
{
    /// <summary>The table.</summary>
    public static IReadOnlyList<HarmRow> Rows { get; } =
    [
        new("left open", cost => cost.LeftOpen, "leaves one difference", "leaves # differences"),
        new("payments", cost => cost.Payments.Count, "one payment to match again", "# payments to match again"),
        new("corrections", cost => cost.Corrections.Count, "one correction lost", "# corrections lost"),
        new(
            "attachments",
            cost => cost.Attachments.Count,
            "attachments of one entry lost",
            "attachments of # entries lost"
        ),
        new(
            "reversed",
            cost => cost.Reversed.Count,
            "one entry taken back by another",
            "# entries taken back by others"
        ),
        new("deleted", cost => cost.Deleted.Count, "one entry deleted", "# entries deleted"),
        new("gaps", cost => cost.Gaps.Sum(gap => gap.Count), "one booking number missing", "# booking numbers missing"),
        new(
            "changes",
            cost => cost.Changes.Count,
            "one document gets another number",
            "# documents get another number"
        ),
        new("person", cost => cost.PersonSteps, "one step by a person", "# steps by a person"),
        new("calls", cost => cost.Calls, "one call", "# calls"),
    ];

    HarmOrder() { }

    /// <summary>The one order.</summary>
    public static HarmOrder LeastFirst { get; } = new();

    /// <inheritdoc/>
    public int Compare(RepairCost? x, RepairCost? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        return Deciding(x, y) is { } row ? row.Of(x).CompareTo(row.Of(y)) : 0;
    }

    /// <summary>The row that decides between two costs; null when they are equal in all.</summary>
    public static HarmRow? Deciding(RepairCost one, RepairCost other) =>
        Rows.FirstOrDefault(row => row.Of(one) != row.Of(other));
}
