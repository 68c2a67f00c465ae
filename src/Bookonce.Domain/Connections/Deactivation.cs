using Bookonce.Domain.Problems;

namespace Bookonce.Domain.Connections;

/// <summary>
/// That a connection was deactivated: nothing is adopted or booked until it is connected again. Its settings, mappings and
/// accesses are kept.
/// </summary>
/// <param name="Since">When, UTC.</param>
/// <param name="DisconnectDate">From which document date on links were released, included; null when none were.</param>
/// <param name="AreCustomersDisconnected">Whether it was forgotten which relations its customers are.</param>
public sealed record Deactivation(DateTimeOffset Since, DateOnly? DisconnectDate, bool AreCustomersDisconnected)
{
    /// <summary>Why it cannot be synchronised.</summary>
    public Problem Problem =>
        new(
            "deactivated",
            $"This connection is deactivated since {Since:yyyy-MM-dd HH:mm} UTC.",
            "Connect it again first: under Deactivate / connect again, or with 'bookonce reconnect'."
        );
}
