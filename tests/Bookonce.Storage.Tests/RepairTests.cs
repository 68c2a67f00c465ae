using Bookonce.Domain.Documents;
using Bookonce.Domain.Duplicates;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Matching;
using Bookonce.Domain.Numbering;
using Bookonce.Domain.Repair;
using Bookonce.Engine.Store;

namespace Bookonce.Storage.Tests;

/// <summary>An approved plan and its journal are all that is left of a repair after a power cut.</summary>
public sealed class RepairTests
{
    static readonly SeriesKey Series = new("70", 2026);
    static readonly Entry Entry = Memory.Entry(50, 60, 7);
    static readonly Link Link = Memory.Link(10, 60, 50, 7);
    static readonly DocumentRef Document = DocumentRef.Of(Memory.Invoice(10, "2026 / 10"));

    [Fact]
    public async Task A_plan_and_its_journal_come_back_as_they_were_written()
    {
        using var memory = await Memory.Open();
        var repair = Approved(EveryStep());
        await memory.Store.ApproveRepair(memory.Office, repair);
        StepRecord[] records =
        [
            new(0, StepState.Saved, Memory.Now) { Saved = Saved() },
            new(0, StepState.Sent, Memory.Now.AddSeconds(1)),
            new(0, StepState.Stopped, Memory.Now.AddSeconds(2))
            {
                Stop = new Stop(StopReason.Matched, "It is matched."),
            },
        ];
        foreach (var record in records)
            await memory.Store.WriteStep(memory.Office, repair.Id, record);

        var kept = Assert.Single(await memory.Store.LoadRepairs(memory.Connection.Id));

        Assert.Equal(repair.Plan.Steps.Select(step => step.Words), kept.Plan.Steps.Select(step => step.Words));
        Assert.Equal(repair.Plan.Steps.Select(step => step.GetType()), kept.Plan.Steps.Select(step => step.GetType()));
        Assert.Equal(StorageJson.Write(repair.Plan), StorageJson.Write(kept.Plan));
        Assert.Equal(records.Select(StorageJson.Write), kept.Records.Select(StorageJson.Write));
        Assert.Equal(StepState.Stopped, kept.Journal.Steps[0].State);
        Assert.Empty(Saved().ChangesTo(kept.Journal.Steps[0].Saved!));
    }

    [Fact]
    public void Every_kind_of_step_is_among_those_that_are_tried() =>
        Assert.Equal(
            typeof(RepairStep).GetNestedTypes().Concat(typeof(PersonCheck).GetNestedTypes()).ToHashSet(),
            EveryStep()
                .SelectMany(step =>
                    step is RepairStep.Person { Check: var check } ? new object[] { step, check } : [step]
                )
                .Select(one => one.GetType())
                .ToHashSet()
        );

    [Fact]
    public async Task Only_who_holds_office_writes_a_repair()
    {
        using var memory = await Memory.Open();
        var repair = Approved([]);
        await memory.Store.ApproveRepair(memory.Office, repair);
        await memory.Store.TakeOffice(memory.Administration.Id);

        await Assert.ThrowsAsync<OfficeLostException>(() =>
            memory.Store.WriteStep(memory.Office, repair.Id, new StepRecord(0, StepState.Sent, Memory.Now))
        );

        Assert.Empty((await memory.Store.LoadRepairs(memory.Connection.Id)).Single().Records);
    }

    [Fact]
    public async Task A_link_that_is_replaced_leaves_one_and_the_log_comes_to_it()
    {
        using var memory = await Memory.Open();
        await memory.Store.SaveDocuments(memory.Office, memory.Connection.Id, [Memory.Invoice(10, "2026 / 10")]);
        await memory.Store.SaveEntries(memory.Office, [Entry, Memory.Entry(51, 61, 8)], [], Memory.NoPoint);
        await memory.Store.Adopt(memory.Office, [Link]);

        await memory.Store.Relink(memory.Office, Memory.Link(10, 61, 51, 8));

        var kept = Assert.Single((await memory.Store.LoadBooks(memory.Administration.Id)).Links);
        Assert.Equal((Memory.Id(61), 8), (kept.EntryId, kept.BookingNumber));
        Assert.True((await memory.Database.Log.Verify(memory.Administration.Id)).Holds);
    }

    [Fact]
    public async Task A_series_goes_on_where_a_repair_says_and_rises_from_there()
    {
        using var memory = await Memory.Open();
        await memory.Store.SaveEntries(memory.Office, [Memory.Entry(50, 60, 9)], [], Memory.NoPoint);

        await memory.Store.ContinueAt(memory.Office, Series, 7);
        Assert.Equal(7, await Highest(memory));

        await memory.Store.SaveEntries(memory.Office, [Memory.Entry(51, 61, 8)], [], Memory.NoPoint);
        Assert.Equal(8, await Highest(memory));
    }

    [Fact]
    public async Task What_an_undo_has_undone_is_told_with_the_repair()
    {
        using var memory = await Memory.Open();
        var repair = Approved([new RepairStep.RemoveEntry(Entry)]);
        var undo = Approved([new RepairStep.PutBack(Saved(), Series, 7)]) with
        {
            Id = Memory.Id(5),
            ApprovedAt = Memory.Now.AddMinutes(1),
            Undoes = repair.Id,
        };
        await memory.Store.ApproveRepair(memory.Office, repair);
        await memory.Store.WriteStep(memory.Office, repair.Id, new StepRecord(0, StepState.Verified, Memory.Now));
        await memory.Store.ApproveRepair(memory.Office, undo);
        Assert.Equal(StepState.Verified, await State(memory, repair.Id));

        await memory.Store.WriteStep(memory.Office, undo.Id, new StepRecord(0, StepState.Verified, Memory.Now));

        Assert.Equal(StepState.Undone, await State(memory, repair.Id));
        Assert.Equal(StepState.Verified, await State(memory, undo.Id));
    }

    static async Task<StepState> State(Memory memory, Guid repair) =>
        (await memory.Store.LoadRepairs(memory.Connection.Id)).Single(one => one.Id == repair).Journal.Steps[0].State;

    [Fact]
    public async Task What_was_said_of_a_line_is_forgotten_and_what_was_said_of_others_is_not()
    {
        using var memory = await Memory.Open();
        var kept = new Denial(Memory.Id(10), Memory.Id(51));
        await memory.Store.Deny(memory.Office, [new Denial(Memory.Id(10), Memory.Id(50)), kept]);

        await memory.Store.ForgetDenials(memory.Office, [Memory.Id(50)]);

        Assert.Equal(kept, Assert.Single((await memory.Store.LoadBooks(memory.Administration.Id)).Denials));
        Assert.True((await memory.Database.Log.Verify(memory.Administration.Id)).Holds);
    }

    [Fact]
    public async Task A_file_is_kept_once_by_its_hash()
    {
        using var memory = await Memory.Open();
        var files = new Dictionary<string, byte[]> { ["ab"] = [1, 0, 2] };

        await memory.Store.SaveFiles(memory.Office, files);
        await memory.Store.SaveFiles(memory.Office, files);

        Assert.Equal([1, 0, 2], await memory.Store.LoadFile("ab"));
        Assert.Null(await memory.Store.LoadFile("cd"));
    }

    static async Task<int?> Highest(Memory memory) =>
        (await memory.Store.LoadBooks(memory.Administration.Id)).Series.Single(series => series.Key == Series).Highest;

    static Repair Approved(IReadOnlyList<RepairStep> steps) =>
        new(
            Memory.Id(70),
            Memory.Id(4),
            new RepairPlan
            {
                Kind = RepairKind.RemoveSurplus,
                Cases = ["twins-10"],
                Steps = steps,
                Cost = new RepairCost
                {
                    Payments = [new Loss(Entry, Known.Unknown)],
                    Deleted = [Entry],
                    Gaps = [new Gap(Series, 7, 7, GapCause.DeletedByRepair)],
                    Changes = [new NumberChange(Document, Series, 7, Series, 6)],
                    Calls = 3,
                    Time = TimeSpan.FromSeconds(3),
                },
                Obstacles = [],
                Kept = [Memory.Entry(52, 62, 9)],
                Notes = ["A note."],
                Seal = "seal",
            },
            Memory.Now,
            Undoes: null,
            []
        );

    static RepairStep[] EveryStep() =>
        [
            new RepairStep.RemoveEntry(Entry),
            new RepairStep.Release(Document, Link),
            new RepairStep.LinkTo(Document, Entry, Link),
            new RepairStep.ContinueAt(Series, 8, 9),
            new RepairStep.CorrectEntry(Document, Entry),
            new RepairStep.RestoreContent(Saved()),
            new RepairStep.ReverseEntry(Entry, Series, 9, new DateOnly(2026, 4, 1)),
            new RepairStep.PutBack(Saved(), Series, 7),
            new RepairStep.RestoreLink(Document, Link, Memory.Id(60)),
            new RepairStep.BookAgain(Document, Series, null),
            new RepairStep.Accept(Document, Link),
            .. new PersonCheck[]
            {
                new PersonCheck.EntriesGone([Entry]),
                new PersonCheck.EntryOpen(Entry),
                new PersonCheck.EntryAgrees(Document, Entry),
                new PersonCheck.NextNumber(Series, 8, 7),
                new PersonCheck.DocumentGone(Document),
                new PersonCheck.ShownNumber(Document, 8),
                new PersonCheck.Said(),
            }.Select(check => new RepairStep.Person(Phase.Before, "Look.", check)),
        ];

    static SavedEntry Saved() =>
        new()
        {
            EntryId = Memory.Id(60),
            Series = Series,
            Period = 3,
            Number = 7,
            Date = new DateOnly(2026, 3, 1),
            Account = Memory.Id(61),
            Currency = Currency.Euro,
            Amount = 121.00m,
            Lines =
            [
                new SavedLine(Memory.Id(62), "2", 100.00m, 21.00m, "Werk")
                {
                    Other = new Dictionary<string, string> { ["CostCenter"] = "GENT" },
                },
            ],
            YourRef = "2026 / 10",
            Other = new Dictionary<string, string> { ["PaymentCondition"] = "30" },
            Attachments = [new SavedFile("scan.pdf", "ab")],
            ChangedAt = Memory.Now,
            Changer = "Els",
        };
}
