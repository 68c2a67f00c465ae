using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Bookonce.Domain.Problems;
using Bookonce.Engine.Proof;
using Bookonce.Web.Api.Http;
using Bookonce.Web.Api.Json;
using Bookonce.Web.Proof;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bookonce.Web.Api.Endpoints;

/// <summary>What is to be proved.</summary>
sealed record ProofOf
{
    [Description("The first day; without it the financial year so far, from the start date on.")]
    public DateOnly? From { get; init; }

    [Description("The last day, included; without it today.")]
    public DateOnly? To { get; init; }

    [Description("Whether to go by what the last run read, instead of reading both services first.")]
    public bool AsRead { get; init; }
}

/// <summary>Showing for a period that both sides agree.</summary>
static class ProofsApi
{
    public static void MapProofs(this RouteGroupBuilder connection)
    {
        connection
            .MapPost("/proofs", Begin)
            .Named("prove", "Begins to make the statement of a period. Nothing is changed.")
            .Sending<ProofOf>()
            .Answering("proof-state", StatusCodes.Status202Accepted);
        connection
            .MapGet("/proofs/{proof}", Get)
            .Named(
                "proof",
                "The statement, as 'bookonce prove --json' prints it; 202 while it is being made. The last five are kept until the server stops."
            )
            .Answering("prove", page: true)
            .Answering("proof-state", StatusCodes.Status202Accepted);
    }

    static async Task<IResult> Begin(
        [Description(Words.Connection)] string connection,
        HttpContext context,
        ApiConnections connections,
        ProofWork proofs,
        CancellationToken stop
    )
    {
        var sent = await Body.Read<ProofOf>(context);
        var (from, to) = (DayOf("from", sent.From), DayOf("to", sent.To));
        var chosen = await connections.FindFree(connection, stop);
        var proof = proofs.Start(chosen, from, to, readsFirst: !sent.AsRead);
        return Answer.Begun(
            context,
            $"{ApiSetup.Root}/connections/{chosen.Id}/proofs/{proof.Id}",
            ProofStateJson.Of(proof.Id, chosen, proof.Progress)
        );
    }

    static async Task<IResult> Get(
        [Description(Words.Connection)] string connection,
        [Description("The id of the statement.")] string proof,
        [Description(Words.Format), RegularExpression(Words.FormatPattern)] string? format,
        HttpContext context,
        ApiConnections connections,
        ProofWork proofs,
        CancellationToken stop
    )
    {
        var chosen = await connections.Find(connection, stop);
        var found = Guid.TryParse(proof, out var id) ? proofs.Find(chosen.Id, id) : null;
        return found switch
        {
            null => throw new Refused(
                StatusCodes.Status404NotFound,
                new Problem(
                    "proofUnknown",
                    $"{chosen.Name} has no statement {proof} (any more).",
                    "POST proofs makes one."
                )
            ),
            { Problem: { } problem } => throw new Engine.CannotBeDoneException(problem),
            { Made: { } made } => Answer.JsonOrPage(
                context,
                format,
                () => ProofJson.Of(made),
                stream => ProofPage.Write(stream, made)
            ),
            _ => Answer.Json(ProofStateJson.Of(found.Id, chosen, found.Progress), StatusCodes.Status202Accepted),
        };
    }

    static DateOnly? DayOf(string name, DateOnly? day) => day is { } given ? Given.Day(name, given) : null;
}
