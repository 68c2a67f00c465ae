using Bookonce.Domain.Relations;

namespace Bookonce.Domain.Import;

/// <summary>A relation of Exact that is a customer, with what a card in Teamleader holds of it.</summary>
/// <param name="Relation">The relation; its status is customer.</param>
public sealed record ExactCustomer(Relation Relation)
{
    /// <summary>Street and number.</summary>
    public string? Street { get; init; }

    /// <summary>City.</summary>
    public string? City { get; init; }

    /// <summary>Two letters.</summary>
    public string? Country { get; init; }

    /// <summary>E-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Two letters, small.</summary>
    public string? Language { get; init; }
}
