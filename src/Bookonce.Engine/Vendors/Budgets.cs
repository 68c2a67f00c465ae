using System.Collections.Concurrent;
using Bookonce.Domain.Budgets;
using Bookonce.Engine.Store;

namespace Bookonce.Engine.Vendors;

/// <summary>The budgets of the apps: one per app for all clients of this process, kept in the store for the next one.</summary>
sealed class Budgets(IStore store, TimeProvider clock)
{
    readonly ConcurrentDictionary<string, ExactOnline.BudgetBook> exact = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, Teamleader.BudgetBook> teamleader = new(StringComparer.Ordinal);

    /// <summary>Exact counts calls per app and division, whoever makes them.</summary>
    public ExactOnline.BudgetBook Exact(Access access) =>
        exact.GetOrAdd(
            $"{access.ApiUrl.Authority}/{access.ClientId}",
            app => new ExactOnline.BudgetBook(clock, ExactMemory(app)) { ErrorsPerHour = ErrorAllowance.PerHour }
        );

    /// <summary>Teamleader counts calls per integration and account.</summary>
    public Teamleader.BudgetBook Teamleader(Access access) =>
        teamleader.GetOrAdd(
            $"{access.ApiUrl.Authority}/{access.ClientId}/{access.Account}",
            app => new Teamleader.BudgetBook(clock, TeamleaderMemory(app))
        );

    /// <summary>What is left in a division now.</summary>
    public async Task<Budget> OfExact(Access access, int division, CancellationToken stop)
    {
        var known = await Exact(access).Read(division, stop);
        return new Budget(Of(known.Calls.Minute), Of(known.Calls.Day), Of(known.Errors));
    }

    /// <summary>What is left of the account's minute now.</summary>
    public async Task<Budget> OfTeamleader(Access access, CancellationToken stop)
    {
        var known = await Teamleader(access).Read(stop);
        return new Budget(new Allowance(known.Limit, known.Left, known.ResetsAt), Day: null, []);
    }

    ExactOnline.BudgetMemory ExactMemory(string app) =>
        new(
            async (division, stop) =>
            {
                var kept = await store.LoadBudget(new BudgetHolder(app, division), clock.GetUtcNow(), stop);
                var calls = new ExactOnline.DivisionBudget(Back(kept.Minute), Back(kept.Day ?? Allowance.Untold));
                return new ExactOnline.KeptBudget(calls, Back(kept.Errors));
            },
            (division, calls) => store.KeepBudget(new BudgetHolder(app, division), Of(calls.Minute), Of(calls.Day)),
            async (division, error) =>
                Back(await store.SpendError(new BudgetHolder(app, division), new SpentError(error.Endpoint, error.At))),
            (division, error) =>
                store.ReturnError(new BudgetHolder(app, division), new SpentError(error.Endpoint, error.At))
        );

    Teamleader.BudgetMemory TeamleaderMemory(string app)
    {
        var holder = new BudgetHolder(app, Division: 0);
        return new(
            async stop =>
            {
                var (limit, left, resets) = (await store.LoadBudget(holder, clock.GetUtcNow(), stop)).Minute;
                return new Teamleader.Budget(limit, left, resets);
            },
            calls => store.KeepBudget(holder, new Allowance(calls.Limit, calls.Left, calls.ResetsAt), day: null)
        );
    }

    static Allowance Of(ExactOnline.Budget calls) => new(calls.Limit, calls.Left, calls.ResetsAt);

    static ExactOnline.Budget Back(Allowance calls) => new(calls.Limit, calls.Left, calls.ResetsAt);

    static IReadOnlyList<SpentError> Of(IReadOnlyList<ExactOnline.CountedError> errors) =>
        [.. errors.Select(error => new SpentError(error.Endpoint, error.At))];

    static IReadOnlyList<ExactOnline.CountedError> Back(IReadOnlyList<SpentError> errors) =>
        [.. errors.Select(error => new ExactOnline.CountedError(error.Endpoint, error.At))];
}
