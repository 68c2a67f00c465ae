using Bookonce.Sandbox.ExactOnline;
using Bookonce.Simulation.Audit;
using Bookonce.Simulation.Wire;
using Bookonce.Simulation.Worlds;
using Refusal = Bookonce.Sandbox.Teamleader.Http.Refusal;

namespace Bookonce.Simulation.People;

/// <summary>Everybody who works in the two services, and who looks after the engine.</summary>
sealed class Crowd
{
    readonly World world;
    readonly Sellers sellers;
    readonly Bookkeeper bookkeeper;

    public Crowd(World world)
    {
        this.world = world;
        sellers = new Sellers(world);
        bookkeeper = new Bookkeeper(world);
    }

    /// <summary>The first day from which documents are booked.</summary>
    public DateOnly FirstDay => sellers.FirstDay;

    /// <summary>What was there before anything was connected.</summary>
    public void Settle()
    {
        sellers.Settle();
        bookkeeper.Settle();
    }

    public void Do(Act act)
    {
        var chance = Chance.Of(world.Plan.Seed, "act").About(act.Number);
        // What the rules of a service forbid does not happen.
        try
        {
            Do(act.Kind, chance);
        }
        catch (Exception refused) when (refused is RefusedException or Refusal)
        {
            world.Story.Tell($"Somebody wants to {act.Kind}, and may not: {refused.Message}");
        }
    }

    /// <summary>What somebody does at the very moment at which an entry is sent.</summary>
    public void Meddle(Mischief kind, Chance chance, Message message)
    {
        var document =
            message.Text("ExternalLinkReference") is { } mark && Guid.TryParse(mark[^36..], out var id)
                ? world.Truth.Documents.GetValueOrDefault(id)
                : null;
        try
        {
            switch (kind)
            {
                case Mischief.TypedMeanwhile when document is { IsGone: false }:
                    bookkeeper.TypeCopy(document, chance);
                    break;
                case Mischief.ChangedMeanwhile when document is { IsGone: false }:
                    sellers.Edit(document, chance);
                    break;
                case Mischief.NumberTaken:
                    bookkeeper.TypeForeign(message.Text("Journal")!, chance);
                    break;
            }
        }
        catch (Exception refused) when (refused is RefusedException or Refusal)
        {
            world.Story.Tell($"Somebody wants to meddle, and may not: {refused.Message}");
        }
    }

    /// <summary>Somebody works on an entry at the moment at which its deletion is sent.</summary>
    public void Race(Message removal, Chance chance)
    {
        var path = removal.Path;
        var id = Guid.Parse(path.AsSpan(path.IndexOf('\'', StringComparison.Ordinal) + 1, 36));
        ByHand(each => each.Race(id, chance));
    }

    /// <summary>Somebody does something in Exact; what its rules forbid does not happen.</summary>
    public void ByHand(Action<Bookkeeper> act)
    {
        try
        {
            act(bookkeeper);
        }
        catch (RefusedException refused)
        {
            world.Truth.Observe(Maker.Person, document: null);
            world.Story.Tell($"Somebody wants to do that in Exact, and may not: {refused.Message}");
        }
    }

    public void DeleteInTeamleader(Guid document)
    {
        try
        {
            sellers.Delete(document);
        }
        catch (Refusal refused)
        {
            world.Story.Tell($"Somebody wants to delete it in Teamleader, and may not: {refused.Message}");
        }
    }

    void Do(ActKind kind, Chance chance)
    {
        switch (kind)
        {
            case ActKind.Invoice:
                sellers.Invoice(chance);
                break;
            case ActKind.CreditNote:
                sellers.Credit(chance);
                break;
            case ActKind.EditDocument:
                sellers.EditAny(chance);
                break;
            case ActKind.DeleteDocument:
                sellers.DeleteLast(chance);
                break;
            case ActKind.RenumberDocument:
                sellers.Renumber(chance);
                break;
            case ActKind.PressButton:
                world.Admin.RunAll();
                break;
            case ActKind.Backup:
                world.Admin.Backup();
                break;
            case ActKind.Restore:
                world.Admin.Restore();
                break;
            case ActKind.Twin:
                world.Admin.StartTwin();
                break;
            case ActKind.ClockJump:
                world.Admin.JumpClock(chance);
                break;
            case ActKind.Revoke:
                world.Admin.Revoke(chance);
                break;
            case ActKind.Repair:
                world.Repairer.LookAfter(begins: true);
                break;
            case ActKind.Release:
                world.Repairer.Release(chance);
                break;
            default:
                bookkeeper.Do(kind, chance);
                break;
        }
    }
}
