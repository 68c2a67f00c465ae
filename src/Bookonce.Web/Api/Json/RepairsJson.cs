using Bookonce.Domain.Connections;
using Bookonce.Engine.Repair;

namespace Bookonce.Web.Api.Json;

/// <summary>The repairs of a connection, as <c>repairs.schema.json</c> says them.</summary>
static class RepairsJson
{
    public static object Of(Connection connection, IEnumerable<Engine.Store.Repair> repairs) =>
        new
        {
            Connection = connection.Name,
            Repairs = repairs.Select(repair => new
            {
                repair.Id,
                repair.Plan.Kind,
                repair.Plan.Title,
                RepairSheet.Of(connection, repair).Standing,
                repair.ApprovedAt,
                Open = repair.IsOpen,
                repair.Undoes,
            }),
        };
}
