using Bookonce.Domain.Matching.Names;
using Bookonce.Domain.Matching.Reading;
using Bookonce.Domain.Matching.Sheets;

namespace Bookonce.Domain.Matching.Weighing;

/// <summary>Finds the entries that are worth weighing for a document, never more than a few dozen.</summary>
sealed class Candidates(
    DocumentSheet documents,
    EntrySheet entries,
    NameBook names,
    BookIndex index,
    Explained explained,
    Ties ties
)
{
    /// <summary>Room that a caller gives.</summary>
    public const int Room = 96;

    const int OfNumber = 16,
        OfLookAlikes = 16,
        OfAmount = 12,
        OfCustomer = 8,
        OfCounter = 6,
        OfNet = 4,
        Accounts = 8;

    /// <summary>An entry this near that found no place is worth telling.</summary>
    const int Near = 45;

    /// <summary>Fills <paramref name="found"/> and returns how many; tells whether a near one found no place.</summary>
    public (int Count, bool IsCut) Find(int document, Span<int> found)
    {
        var list = new Finds(found);
        var (number, gross, net) = (documents.Number[document], documents.Gross[document], documents.Net[document]);
        var accounts = names.AccountsOf(documents.Party[document]);
        accounts = accounts[..Math.Min(Accounts, accounts.Length)];

        foreach (var row in ties.MarkedOf(document))
            list.Add(row);
        if (number.Counter > 0)
        {
            Nearest(index.ByNumber[number.Key], document, OfNumber, ref list);
            if (!number.IsFull)
                Nearest(index.ByNumber[OwnYear(document)], document, OfNumber, ref list);
            Nearest(
                index.ByCounterAndAmount[BookIndex.CounterAndAmount(number.Counter, gross)],
                document,
                OfCounter,
                ref list
            );
            if (number.IsFull && !explained.IsPlain(document))
                Nearest(index.ByNumber[TypedNumber.KeyOf(0, number.Counter)], document, OfNet, ref list, isNews: false);
        }
        Nearest(index.ByReference[documents.Reference[document]], document, OfNumber, ref list);
        Nearest(index.ByBooking[(ulong)documents.Booking[document]], document, OfCounter, ref list);
        foreach (var (account, _) in accounts)
        {
            Nearest(
                index.ByAccountAndAmount[BookIndex.AccountAndAmount(account, gross)],
                document,
                OfLookAlikes,
                ref list
            );
            if (number.Counter > 0)
                Nearest(
                    index.ByCounterAndAccount[BookIndex.CounterAndAccount(number.Counter, account)],
                    document,
                    OfCounter,
                    ref list
                );
        }
        // What is plain needs no more candidates than its twins.
        if (explained.IsPlain(document))
            return (list.Count, list.IsCut);

        foreach (var (account, who) in accounts)
            if (who >= Who.Similar)
                // Other amounts of the customer are many, and a cut among them is no news.
                Nearest(index.ByAccount[BookIndex.Account(account)], document, OfCustomer, ref list, isNews: false);
        Nearest(index.ByAmount[BookIndex.Amount(gross)], document, OfAmount, ref list, isNews: false);
        Nearest(index.ByAmount[BookIndex.Amount(net)], document, OfNet, ref list, isNews: false);
        Nearest(index.OpenItems[BookIndex.Amount(gross)], document, OfAmount, ref list);
        Nearest(index.ByUnits[BookIndex.Units(gross)], document, OfNet, ref list, isNews: false);
        return (list.Count, list.IsCut);
    }

    ulong OwnYear(int document) =>
        TypedNumber.KeyOf(DateOnly.FromDayNumber(documents.Day[document]).Year, documents.Number[document].Counter);

    /// <summary>Adds the rows nearest by date; rows are in order of date.</summary>
    /// <param name="rows">Rows that have something in common with the document.</param>
    /// <param name="document">The document.</param>
    /// <param name="most">How many are taken.</param>
    /// <param name="list">Where they go.</param>
    /// <param name="isNews">Whether a near one left out is worth telling; where it is not, far ones are left out too.</param>
    void Nearest(ReadOnlySpan<int> rows, int document, int most, ref Finds list, bool isNews = true)
    {
        if (rows.IsEmpty)
            return;

        var day = documents.Day[document];
        var after = isNews && rows.Length <= most ? 0 : FirstFrom(rows, day);
        var before = after - 1;
        // Explained entries are passed over, but not for ever.
        for (var steps = most * 8; steps > 0 && most > 0 && (before >= 0 || after < rows.Length); steps--)
        {
            var isLater = before < 0 || after < rows.Length && Days(rows[after], day) <= Days(rows[before], day);
            var row = isLater ? rows[after++] : rows[before--];
            if (!isNews && Days(row, day) > Near)
                break;
            if (explained.MayBe(row, document))
                most -= list.Add(row) ? 1 : 0;
        }
        if (
            isNews
            && (before >= 0 && Days(rows[before], day) <= Near || after < rows.Length && Days(rows[after], day) <= Near)
        )
            list.IsCut = true;
    }

    int Days(int row, int day) => Math.Abs(entries.Day[row] - day);

    int FirstFrom(ReadOnlySpan<int> rows, int day)
    {
        var (low, high) = (0, rows.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (entries.Day[rows[middle]] < day)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>A list without repeats in the caller's room.</summary>
    ref struct Finds(Span<int> room)
    {
        readonly Span<int> room = room;

        public int Count { get; private set; }

        public bool IsCut { get; set; }

        public bool Add(int row)
        {
            if (room[..Count].Contains(row))
                return false;
            if (Count == room.Length)
            {
                IsCut = true;
                return false;
            }
            room[Count++] = row;
            return true;
        }
    }
}
