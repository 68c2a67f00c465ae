using Bookonce.Domain.Booking;
using Bookonce.Domain.Connections;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Numbering;
using Bookonce.Engine.Repair;
using Bookonce.Engine.Store;
using Bookonce.Engine.Synchronise;

namespace Bookonce.Engine.Numbers;

/// <summary>Lets a series go on at the number that Exact shows, after somebody deleted its last entries by hand.</summary>
public sealed class GoingOnAt(IStore store, Synchroniser synchroniser, TimeProvider clock)
{
    /// <summary>A person says that the series goes on there; the log keeps it.</summary>
    /// <exception cref="CannotBeDoneException">An entry stands there, a try may still come, or a repair is open.</exception>
    public Task Say(Connection connection, SeriesKey series, int next, CancellationToken stop = default) =>
        synchroniser.InTurn(
            connection,
            async office =>
            {
                var repairs = await store.LoadRepairsIn(office.Administration, stop);
                if (repairs.Any(repair => repair.IsOpen))
                    throw new CannotBeDoneException(Repairing.IsOpen);

                var books = await store.LoadBooks(office.Administration, stop);
                var unanswered = await store.LoadUnanswered(
                    office.Administration,
                    clock.GetUtcNow() - Fence.LongestLateness,
                    stop
                );
                var linked = new LinkedEntries(books.Links, books.Entries);
                var standing = books
                    .Entries.Where(entry => entry.IsSales && entry.Series == series)
                    .Select(entry => entry.Number)
                    .Concat(
                        books
                            .Links.Where(link => link.Series == series && !linked.IsGone(link))
                            .Select(link => link.BookingNumber)
                    );
                if (
                    GoingOn.Against(
                        series,
                        next,
                        standing,
                        books.Intents.Concat(unanswered),
                        clock.GetUtcNow(),
                        Fence.LongestLateness
                    ) is
                    { } problem
                )
                    throw new CannotBeDoneException(problem);
                await store.ContinueAt(office, series, next > 1 ? next - 1 : null, stop);
            },
            stop
        );
}
