using Bookonce.Domain.Connections;
using Bookonce.Engine.Proof;

namespace Bookonce.Web.Api.Json;

/// <summary>How far the making of a statement is, as <c>proof-state.schema.json</c> says it.</summary>
static class ProofStateJson
{
    public static object Of(Guid id, Connection connection, ProofProgress? progress) =>
        new
        {
            Id = id,
            Connection = connection.Name,
            Progress = progress,
        };
}
