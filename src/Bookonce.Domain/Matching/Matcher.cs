using Bookonce.Domain.Matching.Deciding;
using Bookonce.Domain.Matching.Names;
using Bookonce.Domain.Matching.Reading;
using Bookonce.Domain.Matching.Sheets;
using Bookonce.Domain.Matching.Weighing;

namespace Bookonce.Domain.Matching;

/// <summary>Looks before booking: weighs all evidence, document by document and against each other, and gives every document its verdict.</summary>
public static partial class Matcher
{
    /// <summary>Gives every document its verdict. The order of the lists does not matter.</summary>
    public static MatchResult Match(MatchBooks books)
    {
        var (names, parties, accounts) = NameBook.Of(books.Documents, books.Entries);
        var series = SeriesNames.Of(books.Documents.Select(document => document.Number));
        var currencies = new CurrencyCodes(
            books.Documents.Select(document => document.Currency).Concat(books.Entries.Select(entry => entry.Currency))
        );
        var documents = DocumentSheet.Of(books.Documents, series, currencies, parties);
        var numbers = new HashSet<ulong>(
            documents.Number.Where(number => number.Counter > 0).Select(number => number.Key)
        );
        var entries = EntrySheet.Of(books.Entries, series, currencies, accounts, numbers);
        var index = new BookIndex(entries);
        var ties = Ties.Of(books, documents, entries);

        var explained = FirstPass.Explain(documents, entries, names, index, ties);
        var rarity = new Rarity(entries, index, names.AccountCount, explained);
        var habits = Habits.Learn(documents, entries, names, index, explained, ties);
        var scale = new Scale(documents, entries, names, index, rarity, habits, ties);
        var candidates = new Candidates(documents, entries, names, index, explained, ties);
        var graph = new PairFinder(candidates, scale, ties).Find(documents.Count, entries.Count);
        var decisions = new Decider(graph, new Shares(graph), scale, row => documents.IsLinked[row]).Decide();
        Alike.Settle(decisions, graph, documents, entries, scale);
        var parts = new PartsAndTotals(documents, entries, names, index.ByAccount, ties);
        parts.Settle(decisions, row => books.Documents[documents.Source[row]].Number);
        return Result(
            decisions,
            graph.Cut,
            documents,
            entries,
            (document, entry) =>
                parts.Why(document, entry) is { } part ? [part] : Because.Of(scale.Weigh(document, entry))
        );
    }

    static MatchResult Result(
        Decider.Decision[] decisions,
        int cut,
        DocumentSheet documents,
        EntrySheet entries,
        Func<int, int, IReadOnlyList<string>> because
    )
    {
        var (verdicts, candidates) = (new MatchVerdict[decisions.Length], new MatchCandidate[decisions.Length][]);
        for (var row = 0; row < decisions.Length; row++)
        {
            verdicts[documents.Source[row]] = decisions[row].Verdict;
            candidates[documents.Source[row]] = Array.ConvertAll(
                decisions[row].Entries,
                candidate => candidate with { Entry = entries.Source[candidate.Entry] }
            );
        }
        var rows = new Lazy<(int[] Documents, int[] Entries)>(() => (Places(documents.Source), Places(entries.Source)));
        return new MatchResult(
            verdicts,
            candidates,
            cut,
            (document, entry) => because(rows.Value.Documents[document], rows.Value.Entries[entry])
        );
    }

    /// <summary>The row of every place.</summary>
    static int[] Places(int[] source)
    {
        var rows = new int[source.Length];
        for (var row = 0; row < rows.Length; row++)
            rows[source[row]] = row;
        return rows;
    }
}
