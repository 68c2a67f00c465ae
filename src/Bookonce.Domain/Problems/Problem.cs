namespace Bookonce.Domain.Problems;

/// <summary>Something that a person must mend: what, why, and what to do.</summary>
/// <param name="Code">Stable name of the kind of problem, for example <c>vatCodeMissing</c>.</param>
/// <param name="What">What does not go, in one sentence.</param>
/// <param name="Remedy">What to do about it, in one sentence.</param>
public sealed record Problem(string Code, string What, string Remedy)
{
    /// <summary>Both sentences.</summary>
    public override string ToString() => $"{What} {Remedy}";
}
