using Bookonce.Sandbox.ExactOnline;
using Bookonce.Sandbox.Host;
using Bookonce.Sandbox.Teamleader;

namespace Bookonce.Simulation.Worlds;

/// <summary>Draws the plan of a world from its seed.</summary>
static class Planner
{
    /// <summary>Moments worth living through: an ordinary week, and the turn of a year with its new series.</summary>
    static readonly DateTimeOffset[] Starts =
    [
        new(2026, 11, 2, 7, 30, 0, TimeSpan.Zero),
        new(2026, 11, 2, 7, 30, 0, TimeSpan.Zero),
        new(2026, 12, 31, 9, 0, 0, TimeSpan.Zero),
    ];

    /// <summary>How often people do something, in a hundred acts.</summary>
    static readonly (ActKind Kind, int Share)[] Shares =
    [
        (ActKind.CreditNote, 9),
        (ActKind.EditDocument, 6),
        (ActKind.DeleteDocument, 3),
        (ActKind.RenumberDocument, 2),
        (ActKind.TypeCopy, 14),
        (ActKind.TypeForeign, 9),
        (ActKind.EditEntry, 6),
        (ActKind.DeleteEntry, 7),
        (ActKind.RenumberEntry, 2),
        (ActKind.MatchPayment, 4),
        (ActKind.ClosePeriod, 1),
        (ActKind.OpenPeriod, 1),
        (ActKind.AnswerQuestions, 12),
        (ActKind.PressButton, 10),
        (ActKind.Backup, 3),
        (ActKind.Restore, 2),
        (ActKind.Twin, 6),
        (ActKind.ClockJump, 3),
        (ActKind.Revoke, 1),
    ];

    /// <summary>How often that is something to repair, or a repair, in a hundred acts that are added.</summary>
    static readonly (ActKind Kind, int Share)[] RepairShares =
    [
        (ActKind.Repair, 36),
        (ActKind.TypeTwin, 22),
        (ActKind.ChangeAmount, 10),
        (ActKind.AttachFile, 9),
        (ActKind.MatchPayment, 6),
        (ActKind.DeleteEntry, 6),
        (ActKind.Release, 5),
        (ActKind.EditDocument, 4),
        (ActKind.FileReturn, 2),
    ];

    const int RehearsedDocuments = 4;

    /// <summary>Acts that are added keep out of the way of the others.</summary>
    const int RepairsFrom = 10_000;

    public static Plan Draw(int seed)
    {
        var chance = Chance.Of(seed, "plan");
        var storm = TimeSpan.FromMinutes(150 + chance.About("storm").Below(300));
        var documents = 8 + chance.About("documents").Below(23);
        var history = (int)(documents * chance.About("history").Roll * 0.6);
        return new Plan
        {
            Seed = seed,
            Start = chance.About("start").Pick(Starts) + TimeSpan.FromSeconds(chance.About("second").Below(7200)),
            Storm = storm,
            Connections = chance.About("connections").IsBelow(0.3) ? 2 : 1,
            History = history,
            Script = Script(chance.About("script"), storm, documents - history),
            Switches = chance.About("usual").IsBelow(0.25) ? Plan.UsualSwitches : Draw(chance.About("switches")),
            FaultRate = chance.About("faults").Pick([0.0, 0.03, 0.06, 0.1, 0.15, 0.2]),
            CrashRate = chance.About("crashes").Pick([0.0, 0.001, 0.002, 0.005, 0.01]),
        };
    }

    /// <summary>The same world, with more that is wrong in the books, and an admin who repairs it.</summary>
    public static Plan WithRepairs(int seed)
    {
        var plan = Draw(seed);
        var chance = Chance.Of(seed, "repairs");
        var repairs = Enumerable
            .Range(0, 14 + chance.About("how many").Below(20))
            .Select(number =>
            {
                var own = chance.About(number);
                var at = TimeSpan.FromSeconds((int)((0.1 + own.About("at").Roll * 0.85) * plan.Storm.TotalSeconds));
                return new Act(RepairsFrom + number, at, KindOf(own.About("kind"), RepairShares));
            });
        return plan with
        {
            Repairs = true,
            Script = [.. plan.Script.Concat(repairs).OrderBy(act => act.At).ThenBy(act => act.Number)],
        };
    }

    /// <summary>A world in which nothing goes wrong: some documents are there, and are booked by the first run.</summary>
    public static Plan Quiet(int documents) =>
        new()
        {
            Seed = 1,
            Start = Starts[0],
            Storm = TimeSpan.FromMinutes(10),
            Calm = TimeSpan.FromHours(2),
            Connections = 1,
            History = documents,
            TypedShare = 0.1,
            Script = [],
            Switches = Plan.UsualSwitches,
            FaultRate = 0,
            CrashRate = 0,
        };

    /// <summary>A world in which nothing goes wrong but what a repair mends.</summary>
    public static Plan Rehearsed(Rehearsal rehearsal) =>
        Quiet(RehearsedDocuments) with
        {
            Storm = TimeSpan.FromHours(9),
            Rehearsal = rehearsal,
            Script =
            [
                .. rehearsal.Reasons.Select((kind, number) => new Act(number, TimeSpan.FromMinutes(61 + number), kind)),
            ],
        };

    static Act[] Script(Chance chance, TimeSpan storm, int invoices)
    {
        var others = invoices / 2 + chance.About("others").Below(16);
        var acts = new List<Act>();
        for (var number = 0; number < invoices + others; number++)
        {
            var own = chance.About(number);
            var at = TimeSpan.FromSeconds((int)(own.About("at").Roll * storm.TotalSeconds * 0.9));
            acts.Add(new Act(number, at, number < invoices ? ActKind.Invoice : KindOf(own.About("kind"), Shares)));
        }
        return [.. acts.OrderBy(act => act.At).ThenBy(act => act.Number)];
    }

    static ActKind KindOf(Chance chance, (ActKind Kind, int Share)[] shares)
    {
        var roll = chance.Below(shares.Sum(share => share.Share));
        foreach (var (kind, share) in shares)
            if ((roll -= share) < 0)
                return kind;
        throw new InvalidOperationException("The shares do not add up.");
    }

    /// <summary>Every switch may be otherwise; those that end all access every hour only now and then.</summary>
    static SandboxSwitches Draw(Chance chance)
    {
        var (exact, teamleader) = (new ExactOnlineSwitches(), new TeamleaderSwitches());
        var often = chance.About("how often").Pick([0.04, 0.12, 0.3]);
        foreach (var each in ExactOnlineSwitchCatalogue.All)
            if (chance.About(each.Name).IsBelow(often))
                exact = ExactOnlineSwitchCatalogue.Set(
                    exact,
                    each.Name,
                    chance.About(each.Name + "!").Pick(each.Values)
                );
        foreach (var each in TeamleaderSwitchCatalogue.All)
            if (chance.About(each.Name).IsBelow(each.Name == "refreshAnswer" ? often / 6 : often))
                teamleader = TeamleaderSwitchCatalogue.Set(
                    teamleader,
                    each.Name,
                    chance.About(each.Name + "!").Pick(each.Values)
                );
        // Whether numbers fence is what matters most, so it is asked more often.
        if (chance.About("unfenced").IsBelow(0.15))
            exact = exact with { EntryNumber = chance.About("how").Pick([Supplied.Ignored, Supplied.Refused]) };
        return new SandboxSwitches(exact, teamleader);
    }
}
