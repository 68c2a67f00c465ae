using Bookonce.Domain.Documents;
using Bookonce.Domain.Relations;
using Bookonce.Engine.Store;
using Bookonce.Storage.Log;
using Bookonce.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Bookonce.Storage.Store;

internal sealed partial class SqlStore
{
    public Task<IReadOnlyList<CustomerIntent>> LoadCustomerIntents(
        Guid administration,
        CancellationToken stop = default
    ) =>
        transactions.Read<IReadOnlyList<CustomerIntent>>(
            async context =>
                (
                    await context
                        .CustomerIntents.Where(row => row.AdministrationId == administration)
                        .OrderBy(row => row.TeamleaderAccessId)
                        .ThenBy(row => row.Account)
                        .ToListAsync(stop)
                ).ConvertAll(row => row.ToIntent()),
            stop
        );

    public Task BeginCustomer(Office office, CustomerIntent intent, CancellationToken stop = default) =>
        transactions.Write(
            office,
            writing =>
            {
                Bulk.Upsert(writing.Context, [CustomerIntentRow.Of(office.Administration, intent)]);
                writing.Note(
                    LogKind.CustomerBegun,
                    intent.Account,
                    ("access", intent.TeamleaderAccess),
                    ("kind", intent.Kind),
                    ("at", intent.LastTry)
                );
                return Task.CompletedTask;
            },
            stop
        );

    public Task ConfirmCustomer(
        Office office,
        CustomerIntent intent,
        CustomerKey customer,
        CancellationToken stop = default
    ) =>
        transactions.Write(
            office,
            async writing =>
            {
                await EndCustomer(writing, intent, stop);
                Bulk.Upsert(
                    writing.Context,
                    [RelationLinkRow.Of(office.Administration, new RelationLink(customer, intent.Account))]
                );
                writing.Note(
                    LogKind.CustomerConfirmed,
                    intent.Account,
                    ("kind", customer.Kind),
                    ("customer", customer.Id)
                );
            },
            stop
        );

    public Task RefuseCustomer(
        Office office,
        CustomerIntent intent,
        string refusal,
        CancellationToken stop = default
    ) =>
        transactions.Write(
            office,
            async writing =>
            {
                await EndCustomer(writing, intent, stop);
                writing.Note(LogKind.CustomerRefused, intent.Account, ("refusalHash", Sha256.OfText(refusal)));
            },
            stop
        );

    static async Task EndCustomer(Writing writing, CustomerIntent intent, CancellationToken stop) =>
        MustFind(
            await writing
                .Context.CustomerIntents.Where(row =>
                    row.AdministrationId == writing.Administration
                    && row.TeamleaderAccessId == intent.TeamleaderAccess
                    && row.Account == intent.Account
                )
                .ExecuteDeleteAsync(stop),
            "customer intent",
            intent.Account
        );
}
