using Bookonce.Domain.Matching;

namespace Bookonce.Bench.Matching;

/// <summary>How others look for what is there already: equalities. Every pair that a rule finds counts.</summary>
sealed class Rules
{
    readonly World world;
    readonly ILookup<string, int> byNumber;
    readonly ILookup<(string, decimal), int> byCustomerAndAmount;

    public Rules(World world)
    {
        this.world = world;
        var places = Enumerable.Range(0, world.Entries.Length).ToArray();
        byNumber = places.ToLookup(place => Compact(world.Entries[place].YourRef), StringComparer.OrdinalIgnoreCase);
        byCustomerAndAmount = places.ToLookup(place =>
            (Compact(world.Entries[place].AccountName), Math.Abs(world.Entries[place].Amount))
        );
    }

    /// <summary>Each rule with its score.</summary>
    public IReadOnlyDictionary<string, Score> Scores() =>
        new Dictionary<string, Score>(StringComparer.Ordinal)
        {
            ["numberEqual"] = Of(ByNumber, signs => signs.Number),
            ["numberAndAmount"] = Of(ByNumber, signs => signs.Number && signs.Amount),
            ["customerNumberDateAmount"] = Of(
                ByNumber,
                signs => signs.Customer && signs.Number && signs.Days == 0 && signs.Amount
            ),
            ["customerAmountFiveDays"] = Of(ByCustomer, signs => signs.Customer && signs.Amount && signs.Days <= 5),
            ["threeOfFour"] = Of(document => ByNumber(document).Union(ByCustomer(document)), signs => signs.Count >= 3),
        };

    readonly record struct Signs(bool Number, bool Customer, bool Amount, int Days)
    {
        public int Count => (Number ? 1 : 0) + (Customer ? 1 : 0) + (Amount ? 1 : 0) + (Days == 0 ? 1 : 0);
    }

    Score Of(Func<int, IEnumerable<int>> candidates, Func<Signs, bool> rule) =>
        Score.Of(
            from document in Enumerable.Range(0, world.Documents.Length)
            from entry in candidates(document)
            where rule(Compare(document, entry))
            select (document, entry),
            world
        );

    IEnumerable<int> ByNumber(int document) => byNumber[Compact(world.Documents[document].Number)];

    IEnumerable<int> ByCustomer(int document) =>
        byCustomerAndAmount[(Compact(world.Documents[document].CustomerName), world.Documents[document].Gross)];

    Signs Compare(int document, int entry)
    {
        var (one, other) = (world.Documents[document], world.Entries[entry]);
        return new Signs(
            string.Equals(Compact(one.Number), Compact(other.YourRef), StringComparison.OrdinalIgnoreCase),
            Compact(one.CustomerName) == Compact(other.AccountName),
            one.Gross == Math.Abs(other.Amount),
            Math.Abs(one.Date.DayNumber - other.Date.DayNumber)
        );
    }

    /// <summary>Without blanks and dots, and without the legal form: others do as much.</summary>
    static string Compact(string? text)
    {
        var words = (text ?? "")
            .Replace(".", "", StringComparison.Ordinal)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words is [.., "BV" or "NV" or "BVBA" or "VOF" or "SRL" or "SA" or "VZW" or "CV"]
            ? string.Concat(words[..^1])
            : string.Concat(words);
    }
}
