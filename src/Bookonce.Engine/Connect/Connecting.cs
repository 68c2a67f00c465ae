using Bookonce.Domain.Connections;
using Bookonce.Engine.Follow;
using Bookonce.Engine.Store;
using Bookonce.Engine.Translations;
using Bookonce.Engine.Vendors;
using Bookonce.ExactOnline;
using Connection = Bookonce.Domain.Connections.Connection;
using Currency = Bookonce.Domain.Documents.Currency;

namespace Bookonce.Engine.Connect;

/// <summary>
/// Connects a company entity with an administration: consent on both sides, choices, a proposal, and the connection.
/// Nothing is written to either service.
/// </summary>
public sealed class Connecting(IStore store, VendorClients vendors, NewId newId, TimeProvider clock)
{
    /// <summary>What booking needs, in the words of Exact's rights.</summary>
    static readonly (string Endpoint, string Action, string InWords)[] NeededRights =
    [
        ("salesentry/SalesEntries", "POST", "enter sales entries"),
        ("crm/Accounts", "POST", "manage accounts"),
        ("financialtransaction/TransactionLines", "GET", "view financial transactions"),
    ];

    /// <summary>Remembers the app and gives the address where a person consents.</summary>
    /// <param name="app">The registered app.</param>
    /// <param name="redirect">Where consent comes back to, exactly as registered.</param>
    /// <param name="state">An unguessable word that must come back with the consent.</param>
    /// <returns>The access, without tokens yet, and the consent page.</returns>
    public async Task<(Access Access, Uri ConsentPage)> Begin(
        AppRegistration app,
        Uri redirect,
        string state,
        CancellationToken stop = default
    )
    {
        var access = new Access
        {
            Id = newId(),
            Vendor = app.Vendor,
            ApiUrl = app.ApiUrl,
            AuthorizationUrl = app.AuthorizationUrl,
            ClientId = app.ClientId,
            ClientSecret = app.ClientSecret,
        };
        await store.SaveAccess(access, stop);
        var page =
            access.Vendor == Vendor.Teamleader
                ? vendors.TeamleaderChain(access, redirect).AuthorizeUrl(state)
                : vendors.ExactChain(access, redirect).AuthorizeUrl(state);
        return (access, page);
    }

    /// <summary>
    /// Turns the code of a consent into tokens, and learns who consented. When the same account consented before, its
    /// access goes on with the new tokens, because a second chain of one user and app may end the first.
    /// </summary>
    /// <returns>The access to use from now on.</returns>
    public async Task<Access> Complete(Guid accessId, string code, Uri redirect, CancellationToken stop = default)
    {
        var access = await Access(accessId, stop);
        if (access.Vendor == Vendor.Teamleader)
            await vendors.TeamleaderChain(access, redirect).Exchange(code, stop);
        else
            await vendors.ExactChain(access, redirect).Exchange(code, stop);

        var (account, owner) =
            access.Vendor == Vendor.Teamleader ? await TeamleaderOwner(access, stop) : await ExactOwner(access, stop);
        var consented = await Access(accessId, stop) with { Account = account, Owner = owner };
        var earlier = (await store.Accesses(stop)).FirstOrDefault(known =>
            known.Id != accessId
            && (known.Vendor, known.ApiUrl, known.ClientId, known.Account)
                == (access.Vendor, access.ApiUrl, access.ClientId, account)
        );
        if (earlier is not null)
            consented = consented with { Id = earlier.Id };

        await store.SaveAccess(consented, stop);
        if (earlier is not null)
            await store.RemoveAccess(accessId, stop);
        vendors.Forget(accessId);
        vendors.Forget(consented.Id);
        return consented;
    }

    /// <summary>The company entities of a Teamleader account.</summary>
    public async Task<IReadOnlyList<EntityChoice>> Entities(Guid teamleaderAccess, CancellationToken stop = default)
    {
        var connections = await store.Connections(stop);
        var departments = await vendors.Teamleader(await Access(teamleaderAccess, stop)).Departments.List(stop);
        return
        [
            .. departments
                .Where(department => department.Status != "archived")
                .Select(department =>
                    (
                        Department: department,
                        Connection: connections.FirstOrDefault(connection =>
                            connection.Department == Guid.Parse(department.Id)
                        )
                    )
                )
                .Select(pair => new EntityChoice(
                    Guid.Parse(pair.Department.Id),
                    pair.Department.Name,
                    pair.Connection?.Name
                )
                {
                    IsDeactivated = pair.Connection?.Deactivation is not null,
                }),
        ];
    }

    /// <summary>The administrations that the Exact user may open.</summary>
    public async Task<IReadOnlyList<DivisionChoice>> Divisions(Guid exactAccess, CancellationToken stop = default) =>
        [
            .. (await vendors.Exact(await Access(exactAccess, stop)).Divisions(stop))
                .Where(division => !division.IsClosed)
                .Select(division => new DivisionChoice(
                    division.Code,
                    division.Description ?? division.Code.ToString(),
                    division.Currency ?? Currency.Euro.Code
                )),
        ];

    /// <summary>Reads both sides and proposes settings.</summary>
    public async Task<Offer> Offer(
        Guid teamleaderAccess,
        EntityChoice entity,
        Guid exactAccess,
        DivisionChoice division,
        DateOnly startDate,
        CancellationToken stop = default
    )
    {
        var books = vendors.Exact(await Access(exactAccess, stop)).Division(division.Code);
        var masters = await ReadMasters.All(books, division.Currency, stop);
        var entityMasters = await ReadEntity.Masters(
            vendors.Teamleader(await Access(teamleaderAccess, stop)),
            entity.Id,
            stop
        );
        return new Offer
        {
            TeamleaderAccess = teamleaderAccess,
            ExactAccess = exactAccess,
            Entity = entity,
            Division = division,
            Masters = masters,
            EntityMasters = entityMasters,
            Proposed = Proposer.Propose(entityMasters, masters, startDate),
            MissingRights = await MissingRights(books, stop),
        };
    }

    /// <summary>Makes the connection with the settings that a person accepted.</summary>
    /// <exception cref="AlreadyConnectedException">The company entity has a connection.</exception>
    public async Task<Connection> Connect(Offer offer, ConnectionSettings settings, CancellationToken stop = default)
    {
        var connections = await store.Connections(stop);
        var accesses = (await store.Accesses(stop)).ToDictionary(access => access.Id);
        if (connections.FirstOrDefault(connection => connection.Department == offer.Entity.Id) is { } existing)
            throw new AlreadyConnectedException(offer.Entity.Name, existing.Name);

        var administration =
            connections
                .Select(connection => connection.Administration)
                .FirstOrDefault(known =>
                    known.Division == offer.Division.Code
                    && accesses[known.ExactAccess].ApiUrl == accesses[offer.ExactAccess].ApiUrl
                )
            ?? new Administration(
                newId(),
                offer.ExactAccess,
                offer.Division.Code,
                offer.Division.Name,
                offer.Division.Currency
            );
        var connection = new Connection(
            newId(),
            FreeName(offer.Entity.Name, connections),
            administration,
            offer.TeamleaderAccess,
            offer.Entity.Id,
            offer.Entity.Name,
            settings
        )
        {
            AloneSince = clock.GetUtcNow(),
        };
        await store.AddConnection(connection, stop);
        return connection;
    }

    /// <summary>The clock's date, for proposals.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    async Task<(string Account, string Owner)> TeamleaderOwner(Access access, CancellationToken stop)
    {
        var me = await vendors.Teamleader(access).Users.Me(stop);
        return (me.Account?.Id ?? me.Id, $"{me.FirstName} {me.LastName}".Trim());
    }

    async Task<(string Account, string Owner)> ExactOwner(Access access, CancellationToken stop)
    {
        var me = await vendors.Exact(access).Me(stop);
        return (me.UserID.ToString(), me.FullName ?? me.UserName ?? "");
    }

    /// <summary>A read without the right may come back empty rather than refused, so rights are asked for.</summary>
    static async Task<IReadOnlyList<string>> MissingRights(ExactDivision division, CancellationToken stop)
    {
        var missing = new List<string>();
        foreach (var (endpoint, action, inWords) in NeededRights)
            if (!await division.UserHasRights(endpoint, action, stop))
                missing.Add(inWords);
        return missing;
    }

    static string FreeName(string wanted, IReadOnlyList<Connection> taken)
    {
        var name = wanted;
        for (var count = 2; taken.Any(connection => connection.Name == name); count++)
            name = $"{wanted} ({count})";
        return name;
    }

    async Task<Access> Access(Guid id, CancellationToken stop) =>
        await store.FindAccess(id, stop) ?? throw new InvalidOperationException($"Access {id} is gone.");
}

/// <summary>A company entity has one connection; a second one would book its documents twice.</summary>
public sealed class AlreadyConnectedException(string entity, string connection)
    : Exception($"{entity} is connected already, as '{connection}'.");
