using Bookonce.Domain.Entries;
using Bookonce.Domain.Problems;

namespace Bookonce.Domain.Matching;

/// <summary>Verdicts that a person must see, in words.</summary>
public static class Words
{
    /// <summary>More candidates than this are counted, not named.</summary>
    const int Named = 3;

    /// <summary>The question whether entries are the document.</summary>
    public static Problem MayBe(IReadOnlyList<Candidate> candidates)
    {
        var named = string.Join(
            "; ",
            candidates.Take(Named).Select(candidate => $"{Name(candidate.Entry)} ({candidate.Because})")
        );
        var more = candidates.Count > Named ? $" and {candidates.Count - Named} more" : "";
        return new Problem(
            "mayBeThere",
            $"It may already be in the books: {named}{more}.",
            "Open the document and say whether it is."
        );
    }

    /// <summary>The finding that a document stands in the books more than once.</summary>
    /// <param name="twins">The entries that certainly are it.</param>
    /// <param name="link">The entry that it is linked to already, if any.</param>
    public static Problem StandsTwice(IReadOnlyList<Candidate> twins, Link? link)
    {
        var names = twins.Select(twin => Name(twin.Entry));
        if (link is not null)
            names = names.Prepend($"{link.Series.Journal} {link.BookingNumber}, which it is linked to,");
        return new Problem(
            "twice",
            $"It stands in the books {(link is null ? twins.Count : twins.Count + 1)} times: {string.Join(" and ", names)}.",
            "Nothing is booked or deleted; the surplus entry must go."
        );
    }

    static string Name(Entry entry) => $"{entry.Series.Journal} {entry.Number} of {entry.Date:yyyy-MM-dd}";
}
