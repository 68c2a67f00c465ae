using Bookonce.Domain.Duplicates;

namespace Bookonce.Domain.Repair;

/// <summary>What could be seen of an entry after its deletion was sent.</summary>
public sealed record RemovalTrace
{
    /// <summary>Whether a filter by its id finds nothing any more; unknown while nobody answered.</summary>
    public required Known IsGone { get; init; }

    /// <summary>Whether Exact's log of deletions names us; unknown while it says nothing.</summary>
    public Known IsOurs { get; init; }

    /// <summary>The last that was seen of it after it was saved; null when nothing was.</summary>
    public SavedEntry? SeenLater { get; init; }

    /// <summary>Whether a payment was matched with it between the last reading and the deletion.</summary>
    public bool WasMatched { get; init; }
}

/// <summary>What became of a deletion. A closed family.</summary>
public abstract record Removal
{
    Removal() { }

    /// <summary>It is gone, and was as it was saved.</summary>
    public sealed record Clean : Removal;

    /// <summary>It is gone, but somebody did something to it in between that the saved copy does not know.</summary>
    /// <param name="Words">What.</param>
    public sealed record Raced(string Words) : Removal;

    /// <summary>It stands there.</summary>
    public sealed record StillThere : Removal;

    /// <summary>Nobody can say.</summary>
    public sealed record Unknown : Removal;

    /// <summary>Exact has no compare-and-set, so what slipped in between is found afterwards, against the saved copy.</summary>
    public static Removal Of(SavedEntry saved, RemovalTrace trace)
    {
        ArgumentNullException.ThrowIfNull(saved);
        ArgumentNullException.ThrowIfNull(trace);
        return trace switch
        {
            { IsGone: Known.Unknown } => new Unknown(),
            { IsGone: Known.No } => new StillThere(),
            { IsOurs: Known.No } => new Raced("somebody else deleted it at the same moment"),
            { SeenLater: { } later } when saved.ChangesTo(later) is [_, ..] changes => new Raced(
                $"it was changed right before: {string.Join(", ", changes)}"
            ),
            { WasMatched: true } => new Raced("a payment was matched with it right before"),
            _ => new Clean(),
        };
    }
}
