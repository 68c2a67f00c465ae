using Bookonce.Domain.Problems;
using Bookonce.Domain.Release;

namespace Bookonce.Engine.Deactivate;

/// <summary>What deactivating a connection would end.</summary>
/// <param name="Release">Documents that lose their link and booking number, and those dated on the other side.</param>
/// <param name="Customers">Customers of whom it would be forgotten which relation they are, if they are disconnected too.</param>
/// <param name="Refusal">Why it cannot be done now; null when it can.</param>
public sealed record DeactivationList(
    ReleaseList Release,
    IReadOnlyList<DisconnectedCustomer> Customers,
    Problem? Refusal
);
