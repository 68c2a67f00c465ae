using Bookonce.Domain.Connections;
using Bookonce.Domain.Problems;
using Bookonce.Engine.Repair;

namespace Bookonce.Web.Api.Json;

/// <summary>How far a repair is, as <c>repair-state.schema.json</c> says it.</summary>
static class RepairStateJson
{
    public static object Of(
        Connection connection,
        Engine.Store.Repair repair,
        bool isUnderWay,
        bool isStopping,
        RepairProgress? progress,
        (RepairEnd? End, Problem? Problem) last
    ) =>
        new
        {
            Connection = connection.Name,
            Repair = RepairJson.OfRepair(repair),
            IsUnderWay = isUnderWay,
            IsStopping = isStopping,
            Progress = progress,
            End = last.End is { } end ? RepairJson.Of(connection, end) : null,
            Failure = last.Problem,
        };
}
