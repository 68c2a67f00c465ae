using Bookonce.Sandbox.ExactOnline;
using Bookonce.Sandbox.Host;
using Bookonce.Sandbox.Teamleader;
using Bookonce.Simulation.Contenders;

namespace Bookonce.Simulation.Worlds;

/// <summary>Everything that a world is made from. Drawn from its seed; the shrinker takes things out of it.</summary>
sealed record Plan
{
    public required int Seed { get; init; }

    /// <summary>Who books.</summary>
    public Contender Contender { get; init; } = Contender.Bookonce;

    public required DateTimeOffset Start { get; init; }

    /// <summary>How long things go wrong.</summary>
    public required TimeSpan Storm { get; init; }

    /// <summary>How long nothing goes wrong after that.</summary>
    public TimeSpan Calm { get; init; } = TimeSpan.FromDays(2);

    /// <summary>Company entities, each with a connection; they share an administration and its journals.</summary>
    public required int Connections { get; init; }

    /// <summary>Documents booked in Teamleader before anything was connected.</summary>
    public required int History { get; init; }

    /// <summary>How many of those were typed in Exact by hand.</summary>
    public double TypedShare { get; init; } = 0.4;

    public required IReadOnlyList<Act> Script { get; init; }

    public required SandboxSwitches Switches { get; init; }

    /// <summary>How likely a call goes wrong.</summary>
    public required double FaultRate { get; init; }

    /// <summary>How likely the engine dies at a gate.</summary>
    public required double CrashRate { get; init; }

    /// <summary>The one gate at which the engine dies, counted from the first; null for none but those of chance.</summary>
    public long? CrashAt { get; init; }

    /// <summary>Whether an admin repairs, undoes and releases.</summary>
    public bool Repairs { get; init; }

    /// <summary>The one plan that an admin applies; null for none.</summary>
    public Rehearsal? Rehearsal { get; init; }

    /// <summary>What is left out.</summary>
    public IReadOnlySet<Mischief> LeftOut { get; init; } = new HashSet<Mischief>();

    /// <summary>The only misfortunes that may happen, by their number; null for all.</summary>
    public IReadOnlySet<long>? Only { get; init; }

    /// <summary>Whether an explicit booking number keeps a second entry out in this world.</summary>
    public bool IsFenced =>
        Switches.Exact
            is { EntryNumber: Supplied.Honoured, EntryNumberUniqueness: not NumberUniqueness.CheckedOnArrival };

    public bool Allows(Mischief kind) => !LeftOut.Contains(kind);

    public static SandboxSwitches UsualSwitches { get; } = new(new ExactOnlineSwitches(), new TeamleaderSwitches());
}
