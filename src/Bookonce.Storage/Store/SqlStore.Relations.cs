using Bookonce.Domain.Booking;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Relations;
using Bookonce.Engine.Store;
using Bookonce.Storage.Log;
using Bookonce.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Bookonce.Storage.Store;

internal sealed partial class SqlStore
{
    public Task LinkRelation(Office office, RelationLink link, CancellationToken stop = default) =>
        transactions.Write(
            office,
            writing =>
            {
                Bulk.Upsert(writing.Context, [RelationLinkRow.Of(office.Administration, link)]);
                writing.Note(
                    LogKind.RelationLinked,
                    link.Customer.Id,
                    ("kind", link.Customer.Kind),
                    ("account", link.Account)
                );
                return Task.CompletedTask;
            },
            stop
        );

    public Task BeginRelation(Office office, RelationIntent intent, CancellationToken stop = default) =>
        transactions.Write(
            office,
            writing =>
            {
                Bulk.Insert(writing.Context, [RelationIntentRow.Of(office.Administration, intent)]);
                writing.Note(
                    LogKind.RelationBegun,
                    intent.Customer.Id,
                    ("kind", intent.Customer.Kind),
                    ("intent", intent.Id),
                    ("bodyHash", Sha256.OfBytes(intent.Body.Span))
                );
                return Task.CompletedTask;
            },
            stop
        );

    public Task BeginRelationTry(Office office, Guid intent, DateTimeOffset at, CancellationToken stop = default) =>
        transactions.Write(
            office,
            async writing =>
            {
                var row = await ChangeRelation(
                    writing,
                    intent,
                    set =>
                        set.SetProperty(row => row.Unanswered, row => row.Unanswered + 1)
                            .SetProperty(row => row.LastTry, at),
                    stop
                );
                writing.Note(
                    LogKind.RelationTryBegun,
                    row.CustomerId,
                    ("intent", intent),
                    ("unanswered", row.Unanswered),
                    ("at", at)
                );
            },
            stop
        );

    public Task ConfirmRelation(Office office, Guid intent, Relation relation, CancellationToken stop = default) =>
        transactions.Write(
            office,
            async writing =>
            {
                var row = await ChangeRelation(
                    writing,
                    intent,
                    set => set.SetProperty(row => row.State, IntentState.Confirmed),
                    stop
                );
                var customer = new CustomerKey(row.CustomerKind, row.CustomerId);
                Bulk.Upsert(writing.Context, [RelationRow.Of(office.Administration, relation)]);
                Bulk.Upsert(
                    writing.Context,
                    [RelationLinkRow.Of(office.Administration, new RelationLink(customer, relation.Id))]
                );
                writing.Note(
                    LogKind.RelationConfirmed,
                    customer.Id,
                    ("kind", customer.Kind),
                    ("intent", intent),
                    ("account", relation.Id)
                );
            },
            stop
        );

    public Task RefuseRelation(Office office, Guid intent, string refusal, CancellationToken stop = default) =>
        transactions.Write(
            office,
            async writing =>
            {
                var row = await ChangeRelation(
                    writing,
                    intent,
                    set =>
                        set.SetProperty(row => row.State, IntentState.Refused).SetProperty(row => row.Refusal, refusal),
                    stop
                );
                writing.Note(
                    LogKind.RelationRefused,
                    row.CustomerId,
                    ("intent", intent),
                    ("refusalHash", Sha256.OfText(refusal))
                );
            },
            stop
        );

    static async Task<RelationIntentRow> ChangeRelation(
        Writing writing,
        Guid intent,
        Action<UpdateSettersBuilder<RelationIntentRow>> change,
        CancellationToken stop
    )
    {
        var rows = await writing
            .Context.RelationIntents.Where(row =>
                row.Id == intent && row.AdministrationId == writing.Administration && row.State == IntentState.Unknown
            )
            .ExecuteUpdateAsync(change, stop);
        MustFind(rows, "unknown relation intent", intent);
        return await writing.Context.RelationIntents.AsNoTracking().SingleAsync(row => row.Id == intent, stop);
    }
}
