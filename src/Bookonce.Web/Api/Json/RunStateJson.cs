using Bookonce.Domain.Connections;
using Bookonce.Engine.Synchronise;

namespace Bookonce.Web.Api.Json;

/// <summary>How far a run is, as <c>run-state.schema.json</c> says it.</summary>
static class RunStateJson
{
    /// <param name="connection">The connection.</param>
    /// <param name="isUnderWay">Whether it runs or waits for its turn.</param>
    /// <param name="progress">How far it is; null while it waits.</param>
    /// <param name="last">The last run as <see cref="RunJson"/> tells it; null when there was none.</param>
    public static object Of(Connection connection, bool isUnderWay, RunProgress? progress, object? last) =>
        new
        {
            Connection = connection.Name,
            IsUnderWay = isUnderWay,
            Progress = progress,
            Last = last,
        };
}
