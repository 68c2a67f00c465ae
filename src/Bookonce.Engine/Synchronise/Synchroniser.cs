using System.Collections.Concurrent;
using Bookonce.Domain.Connections;
using Bookonce.Domain.Problems;
using Bookonce.Engine.Duplicates;
using Bookonce.Engine.Follow;
using Bookonce.Engine.Store;
using Bookonce.Engine.Vendors;

namespace Bookonce.Engine.Synchronise;

/// <summary>A run as it ended, with where every document stands; null when it failed before it could look.</summary>
public sealed record RunReport(Run Run, RunResult? Result);

/// <summary>Runs connections, one at a time per administration, and tells how far they are.</summary>
public sealed class Synchroniser(IStore store, VendorClients vendors, NewId newId, TimeProvider clock)
{
    readonly ConcurrentDictionary<Guid, SemaphoreSlim> turns = new();
    readonly ConcurrentDictionary<Guid, RunProgress> progress = new();
    readonly ConcurrentDictionary<Guid, CancellationTokenSource> stops = new();

    /// <summary>Raised with the connection's id whenever its progress changes. Handlers must be quick.</summary>
    public event Action<Guid>? Changed;

    /// <summary>How far the connection's run is; null when none is under way.</summary>
    public RunProgress? ProgressOf(Guid connection) => progress.GetValueOrDefault(connection);

    /// <summary>Asks the connection's run to stop at the next safe point. What was booked stays booked and is remembered.</summary>
    public void Stop(Guid connection)
    {
        if (stops.TryGetValue(connection, out var source))
            source.Cancel();
    }

    /// <summary>Runs a connection once; waits for its turn when its administration is busy.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="isPreview">Only look: nothing is written to Exact.</param>
    /// <param name="stop">Ends the run at the next safe point.</param>
    /// <exception cref="CannotBeDoneException">The connection is deactivated, and this is no preview.</exception>
    public async Task<RunReport> Run(Connection connection, bool isPreview, CancellationToken stop = default)
    {
        var turn = TurnOf(connection);
        await turn.WaitAsync(stop);
        using var source = CancellationTokenSource.CreateLinkedTokenSource(stop);
        stops[connection.Id] = source;
        try
        {
            // Settings may have changed while the run waited for its turn.
            var current = (await store.Connections(stop)).Single(known => known.Id == connection.Id);
            if (!isPreview && current.Deactivation is { } deactivation)
                throw new CannotBeDoneException(deactivation.Problem);
            return await RunInTurn(current, isPreview, source.Token);
        }
        finally
        {
            stops.TryRemove(connection.Id, out _);
            progress.TryRemove(connection.Id, out _);
            turn.Release();
            Changed?.Invoke(connection.Id);
        }
    }

    /// <summary>Whether nothing is under way in the connection's administration, or what is ends soon.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="patience">How long to wait for that.</param>
    /// <param name="stop">Ends the waiting.</param>
    public async Task<bool> IsFreeWithin(Connection connection, TimeSpan patience, CancellationToken stop = default)
    {
        using var enough = new CancellationTokenSource(patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(enough.Token, stop);
        var turn = TurnOf(connection);
        try
        {
            await turn.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (enough.IsCancellationRequested && !stop.IsCancellationRequested)
        {
            return false;
        }
        turn.Release();
        return true;
    }

    /// <summary>Replaces the settings of a connection while no run is under way, so that none goes on by the old ones.</summary>
    public Task SaveSettings(Connection connection, ConnectionSettings settings, CancellationToken stop = default) =>
        InTurn(connection, _ => store.SaveSettings(connection.Id, settings, stop), stop);

    /// <summary>Does something short in an administration while no run is under way there.</summary>
    internal Task InTurn(Connection connection, Func<Office, Task> act, CancellationToken stop) =>
        InTurn(
            connection,
            async office =>
            {
                await act(office);
                return true;
            },
            stop
        );

    /// <inheritdoc cref="InTurn(Connection, Func{Office, Task}, CancellationToken)"/>
    internal async Task<T> InTurn<T>(Connection connection, Func<Office, Task<T>> act, CancellationToken stop)
    {
        var turn = TurnOf(connection);
        await turn.WaitAsync(stop);
        try
        {
            return await act(await store.TakeOffice(connection.Administration.Id, stop));
        }
        finally
        {
            turn.Release();
            Changed?.Invoke(connection.Id);
        }
    }

    SemaphoreSlim TurnOf(Connection connection) =>
        turns.GetOrAdd(connection.Administration.Id, _ => new SemaphoreSlim(1, 1));

    async Task<RunReport> RunInTurn(Connection connection, bool isPreview, CancellationToken stop)
    {
        Report(connection.Id, new RunProgress(RunStep.FollowTeamleader));
        var office = await store.TakeOffice(connection.Administration.Id, stop);
        var run = new Run
        {
            Id = newId(),
            Connection = connection.Id,
            IsPreview = isPreview,
            Started = clock.GetUtcNow(),
        };
        await store.BeginRun(office, run, stop);

        var exactAccess = await Access(connection.Administration.ExactAccess, stop);
        var teamleaderAccess = await Access(connection.TeamleaderAccess, stop);
        var exact = vendors.Exact(exactAccess, onWait: Waits);
        var teamleader = vendors.Teamleader(teamleaderAccess, onWait: Waits);
        var forecast = new Forecast(exact, connection.Administration.Division, clock);
        var neighbours = await Neighbours(connection, Waits, stop);
        Problem? failure = null;
        var once = new RunOnce(
            store,
            office,
            connection,
            exact,
            teamleader,
            neighbours,
            newId,
            clock,
            step => Report(connection.Id, forecast.Of(step))
        );
        try
        {
            await once.Run(isPreview, stop);
            var division = exact.Division(connection.Administration.Division);
            once.Result!.Findings = await new FindAfterRun(store, office, connection, division, clock).Find(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            failure = new Problem(
                "stopped",
                "The run was stopped.",
                "What was booked is kept; synchronise again to go on."
            );
        }
        catch (Exception exception) when (Failures.Explain(exception) is { } problem)
        {
            failure = problem;
        }

        await vendors.KeepBudgets(exactAccess, connection.Administration.Division, teamleaderAccess);
        run = run with
        {
            Ended = clock.GetUtcNow(),
            Counts = await Counts(connection, once.Result),
            ExactCalls = (int)exact.CallsMade,
            TeamleaderCalls = (int)(teamleader.CallsMade + neighbours.Sum(neighbour => neighbour.Teamleader.CallsMade)),
            Failure = failure,
        };
        if (failure?.Code != "officeLost")
            await store.EndRun(office, run, CancellationToken.None);
        return new RunReport(run, once.Result);

        void Waits(DateTimeOffset until) =>
            Report(connection.Id, ProgressOf(connection.Id)! with { ResumesAt = until });
    }

    async Task<IReadOnlyList<Neighbour>> Neighbours(
        Connection connection,
        Action<DateTimeOffset> waits,
        CancellationToken stop
    )
    {
        var neighbours = new List<Neighbour>();
        foreach (var other in await store.NeighboursOf(connection, stop))
            // What is remembered of one that rests still claims its entries.
            if (other.Deactivation is null)
                neighbours.Add(
                    new Neighbour(other, vendors.Teamleader(await Access(other.TeamleaderAccess, stop), onWait: waits))
                );
        return neighbours;
    }

    /// <summary>A run that was cut off is counted by what the memory says.</summary>
    async Task<RunCounts> Counts(Connection connection, RunResult? result) =>
        result?.Counts
        ?? new RunResult(
            await store.LoadDocuments(connection.Id),
            (await store.LoadBooks(connection.Administration.Id)).Links,
            isPreview: false
        ).Counts;

    async Task<Access> Access(Guid id, CancellationToken stop) =>
        await store.FindAccess(id, stop) ?? throw new InvalidOperationException($"Access {id} is gone.");

    void Report(Guid connection, RunProgress step)
    {
        progress[connection] = step;
        Changed?.Invoke(connection);
    }
}
