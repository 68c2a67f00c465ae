using Bookonce.Domain.Connections;
using Bookonce.Engine.Connect;
using Bookonce.Engine.Store;
using Bookonce.Simulation.Lives;
using Bookonce.Simulation.Time;
using Bookonce.Simulation.Wire;
using Bookonce.Simulation.Worlds;

namespace Bookonce.Simulation.People;

/// <summary>Who looks after the engine: connects it, starts it again, consents again, makes backups.</summary>
sealed class Admin(World world)
{
    static readonly Uri Redirect = new("https://bookonce.test/return");

    readonly HashSet<Vendor> consenting = [];
    readonly HashSet<Guid> pauses = [];
    readonly Chance chance = Chance.Of(world.Plan.Seed, "admin");
    int times;

    /// <summary>Whether the database is no longer what it was.</summary>
    public bool WasRestored { get; private set; }

    Life[] Living => [.. world.Lives.Where(life => !life.IsDead)];

    bool IsCalm => world.Time.Now >= world.Plan.Start + world.Plan.Storm;

    /// <summary>Connects every company entity with the one administration, as proposed.</summary>
    public IReadOnlyList<Connection> Connect(Life life)
    {
        var teamleader = Consent(life, Vendor.Teamleader);
        var exact = Consent(life, Vendor.ExactOnline);
        var connections = new List<Connection>();
        foreach (var entity in life.Connecting.Entities(teamleader.Id).Result().Take(world.Plan.Connections))
        {
            var division = life.Connecting.Divisions(exact.Id).Result()[0];
            var offer = life
                .Connecting.Offer(teamleader.Id, entity, exact.Id, division, world.People.FirstDay)
                .Result();
            connections.Add(life.Connecting.Connect(offer, offer.Proposed).Result());
        }
        return connections;
    }

    /// <summary>Runs at irregular intervals while things go wrong, and seldom afterwards.</summary>
    public void PlanRuns()
    {
        var at = world.Plan.Start + TimeSpan.FromMinutes(1);
        for (var number = 0; at < world.Plan.Start + world.Plan.Storm; number++)
        {
            world.Time.At(at, RunAll);
            at += TimeSpan.FromSeconds(900 + chance.About(number).Below(2700));
        }
        foreach (var minutes in (int[])[5, 50, 300, 1440, 2820])
            world.Time.At(world.Plan.Start + world.Plan.Storm + TimeSpan.FromMinutes(minutes), RunAll);
    }

    public void RunAll()
    {
        foreach (var life in Living)
            life.RunAll();
    }

    public void Restart(Chance about)
    {
        var restores = world.Memory.HasBackup && about.About("restore").IsBelow(0.15);
        var after = TimeSpan.FromSeconds(about.About("after").Below(600));
        world.Time.At(
            world.Time.Now + after,
            () =>
            {
                if (restores && world.Plan.Allows(Mischief.Restore) && !IsCalm)
                    PutBack();
                else
                    world.Memory.Reopen();
                world.Story.Tell($"Engine {world.Lives.Count + 1} starts.");
                world.Start().RunAll();
            }
        );
    }

    public void Backup()
    {
        if (!world.IsIdle || Living is not [var only])
            return;
        world.Memory.Backup();
        world.WasCopied();
        only.Kill();
        world.Story.Tell("The engine is stopped, the database copied, and the engine started again.");
        world.Start();
    }

    /// <summary>Kills the engine and puts the copy back.</summary>
    public void Restore()
    {
        if (!world.Memory.HasBackup || !world.Plan.Allows(Mischief.Restore) || IsCalm)
            return;
        if (Living is [])
            return;
        foreach (var life in Living)
            life.Kill();
        PutBack();
        world.Start().RunAll();
    }

    public void StartTwin()
    {
        if (!world.Plan.Allows(Mischief.Twin) || IsCalm || Living is not [var older])
            return;
        world.Story.Tell($"Engine {world.Lives.Count + 1} is started beside engine {older.Number}.");
        var until = world.Time.Now + TimeSpan.FromMinutes(20 + chance.About(++times).Below(240));
        world.Start().RunAll();
        world.Time.At(until, () => world.Kill(older, chance.About(times)));
    }

    public void JumpClock(Chance about)
    {
        if (!world.Plan.Allows(Mischief.ClockJump) || IsCalm)
            return;
        var jump = TimeSpan.FromSeconds(about.Below(5400) - 1800);
        world.ClockOffset += jump;
        world.Story.Tell($"The clock of the engine's machine jumps by {jump}.");
    }

    public void Revoke(Chance about)
    {
        if (!world.Plan.Allows(Mischief.TokenDeath) || IsCalm)
            return;
        var isExact = about.IsBelow(0.5);
        world.Story.Tell($"Somebody withdraws all access to {(isExact ? "Exact" : "Teamleader")}.");
        if (isExact)
            world.Services.Exact.RevokeAccess();
        else
            world.Services.Teamleader.RevokeAccess();
    }

    /// <summary>After some hours somebody notices the Problem and consents again.</summary>
    public void ConsentAgain(Vendor vendor)
    {
        if (!consenting.Add(vendor))
            return;
        var minutes = IsCalm ? 15 : 20 + chance.About(++times).Below(240);
        world.Time.At(world.Time.Now + TimeSpan.FromMinutes(minutes), () => TryConsent(vendor));
    }

    /// <summary>Booking pauses when somebody else seems to book too; after a while somebody says that it may go on.</summary>
    public void LookAtPause(Guid connection)
    {
        var isPaused =
            world.Memory.Database.Store.Connections().Result().Single(one => one.Id == connection).Pause is not null;
        if (!isPaused || !pauses.Add(connection))
            return;
        var minutes = 5 + chance.About(++times).Below(60);
        world.Time.At(world.Time.Now + TimeSpan.FromMinutes(minutes), () => GoOn(connection));
    }

    void GoOn(Guid connection)
    {
        if (!world.IsIdle || world.Living is not { } life)
        {
            world.Time.At(world.Time.Now + TimeSpan.FromMinutes(5), () => GoOn(connection));
            return;
        }
        pauses.Remove(connection);
        world.Undisturbed(() =>
        {
            var paused = life.Store.Connections().Result().Single(one => one.Id == connection);
            life.Answering.GoOn(paused).Done();
            world.Story.Tell($"Somebody says that {paused.Name} may go on booking.");
        });
    }

    void TryConsent(Vendor vendor)
    {
        if (!world.IsIdle || world.Living is not { } life)
        {
            world.Time.At(world.Time.Now + TimeSpan.FromMinutes(5), () => TryConsent(vendor));
            return;
        }
        consenting.Remove(vendor);
        world.Undisturbed(() => Consent(life, vendor));
        world.Story.Tell($"Somebody consents to {vendor} again.");
        life.RunAll();
    }

    Access Consent(Life life, Vendor vendor)
    {
        var service = vendor == Vendor.Teamleader ? Service.Teamleader : Service.Exact;
        var url = Services.UrlOf(service);
        var app = new AppRegistration(vendor, url, url, Services.App, Services.App);
        var (access, page) = life.Connecting.Begin(app, Redirect, "state").Result();
        var form = page.Query.TrimStart('?');
        var answer = new Message(
            service,
            "POST",
            page.AbsolutePath,
            "",
            System.Text.Encoding.UTF8.GetBytes(form),
            [KeyValuePair.Create("Content-Type", "application/x-www-form-urlencoded")]
        ).CarryOut(world.Services);
        var back = new Uri(answer.Headers.Single(header => header.Key == "Location").Value);
        var code = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(back.Query)["code"].ToString();
        return life.Connecting.Complete(access.Id, code, Redirect).Result();
    }

    void PutBack()
    {
        world.Memory.Restore();
        world.WasPutBack();
        WasRestored = true;
        world.Story.Tell("An older copy of the database is put back.");
    }
}
