using Bookonce.Domain.Matching;
using Bookonce.Engine.Answer;
using Bookonce.Web.Api.Json;

namespace Bookonce.Output;

/// <summary>What is asked, on the screen and as JSON.</summary>
static class AnswerOutput
{
    /// <summary>More documents of a kind than this are counted.</summary>
    const int Named = 20;

    public static void Show(
        string connection,
        int answered,
        IReadOnlyList<Question> questions,
        IReadOnlyList<Difference> differences,
        bool json
    )
    {
        if (json)
            Screen.Json(
                new
                {
                    Connection = connection,
                    Answered = answered,
                    Questions = questions.Select(Of),
                    Differences = differences.Select(Of),
                }
            );
        else
            Text(answered, questions, differences);
    }

    static void Text(int answered, IReadOnlyList<Question> questions, IReadOnlyList<Difference> differences)
    {
        if (answered > 0)
            Screen.Line($"{Screen.Count(answered, "document", "documents")} answered.");
        if (questions.Count + differences.Count == 0)
            Screen.Line("Nothing is asked.");
        foreach (var kind in questions.GroupBy(question => question.Kind).OrderByDescending(kind => kind.Count()))
        {
            Screen.Line(
                $"{kind.Count()} asked, {(kind.Key.IsOne ? "one entry each" : "several entries each")}: {kind.Key.Words}"
            );
            foreach (var question in kind.Take(Named))
                Screen.Line(
                    $"  {question.Document.Number} of {question.Document.Date:yyyy-MM-dd}, {question.Document.Customer.Name}, {question.Document.SignedGross} {question.Document.Currency}: {string.Join("; ", question.Candidates.Select(candidate => $"{candidate.Entry.Series}/{candidate.Entry.Number} of {candidate.Entry.Date:yyyy-MM-dd} ({candidate.Because})"))}"
                );
            if (kind.Count() > Named)
                Screen.Line($"  and {kind.Count() - Named} more");
        }
        foreach (var kind in differences.GroupBy(difference => difference.Kind))
        {
            Screen.Line($"{kind.Count()} linked with another amount, kind {ApiJson.Word(kind.Key)}:");
            foreach (var difference in kind.Take(Named))
                Screen.Line(
                    $"  {difference.Document.Number}: the entry {difference.Entry.Series}/{difference.Entry.Number} says {difference.Entry.Amount} {difference.Entry.Currency}, the document {difference.Document.SignedGross} {difference.Document.Currency}"
                );
        }
    }

    static object Of(Question question) =>
        new
        {
            Document = question.Document.Number,
            question.Document.Id,
            question.Document.Kind,
            question.Document.Date,
            Customer = question.Document.Customer.Name,
            Currency = question.Document.Currency.Code,
            Total = question.Document.SignedGross,
            Like = question.Kind.Words,
            question.Kind.IsOne,
            Entries = question.Candidates.Select(EntryJson.Of),
        };

    static object Of(Difference difference) =>
        new
        {
            Document = difference.Document.Number,
            difference.Document.Id,
            Currency = difference.Document.Currency.Code,
            Total = difference.Document.SignedGross,
            Like = difference.Kind,
            Entry = EntryJson.Of(difference.Entry),
        };
}
