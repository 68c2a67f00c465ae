using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Problems;
using Bookonce.Engine.Store;
using Bookonce.Storage.Log;
using Microsoft.EntityFrameworkCore;

namespace Bookonce.Storage.Store;

internal sealed partial class SqlStore
{
    public Task Deactivate(
        Office office,
        Guid connection,
        Deactivation deactivation,
        IReadOnlyList<Guid> released,
        IReadOnlyList<CustomerKey> disconnected,
        CancellationToken stop = default
    ) =>
        transactions.Write(
            office,
            async writing =>
            {
                await EndLinks(writing, released, stop);
                foreach (var customer in disconnected)
                {
                    var ended = await writing
                        .Context.RelationLinks.Where(row =>
                            row.AdministrationId == writing.Administration
                            && row.CustomerKind == customer.Kind
                            && row.CustomerId == customer.Id
                        )
                        .ExecuteDeleteAsync(stop);
                    MustFind(ended, "relation link", customer.Id);
                    writing.Note(LogKind.RelationUnlinked, customer.Id, ("kind", customer.Kind));
                }
                await SetDeactivation(writing, connection, deactivation, stop);
                writing.Note(
                    LogKind.Deactivated,
                    connection,
                    ("from", deactivation.DisconnectDate),
                    ("released", released.Count),
                    ("customers", disconnected.Count)
                );
            },
            stop
        );

    public Task Reconnect(
        Office office,
        Guid connection,
        ConnectionSettings settings,
        DateTimeOffset aloneSince,
        CancellationToken stop = default
    ) =>
        transactions.Write(
            office,
            async writing =>
            {
                await SetSettings(writing, connection, settings, stop);
                await SetDeactivation(writing, connection, null, stop);
                await writing
                    .Context.Connections.Where(row => row.Id == connection)
                    .ExecuteUpdateAsync(
                        set =>
                            set.SetProperty(row => row.Pause, (Problem?)null)
                                .SetProperty(row => row.AloneSince, aloneSince),
                        stop
                    );
                writing.Note(LogKind.Reconnected, connection, ("aloneSince", aloneSince));
            },
            stop
        );

    static async Task SetDeactivation(
        Writing writing,
        Guid connection,
        Deactivation? deactivation,
        CancellationToken stop
    ) =>
        MustFind(
            await writing
                .Context.Connections.Where(row =>
                    row.Id == connection && row.AdministrationId == writing.Administration
                )
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Deactivation, deactivation), stop),
            "connection",
            connection
        );
}
