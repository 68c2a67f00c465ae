using System.IO.Enumeration;

namespace Bookonce.Sandbox.Faults;

/// <summary>A fault that was injected.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="At">By the sandbox's clock.</param>
/// <param name="Path">With the query.</param>
/// <param name="Rule">The index of the rule in the plan.</param>
/// <param name="Call">Which of the calls that fitted the rule it was, counted from 1.</param>
public sealed record InjectedFault(
    int Number,
    DateTimeOffset At,
    SandboxService Service,
    string Method,
    string Path,
    int Rule,
    int Call,
    FaultKind Kind
)
{
    /// <summary>The status of the call where it was carried out without its caller learning of it; else null.</summary>
    public int? CarriedOutWith { get; internal set; }

    /// <summary>What was done beside the call, such as which entry somebody deleted.</summary>
    public string? Note { get; internal set; }
}

/// <summary>A plan at work: counts calls, decides, and keeps the log.</summary>
public sealed class FaultSession(TimeProvider clock)
{
    readonly Lock _gate = new();
    readonly List<InjectedFault> _log = [];
    FaultPlan _plan = FaultPlan.None;
    Counter[] _counters = [];

    /// <summary>The plan. A new one starts counting and logging anew.</summary>
    public FaultPlan Plan
    {
        get
        {
            lock (_gate)
                return _plan;
        }
        set
        {
            lock (_gate)
            {
                (_plan, _counters) = (value, [.. value.Rules.Select((_, index) => new Counter(value.Seed, index))]);
                _log.Clear();
            }
        }
    }

    /// <summary>Everything that was injected under this plan, in order.</summary>
    public IReadOnlyList<InjectedFault> Injected
    {
        get
        {
            lock (_gate)
                return [.. _log];
        }
    }

    /// <summary>A plan without chance, which injects the same faults again into the same calls.</summary>
    public FaultPlan Replay()
    {
        lock (_gate)
        {
            var calls = _log.ToLookup(fault => fault.Rule, fault => fault.Call);
            var rules = _plan.Rules.Select(
                (rule, index) => rule with { Probability = null, Times = null, Calls = [.. calls[index]] }
            );
            return _plan with { Rules = [.. rules] };
        }
    }

    /// <summary>Counts a call and says what befalls it, if anything.</summary>
    internal (FaultRule Rule, InjectedFault Fault, Random Chance)? Next(
        SandboxService service,
        string method,
        string path,
        string query,
        Func<FaultKind, bool> isOfTheKind
    )
    {
        lock (_gate)
        {
            (FaultRule, InjectedFault, Random)? found = null;
            foreach (var (index, rule) in _plan.Rules.Index())
            {
                if (!isOfTheKind(rule.Kind) || !Fits(rule, service, method, path))
                    continue;
                var counter = _counters[index];
                // Every rule that fits counts the call, so that its numbers do not depend on the rules before it.
                var hits = counter.Hits(rule);
                if (!hits || found is not null)
                    continue;
                counter.Injected++;
                var fault = new InjectedFault(
                    _log.Count + 1,
                    clock.GetUtcNow(),
                    service,
                    method,
                    path + query,
                    index,
                    counter.Calls,
                    rule.Kind
                );
                _log.Add(fault);
                found = (rule, fault, counter.Chance);
            }
            return found;
        }
    }

    static bool Fits(FaultRule rule, SandboxService service, string method, string path) =>
        (rule.Service is null || rule.Service == service)
        && (rule.Method is null || rule.Method.Equals(method, StringComparison.OrdinalIgnoreCase))
        && (rule.Path is null || FileSystemName.MatchesSimpleExpression(rule.Path, path, ignoreCase: true));

    sealed class Counter(int seed, int rule)
    {
#pragma warning disable CA5394 // It must be repeatable, not secret.
        readonly Random _dice = new(HashCodeOf(seed, rule, 0));

        /// <summary>A sequence of its own, so that what a fault draws does not shift whether the next one falls.</summary>
        public Random Chance { get; } = new(HashCodeOf(seed, rule, 1));
        public int Calls { get; private set; }
        public int Injected { get; set; }

        public bool Hits(FaultRule rule)
        {
            Calls++;
            var falls =
                rule.Calls is { } calls ? calls.Contains(Calls)
                : rule.Probability is { } probability ? _dice.NextDouble() < probability
                : true;
            return falls && !(Injected >= rule.Times);
        }
#pragma warning restore CA5394

        static int HashCodeOf(int seed, int rule, int use) => unchecked((seed * 31 + rule) * 31 + use);
    }
}
