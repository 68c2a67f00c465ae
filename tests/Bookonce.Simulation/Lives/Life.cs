using Bookonce.Domain.Connections;
using Bookonce.Engine.Answer;
using Bookonce.Engine.Connect;
using Bookonce.Engine.Release;
using Bookonce.Engine.Repair;
using Bookonce.Engine.Store;
using Bookonce.Engine.Synchronise;
using Bookonce.Engine.Vendors;
using Bookonce.ExactOnline;
using Bookonce.Simulation.Contenders;
using Bookonce.Simulation.Time;
using Bookonce.Simulation.Wire;
using Bookonce.Simulation.Worlds;
using Bookonce.Teamleader;
using Connection = Bookonce.Domain.Connections.Connection;

namespace Bookonce.Simulation.Lives;

/// <summary>One life of the engine: from the start of its process until it is killed. Nothing in memory survives it.</summary>
sealed class Life : IDisposable
{
    readonly World world;
    readonly EngineWire wire;
    readonly Rival? rival;
    IReadOnlyList<Connection>? connections;
    readonly Queue<Func<Task>> errands = [];
    bool again;
    bool isOnErrand;

    public Life(World world, int number)
    {
        this.world = world;
        Number = number;
        Clock = new ProcessClock(world.Time, () => world.ClockOffset);
        wire = new EngineWire(world, this);
        Store = GatedStore.Around(
            world.Memory.Database.Store,
            Pass,
            world.Amputation,
            intent => world.Intends(this, intent),
            (method, arguments) => world.Wrote(this, method, arguments)
        );
        world.Amputation.Forget(world.Memory.File);
        var random = new Random(HashCode(world.Plan.Seed, number));
        NewId newId = () => NextId(random);
        var vendors = new VendorClients(Store, wire, Clock);
        Connecting = new Connecting(Store, vendors, newId, Clock);
        Synchroniser = new Synchroniser(Store, vendors, newId, Clock);
        Answering = new Answering(Store, Synchroniser, Clock);
        Planning = new Planning(Store, vendors, Synchroniser, newId, Clock);
        Repairing = new Repairing(Store, vendors, Synchroniser, newId, Clock);
        Releasing = new Releasing(Store, Synchroniser);
        if (!world.Plan.Contender.IsProduct)
            rival = new Rival(world.Plan.Contender.Strategy, Store, vendors, world.RivalMemory, Pass);
    }

    public int Number { get; }

    public ProcessClock Clock { get; }

    public bool IsDead { get; private set; }

    public bool IsBusy { get; private set; }

    /// <summary>Whether somebody asked for something that it is at, or has not come to.</summary>
    public bool HasErrands => errands.Count > 0 || isOnErrand;

    public IStore Store { get; }

    public Connecting Connecting { get; }

    public Synchroniser Synchroniser { get; }

    public Answering Answering { get; }

    public Planning Planning { get; }

    public Repairing Repairing { get; }

    public Releasing Releasing { get; }

    public EngineWire Wire => wire;

    /// <summary>The event at which its latest run began.</summary>
    public long RunBegan { get; private set; }

    /// <summary>Up to which event it has seen the entries of Exact.</summary>
    public long LookedAt { get; set; }

    /// <summary>The events at which it last read something of an entry, by what was read.</summary>
    public Dictionary<(string What, Guid Entry), long> Reads { get; } = [];

    /// <summary>Runs every connection, one after the other; while it runs, another wish waits.</summary>
    public void RunAll()
    {
        if (IsDead)
            return;
        again = true;
        if (!IsBusy)
            _ = Work();
    }

    /// <summary>Does something that somebody asked for, when what it is doing is done. It dies with the process.</summary>
    public void Do(Func<Task> errand)
    {
        errands.Enqueue(errand);
        if (!IsBusy && !IsDead)
            _ = Work();
    }

    public void Kill()
    {
        IsDead = true;
        IsBusy = isOnErrand = false;
        errands.Clear();
        Clock.Die();
        world.Gate.Forget(Number);
    }

    public void Dispose() => wire.Dispose();

    async Task Work()
    {
        IsBusy = true;
        try
        {
            while (again || errands.Count > 0)
            {
                if (errands.TryDequeue(out var errand))
                {
                    // What it books rests on what was read of the documents before.
                    RunBegan = world.KnowsSince;
                    isOnErrand = true;
                    await errand();
                    isOnErrand = false;
                    continue;
                }
                again = false;
                foreach (var connection in connections ??= await Store.Connections())
                    await Run(connection);
            }
        }
#pragma warning disable CA1031 // Whatever escapes is judged by the auditor.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            world.Escaped(this, exception);
        }
        IsBusy = isOnErrand = false;
    }

    async Task Run(Connection connection)
    {
        var began = RunBegan = world.Truth.Tick();
        try
        {
            if (rival is not null)
            {
                await rival.Run(connection);
                return;
            }
            var report = await Synchroniser.Run(connection, isPreview: false);
            world.RunEnded(this, connection, report.Run, began);
        }
        // A rival that fails tries again in its next run.
        catch (ExactOnlineException failure) when (rival is not null)
        {
            world.Failed(failure.IsReconnectNeeded ? Vendor.ExactOnline : null, failure);
        }
        catch (TeamleaderException failure) when (rival is not null)
        {
            world.Failed(failure.IsReconnectNeeded ? Vendor.Teamleader : null, failure);
        }
        // Another engine took over: that is how it should end.
        catch (OfficeLostException)
        {
            world.Story.Tell($"Engine {Number} has lost its office.");
        }
    }

    Task Pass(string what, Point point) => world.Gate.Pass(Number, what, point);

    static int HashCode(int seed, int number) => unchecked((seed * 7919) + (number * 104_729) + 17);

    static Guid NextId(Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
