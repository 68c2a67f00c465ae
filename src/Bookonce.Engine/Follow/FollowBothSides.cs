using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Engine.Store;
using Bookonce.Engine.Synchronise;
using Bookonce.ExactOnline;
using Bookonce.Teamleader;

namespace Bookonce.Engine.Follow;

/// <summary>Another connection of the same administration, whose documents claim entries too.</summary>
sealed record Neighbour(Connection Connection, TeamleaderClient Teamleader);

/// <summary>Brings what is remembered of a connection up to date: its documents and its neighbours', then the books.</summary>
sealed class FollowBothSides(
    IStore store,
    Office office,
    Connection connection,
    ExactDivision division,
    TeamleaderClient teamleader,
    IReadOnlyList<Neighbour> neighbours,
    TimeProvider clock
)
{
    /// <summary>Masters change rarely; a run that finds problems reads them again anyway.</summary>
    static readonly TimeSpan MastersAge = TimeSpan.FromHours(12);

    /// <summary>Follows Teamleader.</summary>
    /// <param name="before">The documents as they were remembered.</param>
    /// <param name="report">Told how far it is.</param>
    /// <param name="stop">Ends it between two calls.</param>
    public async Task Documents(
        IReadOnlyList<StoredDocument> before,
        Action<RunProgress> report,
        CancellationToken stop
    )
    {
        await Follow(connection, teamleader, before, report, stop);
        var living = (await store.LoadDocuments(connection.Id, stop)).Where(document => !document.IsGone);
        var gone = await new FindGone(teamleader).Among([.. living.Select(document => document.Content)], stop);
        if (gone.Count > 0)
            await store.SetGone(office, connection.Id, gone, stop);
        foreach (var neighbour in neighbours)
            await Documents(neighbour, stop);
    }

    /// <summary>An entry may be a neighbour's document, so nobody adopts or books before the neighbours' were read too.</summary>
    async Task Documents(Neighbour neighbour, CancellationToken stop)
    {
        var known = await store.LoadDocuments(neighbour.Connection.Id, stop);
        try
        {
            await Follow(neighbour.Connection, neighbour.Teamleader, known, _ => { }, stop);
        }
        catch (TeamleaderException) when (known.Count > 0)
        {
            // Its own run tells; what was read of it before is enough for this one.
        }
    }

    Task Follow(
        Connection followed,
        TeamleaderClient client,
        IReadOnlyList<StoredDocument> known,
        Action<RunProgress> report,
        CancellationToken stop
    ) =>
        new FollowTeamleader(store, office, client, clock).Follow(
            followed,
            known.ToDictionary(document => document.Content.Id, document => document.Content),
            report,
            stop
        );

    /// <summary>Follows Exact; returns what the mirror holds then.</summary>
    /// <param name="before">The documents as they were remembered.</param>
    /// <param name="stop">Ends it between two calls.</param>
    public async Task<Books> Books(IReadOnlyList<StoredDocument> before, CancellationToken stop)
    {
        var books = await store.LoadBooks(office.Administration, stop);
        var now = clock.GetUtcNow();
        var hasProblems = before.Any(document => document.Outcome.Status == DocumentStatus.Problem);
        if (books.Masters is not { } masters || hasProblems || now - books.MastersReadAt > MastersAge)
        {
            var closings = books.Masters?.Closings;
            masters = await ReadMasters.All(division, connection.Administration.Currency, stop) with
            {
                Closings = closings,
            };
            await store.SaveMasters(office, masters, now, stop);
            books = books with { Masters = masters, MastersReadAt = now };
        }

        return await new FollowExact(store, office, division, masters).Follow(
            books,
            connection.Settings.StartDate,
            now,
            stop
        );
    }
}
