using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Matching;

namespace Bookonce.Domain.Duplicates;

/// <summary>Finds entries of no document that were typed more than once.</summary>
static class Repeats
{
    /// <summary>Groups of two or more.</summary>
    /// <param name="foreign">Entries that belong to no document.</param>
    /// <param name="notTheSame">Pairs that a person told apart.</param>
    public static IEnumerable<IReadOnlyList<Entry>> Among(
        IEnumerable<Entry> foreign,
        IReadOnlySet<NotTheSame> notTheSame
    )
    {
        var lines = foreign.OrderBy(entry => entry.Date).ThenBy(entry => entry.LineId).ToArray();
        var places = Enumerable.Range(0, lines.Length);
        return Matching
            .Checking.TypedTwice.Among(Array.ConvertAll(lines, Matcher.Of), places)
            .SelectMany(group => Apart([.. group.Select(place => lines[place])], notTheSame));
    }

    /// <summary>Who is told apart from every other member leaves the group; the rest stays together.</summary>
    static IEnumerable<IReadOnlyList<Entry>> Apart(Entry[] group, IReadOnlySet<NotTheSame> notTheSame)
    {
        var left = group.ToList();
        while (left.Count > 1)
        {
            var together = new List<Entry> { left[0] };
            foreach (var entry in left.Skip(1))
                if (together.All(member => !notTheSame.Contains(NotTheSame.Of(member.LineId, entry.LineId))))
                    together.Add(entry);
            left.RemoveAll(together.Contains);
            if (together.Count > 1)
                yield return together;
        }
    }
}
