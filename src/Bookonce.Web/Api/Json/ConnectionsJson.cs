using Bookonce.Domain.Connections;

namespace Bookonce.Web.Api.Json;

/// <summary>The connections, as <c>connections.schema.json</c> says them.</summary>
static class ConnectionsJson
{
    public static object Of(IEnumerable<Connection> connections) =>
        new
        {
            Connections = connections.Select(connection => new
            {
                connection.Id,
                connection.Name,
                connection.Settings.Mode,
                connection.Settings.StartDate,
                connection.Settings.InvoiceJournal,
                connection.Settings.CreditNoteJournal,
                Administration = new
                {
                    connection.Administration.Name,
                    connection.Administration.Division,
                    connection.Administration.Currency,
                },
                DeactivatedSince = connection.Deactivation?.Since,
                connection.Pause,
            }),
        };
}
