namespace Bookonce.Sandbox.ExactOnline;

/// <summary>Who made or changed a row: a person or the user in whose name an app works. Exact tells them apart by name only.</summary>
/// <param name="Id">The user's id.</param>
/// <param name="FullName">The name as it stands in CreatorFullName and ModifierFullName.</param>
public sealed record Actor(Guid Id, string FullName);

/// <summary>Who entered something and when. What is not given is the state's own user and its clock.</summary>
/// <param name="By">The maker, null for the state's user.</param>
/// <param name="At">The moment in UTC, null for now.</param>
public sealed record Entered(Actor? By = null, DateTimeOffset? At = null);

/// <summary>The birth of a row.</summary>
internal readonly record struct Stamp(Guid Id, Actor By, DateTimeOffset At);

/// <summary>What every row of an administration carries: its id and who made and changed it.</summary>
public abstract class Row
{
    private Dictionary<string, object?>? extra;

    private protected Row(Stamp stamp) =>
        (Id, Creator, Modifier, Created, Modified) = (stamp.Id, stamp.By, stamp.By, stamp.At, stamp.At);

    /// <summary>The row's id; for an entry its EntryID.</summary>
    public Guid Id { get; }

    /// <summary>When it was made, in UTC.</summary>
    public DateTimeOffset Created { get; }

    /// <summary>Who made it.</summary>
    public Actor Creator { get; }

    /// <summary>When it was last changed, in UTC.</summary>
    public DateTimeOffset Modified { get; internal set; }

    /// <summary>Who changed it last.</summary>
    public Actor Modifier { get; internal set; }

    /// <summary>Writable fields that are kept and given back without a meaning here, by their name in the service.</summary>
    internal object? Kept(string field) => extra?.GetValueOrDefault(field);

    internal void Keep(string field, object? value) => (extra ??= [])[field] = value;
}
