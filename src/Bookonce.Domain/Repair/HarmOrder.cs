namespace Bookonce.Domain.Repair;

/// <summary>What a plan can do harm to, the worst first.</summary>
public enum Harm
{
    /// <summary>A case stays as it is, or is accepted as it is.</summary>
    LeftOpen,

    /// <summary>Payments must be matched again.</summary>
    Payments,

    /// <summary>What somebody corrected by hand is lost.</summary>
    Corrections,

    /// <summary>Attachments are no longer in Exact.</summary>
    Attachments,

    /// <summary>An entry is taken back by another one, and stays.</summary>
    Reversed,

    /// <summary>An entry is deleted.</summary>
    Deleted,

    /// <summary>A booking number will be missing.</summary>
    Gaps,

    /// <summary>The booking number of a document changes.</summary>
    Changes,

    /// <summary>A person has something to do.</summary>
    Person,

    /// <summary>Calls to Exact.</summary>
    Calls,
}

/// <summary>One kind of harm.</summary>
/// <param name="Harm">Which.</param>
/// <param name="Of">How much of it a plan does.</param>
public sealed record HarmRow(Harm Harm, Func<RepairCost, long> Of)
{
    /// <summary>What it is, in a word or two.</summary>
    public string Name =>
        Harm switch
        {
            Harm.LeftOpen => "left open",
            Harm.Payments => "payments",
            Harm.Corrections => "corrections",
            Harm.Attachments => "attachments",
            Harm.Reversed => "reversed",
            Harm.Deleted => "deleted",
            Harm.Gaps => "gaps",
            Harm.Changes => "changes",
            Harm.Person => "person",
            Harm.Calls => "calls",
        };

    /// <summary>So much of it, in words.</summary>
    public string Says(long amount) =>
        (Harm, amount) switch
        {
            (Harm.LeftOpen, 1) => "leaves one difference",
            (Harm.LeftOpen, _) => $"leaves {amount} differences",
            (Harm.Payments, 1) => "one payment to match again",
            (Harm.Payments, _) => $"{amount} payments to match again",
            (Harm.Corrections, 1) => "one correction lost",
            (Harm.Corrections, _) => $"{amount} corrections lost",
            (Harm.Attachments, 1) => "attachments of one entry lost",
            (Harm.Attachments, _) => $"attachments of {amount} entries lost",
            (Harm.Reversed, 1) => "one entry taken back by another",
            (Harm.Reversed, _) => $"{amount} entries taken back by others",
            (Harm.Deleted, 1) => "one entry deleted",
            (Harm.Deleted, _) => $"{amount} entries deleted",
            (Harm.Gaps, 1) => "one booking number missing",
            (Harm.Gaps, _) => $"{amount} booking numbers missing",
            (Harm.Changes, 1) => "one document gets another number",
            (Harm.Changes, _) => $"{amount} documents get another number",
            (Harm.Person, 1) => "one step by a person",
            (Harm.Person, _) => $"{amount} steps by a person",
            (Harm.Calls, 1) => "one call",
            (Harm.Calls, _) => $"{amount} calls",
        };
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
        new(Harm.LeftOpen, cost => cost.LeftOpen),
        new(Harm.Payments, cost => cost.Payments.Count),
        new(Harm.Corrections, cost => cost.Corrections.Count),
        new(Harm.Attachments, cost => cost.Attachments.Count),
        new(Harm.Reversed, cost => cost.Reversed.Count),
        new(Harm.Deleted, cost => cost.Deleted.Count),
        new(Harm.Gaps, cost => cost.Gaps.Sum(gap => gap.Count)),
        new(Harm.Changes, cost => cost.Changes.Count),
        new(Harm.Person, cost => cost.PersonSteps),
        new(Harm.Calls, cost => cost.Calls),
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
