using Bookonce.Domain.Connections;
using Bookonce.Domain.Problems;
using Bookonce.Engine.Previews;
using Bookonce.Engine.Store;
using Bookonce.Engine.Synchronise;

namespace Bookonce.Engine.Deactivate;

/// <summary>What connecting again would cause.</summary>
/// <param name="Connection">The connection, with the settings that were kept.</param>
/// <param name="Kept">What the next run would do with the start date that was kept.</param>
/// <param name="Wanted">What it would do with the start date that is wanted; the same where that is the one kept.</param>
public sealed record ReconnectOffer(Connection Connection, Preview Kept, Preview Wanted)
{
    /// <summary>Whether another start date is wanted.</summary>
    public bool IsMoved => Wanted.StartDate != Kept.StartDate;
}

/// <summary>Connects a deactivated connection again with what was kept: administration, journals, mappings, start date and relations.</summary>
public sealed class Reconnecting(IStore store, Synchroniser synchroniser, Previewing previewing, TimeProvider clock)
{
    /// <summary>Only what was deactivated is connected again.</summary>
    /// <exception cref="CannotBeDoneException">It is not deactivated.</exception>
    public static void MustRest(Connection connection)
    {
        if (connection.Deactivation is null)
            throw new CannotBeDoneException(
                new Problem(
                    "notDeactivated",
                    $"{connection.Name} is not deactivated.",
                    "Its start date is moved under Settings; there is nothing to connect again."
                )
            );
    }

    /// <summary>
    /// What it would cause, as of the last run: read both sides by a preview before. A later start date ends no link; an
    /// earlier one makes it read both services from there.
    /// </summary>
    /// <param name="connection">The connection.</param>
    /// <param name="startDate">The start date that is wanted; null for the one that was kept.</param>
    /// <param name="stop">Ends the reading.</param>
    /// <exception cref="CannotBeDoneException">It is not deactivated.</exception>
    public async Task<ReconnectOffer> Look(
        Connection connection,
        DateOnly? startDate = null,
        CancellationToken stop = default
    )
    {
        var current = await Resting(connection, stop);
        var kept = await previewing.Of(current, stop);
        return new ReconnectOffer(
            current,
            kept,
            startDate is { } date && date != current.Settings.StartDate
                ? await previewing.IfStartDateWere(current, date, stop)
                : kept
        );
    }

    /// <summary>Connects it again. Nothing is booked by that; what stood in the books when they were last read was there before.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="startDate">Documents from this date on are booked.</param>
    /// <param name="stop">Ends the waiting for the turn.</param>
    /// <exception cref="CannotBeDoneException">It is not deactivated.</exception>
    public Task Reconnect(Connection connection, DateOnly startDate, CancellationToken stop = default) =>
        synchroniser.InTurn(
            connection,
            async office =>
            {
                var current = await Resting(connection, stop);
                // Exact's wall clock may be hours behind ours, so what was read last is where the others ended.
                var books = await store.LoadBooks(office.Administration, stop);
                await store.Reconnect(
                    office,
                    connection.Id,
                    current.Settings with
                    {
                        StartDate = startDate,
                    },
                    books.Entries.Max(entry => entry.EnteredAt) ?? clock.GetUtcNow(),
                    stop
                );
            },
            stop
        );

    async Task<Connection> Resting(Connection connection, CancellationToken stop)
    {
        var current = (await store.Connections(stop)).Single(known => known.Id == connection.Id);
        MustRest(current);
        return current;
    }
}
