using Bookonce.Domain.Connections;
using Bookonce.Domain.Problems;
using Bookonce.Engine.Repair;
using Bookonce.Engine.Store;
using Bookonce.Engine.Synchronise;
using Bookonce.Web.Repair;
using Microsoft.AspNetCore.Http;

namespace Bookonce.Web.Api.Http;

/// <summary>The connection that a request is about, and whether it can be worked on now.</summary>
sealed class ApiConnections(IStore store, Synchroniser synchroniser, RepairWork work)
{
    /// <summary>As long as a person who looks at a page keeps the turn; what takes longer is answered with "busy".</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public Task<IReadOnlyList<Connection>> All(CancellationToken stop) => store.Connections(stop);

    /// <summary>The connection of that id or name.</summary>
    /// <exception cref="Refused">There is none.</exception>
    public async Task<Connection> Find(string idOrName, CancellationToken stop)
    {
        var all = await store.Connections(stop);
        return all.FirstOrDefault(connection =>
                Guid.TryParse(idOrName, out var id) ? connection.Id == id : connection.Name == idOrName
            )
            ?? throw new Refused(
                StatusCodes.Status404NotFound,
                new Problem(
                    "unknownConnection",
                    $"There is no connection '{idOrName}'.",
                    "GET /api/v1/connections lists them with their ids."
                )
            );
    }

    /// <summary>The same, for what needs the administration's turn: nobody waits for a run or a repair to end.</summary>
    /// <exception cref="Refused">There is none, or its administration is at work.</exception>
    public async Task<Connection> FindFree(string idOrName, CancellationToken stop)
    {
        var connection = await Find(idOrName, stop);
        foreach (var other in await store.Connections(stop))
            if (other.Administration.Id == connection.Administration.Id && work.IsUnderWay(other.Id))
                throw new Refused(StatusCodes.Status409Conflict, Repairing.IsOpen);
        return await synchroniser.IsFreeWithin(connection, Patience, stop)
            ? connection
            : throw new Refused(
                StatusCodes.Status409Conflict,
                new Problem(
                    "busy",
                    $"{connection.Administration.Name} is being worked on.",
                    "Ask again in a while; GET run tells of a run."
                )
            );
    }

    /// <summary>Notes who asks for something that changes books, before it is done.</summary>
    /// <exception cref="Refused">It was not confirmed.</exception>
    public async Task Confirm(
        HttpContext context,
        Connection connection,
        bool isConfirmed,
        string what,
        Guid subject,
        string? seal = null
    )
    {
        if (!isConfirmed)
            throw new Refused(
                StatusCodes.Status422UnprocessableEntity,
                new Problem(
                    "notConfirmed",
                    "This changes books, and was not confirmed. Nothing was done.",
                    "Send \"yes\": true with it."
                )
            );
        await store.NoteRequest(
            connection.Administration.Id,
            new ApiRequest(context.User.Identity!.Name!, what, subject, seal),
            context.RequestAborted
        );
    }
}
