using Bookonce.Domain.Problems;

namespace Bookonce.Engine;

/// <summary>What a person asked for cannot be done, and why. Nothing was written.</summary>
public sealed class CannotBeDoneException(Problem problem) : Exception(problem.ToString())
{
    /// <summary>Why, and what to do.</summary>
    public Problem Problem => problem;
}
