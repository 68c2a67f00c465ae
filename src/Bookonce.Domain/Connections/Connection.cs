using Bookonce.Domain.Problems;

namespace Bookonce.Domain.Connections;

/// <summary>One Exact division as Bookonce sees it: the mirror of its entries, its series and relations, and one writer.</summary>
/// <param name="Id">Our id.</param>
/// <param name="ExactAccess">The access by which it is read and written.</param>
/// <param name="Division">Exact's division code.</param>
/// <param name="Name">Its name in Exact.</param>
/// <param name="Currency">The currency of its books.</param>
public sealed record Administration(Guid Id, Guid ExactAccess, int Division, string Name, string Currency);

/// <summary>One Teamleader company entity tied to an administration.</summary>
/// <param name="Id">Our id.</param>
/// <param name="Name">What people call it; unique.</param>
/// <param name="Administration">Where its documents are booked.</param>
/// <param name="TeamleaderAccess">The access by which its documents are read.</param>
/// <param name="Department">Teamleader's id of the company entity.</param>
/// <param name="DepartmentName">Its name in Teamleader.</param>
/// <param name="Settings">How it is booked.</param>
public sealed record Connection(
    Guid Id,
    string Name,
    Administration Administration,
    Guid TeamleaderAccess,
    Guid Department,
    string DepartmentName,
    ConnectionSettings Settings
)
{
    /// <summary>Since when nobody else should book there (UTC): connecting, or when a person last said that booking may go on.</summary>
    public DateTimeOffset AloneSince { get; init; }

    /// <summary>Why booking pauses until a person says that it may go on; null while it does not.</summary>
    public Problem? Pause { get; init; }

    /// <summary>Since when it rests until somebody connects it again; null while it does not.</summary>
    public Deactivation? Deactivation { get; init; }
}
