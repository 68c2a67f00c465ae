using Bookonce.Domain.Matching.Sheets;

namespace Bookonce.Domain.Matching.Weighing;

/// <summary>The entries of these books by everything a document can find them by.</summary>
sealed class BookIndex
{
    public BookIndex(EntrySheet entries)
    {
        var rows = entries.Count;
        var (keys, owners) = (new ulong[entries.Numbers.Length], new int[entries.Numbers.Length]);
        var (withAmount, withAccount) = (new ulong[keys.Length], new ulong[keys.Length]);
        for (var row = 0; row < rows; row++)
        for (var at = entries.NumberStart[row]; at < entries.NumberStart[row + 1]; at++)
        {
            var number = entries.Numbers[at];
            (keys[at], owners[at]) = (number.Key, row);
            if (number.IsFull)
                continue;
            withAmount[at] = CounterAndAmount(number.Counter, entries.Amount[row]);
            withAccount[at] = CounterAndAccount(number.Counter, entries.Account[row]);
        }
        ByNumber = new Groups(keys, owners);
        ByCounterAndAmount = new Groups(withAmount, owners);
        ByCounterAndAccount = new Groups(withAccount, owners);
        ByReference = Groups.Of(entries.Reference);
        ByAmount = Groups.Of(Array.ConvertAll(entries.Amount, Amount));
        OpenItems = Groups.Of([.. entries.Amount.Select((cents, row) => entries.IsOpenItem[row] ? Amount(cents) : 0)]);
        ByUnits = Groups.Of(Array.ConvertAll(entries.Amount, Units));
        ByAccount = Groups.Of(Array.ConvertAll(entries.Account, Account));
        var both = new ulong[rows];
        for (var row = 0; row < rows; row++)
            both[row] = AccountAndAmount(entries.Account[row], entries.Amount[row]);
        ByAccountAndAmount = Groups.Of(both);
        ByBooking = Groups.Of(Array.ConvertAll(entries.Booking, number => (ulong)Math.Max(0, number)));
    }

    /// <summary>By <see cref="Reading.TypedNumber.Key"/>.</summary>
    public Groups ByNumber { get; }

    public Groups ByCounterAndAmount { get; }

    public Groups ByCounterAndAccount { get; }

    public Groups ByReference { get; }

    public Groups ByAmount { get; }

    /// <summary>Lines of other journals by amount: they may repeat what was open long ago.</summary>
    public Groups OpenItems { get; }

    /// <summary>Amounts that differ by some cents.</summary>
    public Groups ByUnits { get; }

    public Groups ByAccount { get; }

    public Groups ByAccountAndAmount { get; }

    public Groups ByBooking { get; }

    /// <summary>Amounts meet without their sign; an amount of zero finds nothing.</summary>
    public static ulong Amount(long cents) => (ulong)Math.Abs(cents);

    public static ulong Units(long cents) => (ulong)((Math.Abs(cents) + 50) / 100);

    public static ulong Account(int account) => (ulong)account + 1;

    public static ulong AccountAndAmount(int account, long cents) =>
        cents == 0 ? 0 : Groups.Key(Account(account), Amount(cents));

    public static ulong CounterAndAmount(long counter, long cents) =>
        Groups.Key((ulong)counter << 8 | 1, Amount(cents));

    public static ulong CounterAndAccount(long counter, int account) =>
        Groups.Key((ulong)counter << 8 | 2, Account(account));
}
