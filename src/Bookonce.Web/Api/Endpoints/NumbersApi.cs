using System.ComponentModel;
using Bookonce.Domain.Connections;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Numbering;
using Bookonce.Engine.Numbers;
using Bookonce.Web.Api.Http;
using Bookonce.Web.Api.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bookonce.Web.Api.Endpoints;

/// <summary>A series that goes on elsewhere.</summary>
sealed record GoOnAt
{
    [Description(Words.Yes)]
    public bool Yes { get; init; }

    [Description("The code of the journal.")]
    public required string Journal { get; init; }

    [Description("The financial year.")]
    public required int Year { get; init; }

    [Description("The next booking number that Exact shows.")]
    public required int Next { get; init; }
}

/// <summary>Booking numbers: last, next, and what is missing.</summary>
static class NumbersApi
{
    public static void MapNumbers(this RouteGroupBuilder connection)
    {
        connection
            .MapGet("/numbers", Report)
            .Named(
                "numbers",
                "The booking numbers of every series as of the last run; the same as 'bookonce numbers --json'."
            )
            .Answering("numbers");
        connection
            .MapPost("/numbers/go-on", GoOn)
            .Named(
                "goOnAt",
                "Lets a series go on at the number that Exact shows, after somebody deleted its last entries by hand."
            )
            .Sending<GoOnAt>()
            .Answering("numbers");
    }

    static async Task<IResult> Report(
        [Description(Words.Connection)] string connection,
        [Description("What Exact shows as next booking number, like 70/2026=26700012; may be repeated.")]
            string[]? shown,
        ApiConnections connections,
        NumberReports numbers,
        CancellationToken stop
    )
    {
        var said = Given.Numbers("shown", shown);
        return await Of(await connections.Find(connection, stop), numbers, said, stop);
    }

    static async Task<IResult> GoOn(
        [Description(Words.Connection)] string connection,
        HttpContext context,
        ApiConnections connections,
        NumberReports numbers,
        GoingOnAt goingOnAt,
        CancellationToken stop
    )
    {
        var sent = await Body.Read<GoOnAt>(context);
        var chosen = await connections.FindFree(connection, stop);
        await connections.Confirm(context, chosen, sent.Yes, "goOnAt", chosen.Id);
        await goingOnAt.Say(chosen, new SeriesKey(sent.Journal, sent.Year), sent.Next, stop);
        return await Of(chosen, numbers, [], stop);
    }

    static async Task<IResult> Of(
        Connection connection,
        NumberReports numbers,
        IReadOnlyList<ShownNext> shown,
        CancellationToken stop
    )
    {
        var reports = await numbers.Of(connection, stop);
        return Answer.Json(NumbersJson.Of(connection.Name, reports, NumberReports.Check(reports, shown)));
    }
}
