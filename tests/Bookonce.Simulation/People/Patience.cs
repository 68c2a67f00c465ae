using Bookonce.Domain.Repair;
using Bookonce.Engine.Store;

namespace Bookonce.Simulation.People;

/// <summary>How long somebody goes on with a repair that stands at the same step.</summary>
sealed class Patience
{
    const int LooksInTheStorm = 6;
    const int LooksWhenCalm = 4;

    (Guid Repair, int At) last;
    int looks;

    public bool IsOver(Repair repair, bool isCalm)
    {
        var at = repair.Journal.Steps.Index().First(step => !step.Item.IsDone).Index;
        // A step that is tried again and again writes lines, and does not come further.
        looks = last.Repair == repair.Id && last.At == at ? looks + 1 : 0;
        last = (repair.Id, at);
        return looks > (isCalm ? LooksWhenCalm : LooksInTheStorm);
    }
}
