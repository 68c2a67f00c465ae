using Bookonce.Sandbox.ExactOnline.OData;

namespace Bookonce.Sandbox.ExactOnline.Endpoints;

/// <summary>sync/Deleted: traces of deleted rows, for two months. There is no trace of an entry, only of its lines.</summary>
internal static class Deletions
{
    private const int KeptMonths = 2;

    public static EntitySet Set { get; } =
        new(
            "sync/Deleted",
            new Table<DeletedRow>("Deleted", "Timestamp")
                .ReadOnly("Timestamp:i64, ID:g, Division:i32, EntityType:i32, EntityKey:g, DeletedBy:g, DeletedDate:dt")
                .InDivision()
                .Get("Timestamp", row => row.RowVersion)
                .Get("ID", row => row.Id)
                .Get("EntityType", row => row.EntityType)
                .Get("EntityKey", row => row.EntityKey)
                .Get("DeletedBy", row => row.DeletedBy)
                .Get("DeletedDate", row => row.At)
                .Build(),
            new RecentSource()
        )
        {
            PageSize = 1000,
            OnlyFilter = ["Timestamp", "EntityType"],
        };

    private sealed class RecentSource : RowSource
    {
        private readonly KeyedSource<long, DeletedRow> all = new(division => division.Ledger.Deleted);

        public override IEnumerable<object> After(Scope scope, object? key) =>
            all.After(scope, key).Where(row => IsRecent(row, scope));

        public override object? Find(Scope scope, object key) =>
            all.Find(scope, key) is { } row && IsRecent(row, scope) ? row : null;

        private static bool IsRecent(object row, Scope scope) =>
            ((DeletedRow)row).At >= scope.State.Clock.GetUtcNow().AddMonths(-KeptMonths);
    }
}
