using Bookonce.Domain.Connections;
using Bookonce.Domain.Repair;
using Bookonce.Engine.Store;
using Bookonce.Sandbox.ExactOnline;
using Bookonce.Simulation.Lives;
using Bookonce.Simulation.Worlds;

namespace Bookonce.Simulation.People;

/// <summary>What a person does in Exact and Teamleader when a repair asks for it, or stands still.</summary>
sealed class PersonSteps(World world)
{
    readonly Division books = world.Services.Division;
    readonly Questions questions = new(world);

    /// <summary>Does it, as far as it can be done.</summary>
    /// <returns>The step of which the person says that it is done, with the number that they type; null where nobody has to say so.</returns>
    public (int? At, int? Typed) Do(Life life, Connection connection, Repair repair, Chance chance)
    {
        var journal = repair.Journal;
        var (at, progress) = journal.Steps.Index().First(step => !step.Item.IsDone);
        switch (journal.Plan.Steps[at], progress)
        {
            case (RepairStep.Person { Check: var check }, _):
                Do(check, chance);
                return check.IsTold ? (at, Typed(check, chance)) : (null, null);
            case (_, { State: StepState.Raced }):
            case (_, { State: StepState.Stopped, Stop.Reason: StopReason.NumberDiffers }):
                return (at, null);
            case (var step, { State: StepState.Stopped, Stop: { } stop }):
                Mend(life, connection, step, stop, chance);
                return (null, null);
            default:
                return (null, null);
        }
    }

    void Do(PersonCheck check, Chance chance) =>
        world.People.ByHand(bookkeeper =>
        {
            switch (check)
            {
                case PersonCheck.EntryOpen(var entry):
                    bookkeeper.Unmatch(entry.EntryId);
                    break;
                case PersonCheck.EntriesGone(var entries):
                    foreach (var entry in entries)
                        bookkeeper.Delete(entry.EntryId);
                    break;
                case PersonCheck.EntryAgrees(var document, var entry):
                    bookkeeper.Correct(world.Truth.Documents[document.Id], entry.EntryId);
                    break;
                case PersonCheck.DocumentGone(var document):
                    world.People.DeleteInTeamleader(document.Id);
                    break;
                case PersonCheck.NextNumber(var series, var expected, _) when chance.About("sets").IsBelow(0.8):
                    books.SetNextBookingNumber(series.Journal, series.Year, expected);
                    break;
            }
        });

    int? Typed(PersonCheck check, Chance chance) =>
        check switch
        {
            PersonCheck.NextNumber(var series, _, _) => books.NextBookingNumber(series.Journal, series.Year)
                + (chance.About("slip").IsBelow(0.1) ? 1 : 0),
            PersonCheck.ShownNumber(_, var expected) => expected ?? 1,
            _ => null,
        };

    void Mend(Life life, Connection connection, RepairStep step, Stop stop, Chance chance)
    {
        if (chance.About("mends").IsBelow(0.3))
            return;
        var entry = Audit.RepairAudit.EntryOf(step);
        switch (stop.Reason)
        {
            case StopReason.Matched:
                world.People.ByHand(bookkeeper => bookkeeper.Unmatch(entry));
                break;
            case StopReason.PeriodClosed:
                world.People.ByHand(bookkeeper => bookkeeper.OpenPeriodOf(entry));
                break;
            case StopReason.Twice when step is RepairStep.BookAgain(var document, _, _):
                questions.AnswerNow(life.Answering, connection, document.Id);
                break;
        }
    }
}
