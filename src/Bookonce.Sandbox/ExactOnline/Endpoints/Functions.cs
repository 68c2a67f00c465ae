using System.Text.Json;
using Bookonce.Sandbox.ExactOnline.OData;

namespace Bookonce.Sandbox.ExactOnline.Endpoints;

/// <summary>An address that takes named arguments instead of a query.</summary>
internal delegate void Function(Scope scope, Func<string, object?> argument, Utf8JsonWriter json);

internal static class Functions
{
    public static IReadOnlyDictionary<string, Function> All { get; } =
        new Dictionary<string, Function>(StringComparer.OrdinalIgnoreCase)
        {
            ["Users/UserHasRights"] = UserHasRights,
            ["read/sync/Sync/SyncTimestamp"] = SyncTimestamp,
            ["read/financial/JournalStatusByFinancialPeriod"] = Journals.StatusByPeriod,
        };

    // The one user may do whatever the sandbox can.
    private static void UserHasRights(Scope scope, Func<string, object?> argument, Utf8JsonWriter json)
    {
        if (argument("endpoint") is not string endpoint || argument("action") is not string action)
            throw ApiException.QuerySyntax();
        var set = Catalogue.Find(endpoint);
        var hasRights = action.ToUpperInvariant() switch
        {
            "GET" => set is not null,
            "POST" => set?.Post is not null,
            "PUT" => set?.Put is not null,
            "DELETE" => set?.Delete is not null,
            _ => false,
        };
        json.WriteStartObject();
        json.WriteStartObject("d");
        json.WriteBoolean("UserHasRights", hasRights);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void SyncTimestamp(Scope scope, Func<string, object?> argument, Utf8JsonWriter json)
    {
        if (argument("modified") is not DateTime modified || argument("endPoint") is not string endPoint)
            throw ApiException.QuerySyntax();
        var ledger = scope.Division.Ledger;
        // Accounts is not among the names that the service lists.
        var rows = endPoint.ToUpperInvariant() switch
        {
            "TRANSACTIONLINES" => ledger.LineLog.After(0).Select(row => (row.Modified, row.RowVersion)),
            "PAYMENTTERMS" => ledger.TermLog.After(0).Select(row => (row.Modified, row.RowVersion)),
            _ => throw ApiException.QuerySyntax(),
        };
        var since = rows.Where(row => WallClock.Of(row.Modified, scope.Switches.SummerTime) >= modified)
            .Select(row => row.RowVersion)
            .DefaultIfEmpty(scope.Division.HighestRowVersion + 1)
            .Min();
        var set = new EntitySet(
            "read/sync/Sync/SyncTimestamp",
            SyncTimestampType,
            new ListSource<StartingPoint>(_ => [], row => row.Version)
        );
        var page = new Page([new StartingPoint(modified, endPoint, since - 1)], null, null);
        new JsonShape(json, scope).List(set, Query.Everything, page, next: null);
    }

    private static EntityType SyncTimestampType { get; } =
        new Table<StartingPoint>("SyncTimestamp", "TimeStampAsBigInt")
            .ReadOnly("Modified:dt, API:s, TimeStampAsBigInt:i64")
            .Get("Modified", row => row.Modified)
            .Get("API", row => row.EndPoint)
            .Get("TimeStampAsBigInt", row => row.Version)
            .Build();

    private sealed record StartingPoint(DateTime Modified, string EndPoint, long Version);
}
