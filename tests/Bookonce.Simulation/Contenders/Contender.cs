namespace Bookonce.Simulation.Contenders;

/// <summary>Who books in a world: the product, or one of the unsafe ways that public connectors go.</summary>
enum Strategy
{
    Bookonce,

    /// <summary>Sends again when no good answer comes.</summary>
    RetryOnError,

    /// <summary>Looks first, and takes a look that failed for one that found nothing.</summary>
    CheckFailsOpen,

    /// <summary>Notes what it booked after the answer, and looks at nothing else.</summary>
    RecordAfterPost,

    /// <summary>Looks for an entry whose reference is exactly the document's number.</summary>
    NumberEqualCheck,
}

/// <summary>A part of the product that can be taken away, to see that the simulation notices.</summary>
enum Part
{
    None,

    /// <summary>No booking number goes along, and what stays unanswered is sent again at once.</summary>
    Fence,

    /// <summary>The books look empty.</summary>
    Look,

    /// <summary>What was on its way is forgotten when the process dies.</summary>
    Intent,

    /// <summary>A second engine does not end the first one's term of office.</summary>
    Epoch,
}

/// <summary>A strategy, with everything or without a part.</summary>
sealed record Contender(Strategy Strategy, Part Without = Part.None)
{
    public static Contender Bookonce { get; } = new(Strategy.Bookonce);

    /// <summary>Everybody who appears in the table.</summary>
    public static IReadOnlyList<Contender> All { get; } =
    [
        Bookonce,
        .. Enum.GetValues<Part>()
            .Where(part => part != Part.None)
            .Select(part => new Contender(Strategy.Bookonce, part)),
        .. Enum.GetValues<Strategy>()
            .Where(strategy => strategy != Strategy.Bookonce)
            .Select(strategy => new Contender(strategy)),
    ];

    public bool IsProduct => Strategy == Strategy.Bookonce;

    /// <summary>As it is named on the command line.</summary>
    public string Name => Without == Part.None ? Words(Strategy.ToString()) : $"without-{Words(Without.ToString())}";

    /// <summary>As it is chosen by an option: <c>retry-on-error</c>, or the part that is left out.</summary>
    public string ShortName => Words(Without == Part.None ? Strategy.ToString() : Without.ToString());

    /// <summary>What two options name; the product when they name nothing.</summary>
    public static Contender Named(string? strategy, string? without) =>
        All.FirstOrDefault(one => one.Without == Part.None && one.ShortName == strategy && without is null)
        ?? All.FirstOrDefault(one => one.Without != Part.None && one.ShortName == without)
        ?? Bookonce;

    static string Words(string name) =>
        string.Concat(name.Select((letter, i) => char.IsUpper(letter) && i > 0 ? $"-{letter}" : $"{letter}"))
            .ToLowerInvariant();
}
