using System.Text.RegularExpressions;

namespace Bookonce.Domain.Matching;

/// <summary>What questions have in common, so that a person can answer them together.</summary>
/// <param name="Words">What speaks for and against the first candidate and how it differs, without counts and amounts.</param>
/// <param name="IsOne">Whether there is one candidate only: else "this is it" would be a guess.</param>
public sealed partial record QuestionKind(string Words, bool IsOne)
{
    /// <summary>The kind of a question with these candidates, best first.</summary>
    public static QuestionKind Of(IReadOnlyList<Candidate> candidates)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        var words = candidates is [var best, ..]
            ? best.Reasons.Concat(best.Differences.Select(_ => "the amounts differ")).Select(WithoutNumbers).Distinct()
            : [];
        return new QuestionKind(string.Join(", ", words), candidates.Count == 1);
    }

    static string WithoutNumbers(string reason) =>
        Rivals()
            .Replace(
                Days().Replace(Sum().Replace(reason, "the sum of several documents"), "some days"),
                "but others like it"
            );

    [GeneratedRegex(@"\d+ days?", RegexOptions.CultureInvariant)]
    private static partial Regex Days();

    [GeneratedRegex(@"but \d+ others? like it", RegexOptions.CultureInvariant)]
    private static partial Regex Rivals();

    [GeneratedRegex(@"the sum of this document and .*", RegexOptions.CultureInvariant)]
    private static partial Regex Sum();
}
