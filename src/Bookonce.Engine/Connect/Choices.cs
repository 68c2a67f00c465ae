using Bookonce.Domain.Connections;
using Bookonce.Engine.Store;

namespace Bookonce.Engine.Connect;

/// <summary>What a person types to give consent: the app that was registered with the service.</summary>
public sealed record AppRegistration(
    Vendor Vendor,
    Uri ApiUrl,
    Uri AuthorizationUrl,
    string ClientId,
    string ClientSecret
);

/// <summary>A company entity of Teamleader to choose.</summary>
/// <param name="Id">Teamleader's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="ConnectedAs">The connection that serves it already; null when it is free.</param>
public sealed record EntityChoice(Guid Id, string Name, string? ConnectedAs)
{
    /// <summary>Whether that connection is deactivated, so that it is to be connected again rather than anew.</summary>
    public bool IsDeactivated { get; init; }
}

/// <summary>An administration of Exact to choose.</summary>
public sealed record DivisionChoice(int Code, string Name, string Currency);

/// <summary>Everything the settings page needs: what can be chosen, and what is proposed.</summary>
public sealed record Offer
{
    /// <summary>The Teamleader access.</summary>
    public required Guid TeamleaderAccess { get; init; }

    /// <summary>The Exact access.</summary>
    public required Guid ExactAccess { get; init; }

    /// <summary>The chosen company entity.</summary>
    public required EntityChoice Entity { get; init; }

    /// <summary>The chosen administration.</summary>
    public required DivisionChoice Division { get; init; }

    /// <summary>What can be chosen in Exact.</summary>
    public required Masters Masters { get; init; }

    /// <summary>What is to be mapped from Teamleader.</summary>
    public required CompanyEntityMasters EntityMasters { get; init; }

    /// <summary>The proposal, to accept or to change.</summary>
    public required ConnectionSettings Proposed { get; init; }

    /// <summary>What the connected user of Exact may not do, in words; empty when all is well.</summary>
    public required IReadOnlyList<string> MissingRights { get; init; }
}
