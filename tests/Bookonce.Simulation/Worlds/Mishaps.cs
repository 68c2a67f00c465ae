namespace Bookonce.Simulation.Worlds;

/// <summary>Decides where a misfortune happens, and counts them.</summary>
sealed class Mishaps(Plan plan)
{
    static readonly Mischief[] OfCalls =
    [
        Mischief.LostBefore,
        Mischief.LostAfter,
        Mischief.LostAfter,
        Mischief.Late,
        Mischief.Late,
        Mischief.Late,
        Mischief.TooMany,
        Mischief.Unavailable,
        Mischief.TimedOut,
        Mischief.Reset,
    ];

    static readonly Mischief[] OfEntries = [Mischief.TypedMeanwhile, Mischief.NumberTaken, Mischief.ChangedMeanwhile];

    /// <summary>A crash hurts most while it is not known what became of a write, so it comes more often then.</summary>
    const int Unrest = 16;
    const double CrashRateInUnrest = 0.25;

    readonly Chance chance = Chance.Of(plan.Seed, "mishaps");
    readonly List<long> happened = [];
    long number;
    int gatesOfUnrest;

    /// <summary>Once it is calm, nothing goes wrong any more.</summary>
    public bool IsCalm { get; set; } = true;

    public int Faults { get; private set; }

    public int Crashes { get; private set; }

    /// <summary>The numbers of those that happened.</summary>
    public IReadOnlyList<long> Happened => happened;

    /// <summary>What goes wrong with a call, and the chance that its details hang on; null when nothing does.</summary>
    public (Mischief Kind, Chance Chance)? OfCall(bool isToken, bool isRead)
    {
        var own = Next();
        // A lost refresh ends a chain of tokens, and hours pass until somebody consents again: now and then is enough.
        var rate =
            isToken ? plan.FaultRate / 8
            : isRead ? plan.FaultRate / 2
            : plan.FaultRate;
        if (!own.IsBelow(rate))
            return null;

        var kind = own.About("kind").Pick(OfCalls);
        if (!Happens(kind))
            return null;
        if (!isRead && !isToken)
            gatesOfUnrest = Unrest;
        return (kind, own.About("detail"));
    }

    /// <summary>What somebody does right before an entry is sent.</summary>
    public (Mischief Kind, Chance Chance)? BeforeEntry()
    {
        var own = Next();
        if (!own.IsBelow(plan.FaultRate / 2))
            return null;

        var kind = own.About("kind").Pick(OfEntries);
        return Happens(kind) ? (kind, own.About("detail")) : null;
    }

    /// <summary>The chance of what somebody does right before an entry is deleted.</summary>
    public Chance? BeforeRemoval()
    {
        var own = Next();
        return own.IsBelow(plan.FaultRate / 2) && Happens(Mischief.Raced) ? own.About("detail") : null;
    }

    /// <summary>Whether the engine dies at this gate.</summary>
    public Chance? Crash(bool mustDie)
    {
        var own = Next();
        if (mustDie)
        {
            Crashes++;
            return own.About("detail");
        }
        var rate = plan.CrashRate > 0 && gatesOfUnrest-- > 0 ? CrashRateInUnrest : plan.CrashRate;
        if (!own.IsBelow(rate) || !Happens(Mischief.Crash))
            return null;

        Faults--;
        Crashes++;
        return own.About("detail");
    }

    Chance Next() => chance.About(++number);

    bool Happens(Mischief kind)
    {
        if (IsCalm || !plan.Allows(kind) || plan.Only?.Contains(number) == false)
            return false;

        Faults++;
        happened.Add(number);
        return true;
    }
}
