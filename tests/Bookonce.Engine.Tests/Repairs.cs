using System.Globalization;
using Bookonce.Domain.Repair;
using Bookonce.Engine.Repair;
using Bookonce.Sandbox.Teamleader.Model;
using Connection = Bookonce.Domain.Connections.Connection;

namespace Bookonce.Engine.Tests;

/// <summary>Plans, approves and applies in a town, and tells its books as text that can be compared.</summary>
static class Repairs
{
    public static async Task<(RepairEnd End, RepairPlan Plan)> Repair(
        this Town town,
        Connection connection,
        Func<RepairChoice, RepairPlan> choose,
        RepairWish? wish = null
    )
    {
        var planning = town.Planning();
        var plan = choose(await planning.Plan(connection, wish ?? new RepairWish()));
        var repair = await planning.Approve(connection, wish ?? new RepairWish(), plan.Seal);
        return (await town.GoOn(connection, repair.Id), plan);
    }

    /// <summary>Applies it, and does what a person is asked to do.</summary>
    public static async Task<RepairEnd> GoOn(this Town town, Connection connection, Guid repair)
    {
        var repairing = town.Repairing();
        var end = await repairing.Go(connection, repair);
        for (var asked = 0; end is RepairEnd.AsksPerson(_, var step) && asked < 20; asked++)
        {
            if (step.Check is PersonCheck.EntryOpen(var entry))
            {
                var division = town.Division(connection);
                division.Unmatch(division.ReceivableLineOf(division.FindEntry(entry.EntryId)!).Id);
            }
            else
                await repairing.Say(connection, repair, (step.Check as PersonCheck.NextNumber)?.Expected);
            end = await repairing.Go(connection, repair);
        }
        return end;
    }

    public static async Task<RepairEnd> Undo(this Town town, Connection connection)
    {
        var planning = town.Planning();
        var last = (await planning.Repairs(connection))[^1];
        var plan = await planning.PlanUndo(connection, last.Id);
        Assert.Empty(plan.Obstacles);
        var undo = await planning.ApproveUndo(connection, last.Id, plan.Seal);
        return await town.GoOn(connection, undo.Id);
    }

    /// <summary>Enters a payment of an entry in the bank journal, matched with it.</summary>
    public static Sandbox.ExactOnline.Entry Pay(this Town town, Connection connection, Sandbox.ExactOnline.Entry entry)
    {
        var division = town.Division(connection);
        var line = division.ReceivableLineOf(entry);
        var bank = division.Journals.First(journal => journal.Type == Sandbox.ExactOnline.JournalType.Bank);
        return division.EnterBankEntry(
            new Sandbox.ExactOnline.BankEntryDraft(
                bank.Code,
                entry.Date,
                [new Sandbox.ExactOnline.BankLineDraft(entry.Customer!.Id, entry.AmountDC) { Pays = [line.Id] }]
            )
        );
    }

    /// <summary>Draws up an invoice like the last one, and books it in Teamleader.</summary>
    public static Guid NewInvoice(this Town town, Connection connection)
    {
        var account = town.Sandboxes.TeamleaderState;
        var last = account
            .Invoices.Where(invoice => invoice.Booked && invoice.DepartmentId == connection.Department)
            .Last();
        var draft = account.Draft(
            new PlantedInvoice
            {
                DepartmentId = last.DepartmentId,
                Customer = last.Invoicee.Customer,
                Date = last.Date!.Value,
                Groups = last.Groups,
            }
        );
        return account.Book(draft.Id, last.Date!.Value).Id;
    }

    public static Planning Planning(this Town town) =>
        new(town.Store, town.Vendors, town.Synchroniser, NewId, town.Clock);

    public static Repairing Repairing(this Town town) =>
        new(town.Store, town.Vendors, town.Synchroniser, NewId, town.Clock);

    /// <summary>Every entry of the books by its id, with everything that a repair must leave alone or put back.</summary>
    public static SortedDictionary<Guid, string> Books(this Town town, Connection connection) =>
        new(
            town.Entries(connection)
                .ToDictionary(
                    entry => entry.Id,
                    entry =>
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{entry.Journal.Code}/{entry.Year} {entry.EntryNumber} {entry.Date:O} {entry.DueDate:O} {entry.Customer?.Id} {entry.AmountFC:0.00} {entry.Currency} {entry.YourRef} {entry.PaymentReference} {entry.Description} {entry.ExternalLinkReference} {entry.Period}: {string.Join("; ", entry.SalesLines.Select(line => $"{line.GLAccount.Code} {line.VatCode.Code} {line.AmountFC:0.00} {line.VatAmountFC:0.00} {line.Description}").Order(StringComparer.Ordinal))}"
                        )
                )
        );

#pragma warning disable RS0030 // Ids need not be repeatable here.
    static Guid NewId() => Guid.NewGuid();
#pragma warning restore RS0030
}
