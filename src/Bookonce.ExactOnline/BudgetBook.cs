using System.Collections.Concurrent;

namespace Bookonce.ExactOnline;

/// <summary>
/// The budget of one app in each administration: calls left in the minute and the day as the answers state them, and errors left
/// in the hour. Share one between all clients of an app: then one request per administration is under way at a time, and
/// together they stay within the allowances. Source: Exact knowledge base, API limits.
/// </summary>
/// <param name="clock">The clock.</param>
/// <param name="memory">Where the budget survives a restart; null where it need not.</param>
public sealed class BudgetBook(TimeProvider clock, BudgetMemory? memory = null)
{
    private readonly ConcurrentDictionary<int, DivisionBook> divisions = new();

    /// <summary>What is added to an instant given by Exact, because two clocks are never equal.</summary>
    public TimeSpan ClockTolerance { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Errors (400, 401, 403, 404) in an hour on one endpoint after which nothing more is sent to it. Exact blocks the key after ten.
    /// </summary>
    public int ErrorsPerHour { get; init; } = 5;

    /// <summary>What is left in a division; 0 stands for addresses that name none.</summary>
    public async Task<KeptBudget> Read(int division, CancellationToken cancellation = default)
    {
        var book = Of(division);
        await book.Load(cancellation);
        return new KeptBudget(book.Calls.Current, book.Errors.Current);
    }

    /// <summary>Writes down what is left of the calls, so that the next process knows it.</summary>
    public Task Keep(int division) => Of(division).Keep();

    internal DivisionBook Of(int? division) =>
        divisions.GetOrAdd(division ?? 0, code => new DivisionBook(this, code, memory, clock));
}

/// <summary>An answer that Exact counts as an error, or a call that may have had one.</summary>
/// <param name="Endpoint">The path template, for example <c>salesentry/SalesEntries</c>.</param>
/// <param name="At">UTC.</param>
public sealed record CountedError(string Endpoint, DateTimeOffset At);

/// <summary>What is known of a budget.</summary>
/// <param name="Calls">Calls left.</param>
/// <param name="Errors">Errors of the last hour, oldest first.</param>
public sealed record KeptBudget(DivisionBudget Calls, IReadOnlyList<CountedError> Errors);

/// <summary>Where budgets survive a restart. Everything names the division; what is written must survive a crash before the method returns.</summary>
/// <param name="Load">Reads what was kept, with the errors of the last hour.</param>
/// <param name="Keep">Writes what is left of the calls.</param>
/// <param name="Spend">Counts an error, and gives all of the same endpoint within the hour.</param>
/// <param name="Return">Takes a counted error back.</param>
public sealed record BudgetMemory(
    Func<int, CancellationToken, Task<KeptBudget>> Load,
    Func<int, DivisionBudget, Task> Keep,
    Func<int, CountedError, Task<IReadOnlyList<CountedError>>> Spend,
    Func<int, CountedError, Task> Return
);
