using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;

namespace Bookonce.Domain.Matching;

/// <summary>A document that is asked about.</summary>
/// <param name="Document">The document.</param>
/// <param name="Candidates">Entries that may be it, best first.</param>
public sealed record Question(SalesDocument Document, IReadOnlyList<Candidate> Candidates)
{
    /// <summary>What it has in common with others.</summary>
    public QuestionKind Kind { get; } = QuestionKind.Of(Candidates);

    /// <summary>What "this is it" means for several questions at once. An entry that two of them name cannot be both.</summary>
    public static IReadOnlyList<(SalesDocument Document, Entry Entry)> Clear(IEnumerable<Question> questions) =>
        [
            .. questions
                .Where(question => question.Kind.IsOne)
                .GroupBy(question => question.Candidates[0].Entry.LineId)
                .Where(group => !group.Skip(1).Any())
                .Select(group => (group.First().Document, group.First().Candidates[0].Entry)),
        ];
}
