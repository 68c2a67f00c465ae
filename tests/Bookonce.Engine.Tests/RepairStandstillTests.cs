using Bookonce.Domain.Repair;
using Bookonce.Engine.Repair;
using Bookonce.Sandbox.ExactOnline;
using Bookonce.Sandbox.World;
using Connection = Bookonce.Domain.Connections.Connection;
using Link = Bookonce.Domain.Entries.Link;

namespace Bookonce.Engine.Tests;

/// <summary>What cannot be done says so, in time for a person to decide, and leaves books that later runs understand.</summary>
public sealed class RepairStandstillTests
{
    [Fact]
    public async Task What_Exact_refuses_to_delete_stops_the_plan_in_its_own_words()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await town.Connect();
        await town.Run(connection);
        var plan = (await town.Planning().Plan(connection, new RepairWish())).Options.Recommended!;
        var division = town.Division(connection);
        division.Process(division.FindEntry(plan.Steps.OfType<RepairStep.RemoveEntry>().First().Entry.EntryId)!);
        var before = town.Books(connection);
        var repair = await town.Planning().Approve(connection, new RepairWish(), plan.Seal);

        var halted = Assert.IsType<RepairEnd.Halted>(await town.GoOn(connection, repair.Id));

        Assert.Equal(StopReason.Refused, halted.Why.Reason);
        Assert.Contains("rocessed", halted.Why.Words, StringComparison.Ordinal);
        Assert.Equal(before, town.Books(connection));
        await town.Repairing().GiveUp(connection, repair.Id);
        Assert.False((await town.Planning().Repairs(connection))[0].IsOpen);
    }

    [Fact]
    public async Task An_entry_that_somebody_deleted_is_not_taken_back()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await town.Connect();
        await town.Run(connection);
        var planning = town.Planning();
        var plan = (await planning.Plan(connection, new RepairWish())).Options.Plans.Single(plan =>
            plan.Kind == RepairKind.Reverse
        );
        var repair = await planning.Approve(connection, new RepairWish(), plan.Seal);
        var division = town.Division(connection);
        var first = plan.Steps.OfType<RepairStep.ReverseEntry>().First();
        division.DeleteEntry(division.FindEntry(first.Entry.EntryId)!);
        var before = town.Books(connection);

        Assert.IsType<RepairEnd.Halted>(await town.GoOn(connection, repair.Id));

        Assert.Equal(before, town.Books(connection));
        await town.Repairing().GiveUp(connection, repair.Id);
    }

    [Fact]
    public async Task An_entry_that_was_taken_back_is_no_document_any_more_though_the_rest_is_given_up()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var (connection, link) = await RepairedCase.Booked(town);
        var wish = new RepairWish { Withdrawn = new HashSet<Guid> { link.DocumentId } };
        var planning = town.Planning();
        var plan = (await planning.Plan(connection, wish)).Options.Plans.Single(plan =>
            plan.Kind == RepairKind.Reverse
        );
        var repair = await planning.Approve(connection, wish, plan.Seal);
        Assert.IsType<RepairEnd.AsksPerson>(await town.Repairing().Go(connection, repair.Id));
        await town.Repairing().GiveUp(connection, repair.Id);

        var run = await town.Run(connection);

        Assert.Equal(1, run.Counts.Booked);
        var now = await RepairedCase.LinkOf(town, connection, link.DocumentId);
        Assert.DoesNotContain(
            now!.EntryId,
            plan.Steps.OfType<RepairStep.ReverseEntry>().Select(step => step.Entry.EntryId)
        );
    }

    [Fact]
    public async Task A_twin_stands_there_twice_again_when_somebody_deletes_what_took_it_back()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await town.Connect();
        var twice = (await town.Run(connection)).Counts.Twice;
        var (_, plan) = await town.Repair(
            connection,
            choice => choice.Options.Plans.Single(plan => plan.Kind == RepairKind.Reverse)
        );
        Assert.True((await town.Run(connection)).Counts.Twice < twice);
        var division = town.Division(connection);
        foreach (var made in (await town.Planning().Repairs(connection))[0].Made)
            division.DeleteEntry(division.FindEntry(made)!);

        var run = await town.Run(connection);

        Assert.Equal(twice, run.Counts.Twice);
    }

    [Fact]
    public async Task Nothing_is_booked_again_while_an_entry_of_long_ago_may_be_the_document()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var (connection, link) = await RepairedCase.Booked(town);
        TypeWithoutNumber(town, connection, link);
        var division = town.Division(connection);
        division.DeleteEntry(division.FindEntry(link.EntryId)!);
        await town.Run(connection);
        var before = town.Books(connection);

        var halted = Assert.IsType<RepairEnd.Halted>(
            await RepairedCase.Mend(town, connection, link, RepairKind.BookAgain)
        );

        Assert.Equal(StopReason.Twice, halted.Why.Reason);
        Assert.Equal(before, town.Books(connection));
    }

    [Fact]
    public async Task A_number_that_somebody_takes_meanwhile_is_named_and_the_repair_can_be_given_up()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var (connection, link) = await RepairedCase.Booked(town);
        var division = town.Division(connection);
        var draft = division.DraftOf(division.FindEntry(link.EntryId)!);
        division.DeleteEntry(division.FindEntry(link.EntryId)!);
        await town.Run(connection);
        var planning = town.Planning();
        var everything = await planning.Plan(connection, new RepairWish());
        var wish = new RepairWish
        {
            Cases =
            [
                everything
                    .Meant.Concat(everything.Others)
                    .Single(one => one.Documents.Any(document => document.Id == link.DocumentId))
                    .Key,
            ],
        };
        var plan = (await planning.Plan(connection, wish)).Options.Plans.Single(plan =>
            plan.Kind == RepairKind.BookAgain
        );
        var repair = await planning.Approve(connection, wish, plan.Seal);
        var other = draft.Lines[0] with { AmountFC = 7m, VatAmountFC = null };
        division.EnterSalesEntry(
            draft with
            {
                EntryId = null,
                YourRef = null,
                PaymentReference = null,
                Description = "rent",
                ExternalLinkReference = null,
                Lines = [other],
                Customer = division.Accounts.First(account => account.Id != draft.Customer).Id,
            }
        );

        var halted = Assert.IsType<RepairEnd.Halted>(await town.GoOn(connection, repair.Id));

        Assert.Equal(
            new Stop(StopReason.Refused, $"Number {link.Series} {link.BookingNumber} is held by something else."),
            halted.Why
        );
        await town.Repairing().GiveUp(connection, repair.Id);
        Assert.False((await planning.Repairs(connection))[^1].IsOpen);
    }

    [Fact]
    public async Task What_a_lost_try_left_is_not_mistaken_for_the_entry_that_was_taken_back()
    {
        // The document is booked again after its entry was taken back, and the answer is lost before it arrives.
        var lose = false;
        await using var town = await Town.Build(
            WorldSize.Demo,
            handler: new Interferes(_ => lose ? throw new HttpRequestException("The request was lost.") : null)
        );
        var (connection, link) = await RepairedCase.Booked(town);
        var wish = new RepairWish { Withdrawn = new HashSet<Guid> { link.DocumentId } };
        var planning = town.Planning();
        var plan = (await planning.Plan(connection, wish)).Options.Plans.Single(plan =>
            plan.Kind == RepairKind.Reverse
        );
        var repair = await planning.Approve(connection, wish, plan.Seal);
        Assert.IsType<RepairEnd.AsksPerson>(await town.Repairing().Go(connection, repair.Id));
        await town.Repairing().GiveUp(connection, repair.Id);
        lose = true;
        await town.Run(connection);
        Assert.Null(await RepairedCase.LinkOf(town, connection, link.DocumentId));
        lose = false;

        await town.Run(connection);

        var now = await RepairedCase.LinkOf(town, connection, link.DocumentId);
        Assert.NotEqual(link.EntryId, now?.EntryId);
    }

    static void TypeWithoutNumber(Town town, Connection connection, Link link)
    {
        var division = town.Division(connection);
        var draft = division.DraftOf(division.FindEntry(link.EntryId)!) with
        {
            EntryNumber = null,
            YourRef = null,
            PaymentReference = null,
            Description = "typed",
            ExternalLinkReference = null,
            EntryId = null,
        };
        division.EnterSalesEntry(draft, new Entered(At: town.Clock.GetUtcNow().AddDays(-3)));
    }
}
