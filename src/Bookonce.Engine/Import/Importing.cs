using Bookonce.Domain.Connections;
using Bookonce.Domain.Import;
using Bookonce.Domain.Problems;
using Bookonce.Engine.Store;
using Bookonce.Engine.Synchronise;
using Bookonce.Engine.Vendors;
using Bookonce.Teamleader;
using Connection = Bookonce.Domain.Connections.Connection;

namespace Bookonce.Engine.Import;

/// <summary>
/// Brings the customers of Exact into Teamleader: those that are there are linked, those that are missing are created and
/// tagged, what is doubtful is left to a person. Done a second time it does nothing.
/// </summary>
public sealed class Importing(IStore store, VendorClients vendors, Synchroniser synchroniser, TimeProvider clock)
{
    /// <summary>What an import would do. Reads both services; nothing is written.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="progress">Told how far it is; must be quick.</param>
    /// <param name="stop">Ends the reading.</param>
    public Task<ImportList> Look(
        Connection connection,
        Action<ImportProgress>? progress = null,
        CancellationToken stop = default
    ) =>
        synchroniser.InTurn(
            connection,
            office => With(connection, progress, (clients, _) => Decide(connection, office, clients, stop), stop),
            stop
        );

    /// <summary>Does what was shown, less what is done already.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="shown">The list that a person agreed to.</param>
    /// <param name="progress">Told how far it is; must be quick.</param>
    /// <param name="stop">Ends it between two customers.</param>
    /// <exception cref="CannotBeDoneException">There is something to do by now that was not shown.</exception>
    public Task<ImportResult> Import(
        Connection connection,
        ImportList shown,
        Action<ImportProgress>? progress = null,
        CancellationToken stop = default
    ) =>
        synchroniser.InTurn(
            connection,
            office =>
                With(
                    connection,
                    progress,
                    async (clients, report) =>
                    {
                        // Looked at anew: somebody may have typed one of them meanwhile.
                        var now = await Decide(connection, office, clients, stop);
                        return now.IsWithin(shown)
                            ? await new ApplyImport(
                                store,
                                office,
                                connection.TeamleaderAccess,
                                clients.Teamleader,
                                clock
                            ).Apply(now, report, stop)
                            : throw new CannotBeDoneException(
                                new Problem(
                                    "importOutdated",
                                    "The customers have changed since the list was shown.",
                                    "Look at the list again."
                                )
                            );
                    },
                    stop
                ),
            stop
        );

    sealed record Clients(ExactOnline.ExactDivision Division, TeamleaderClient Teamleader);

    async Task<T> With<T>(
        Connection connection,
        Action<ImportProgress>? progress,
        Func<Clients, Action<ImportProgress>, Task<T>> act,
        CancellationToken stop
    )
    {
        var last = new ImportProgress();
        var (exact, teamleader) = (
            await Access(connection.Administration.ExactAccess, stop),
            await Access(connection.TeamleaderAccess, stop)
        );
        try
        {
            return await act(
                new Clients(
                    vendors.Exact(exact, onWait: Wait).Division(connection.Administration.Division),
                    vendors.Teamleader(teamleader, onWait: Wait)
                ),
                Report
            );
        }
        finally
        {
            await vendors.KeepBudgets(exact, connection.Administration.Division, teamleader);
        }

        void Report(ImportProgress now) => progress?.Invoke(last = now);
        void Wait(DateTimeOffset until) => progress?.Invoke(last with { ResumesAt = until });
    }

    async Task<ImportList> Decide(Connection connection, Office office, Clients clients, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var customers = await ReadCustomers.OfExact(clients.Division, DateOnly.FromDateTime(now.UtcDateTime), stop);
        var (cards, imported) = await ReadCustomers.OfTeamleader(clients.Teamleader, stop);
        var books = await store.LoadBooks(office.Administration, stop);
        var intents = await store.LoadCustomerIntents(office.Administration, stop);
        return new ImportList(
            ImportDecider.Decide(
                new ImportBooks
                {
                    Customers = customers,
                    Cards = cards,
                    Imported = imported,
                    Links = books.RelationLinks.ToDictionary(link => link.Customer, link => link.Account),
                    Intents = intents
                        .Where(intent => intent.TeamleaderAccess == connection.TeamleaderAccess)
                        .ToDictionary(intent => intent.Account),
                    Now = now,
                }
            )
        );
    }

    async Task<Access> Access(Guid id, CancellationToken stop) =>
        await store.FindAccess(id, stop) ?? throw new InvalidOperationException($"Access {id} is gone.");
}
