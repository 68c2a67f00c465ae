using Bookonce.Domain.Entries;
using Bookonce.Domain.Repair;
using Bookonce.Engine.Repair;
using Bookonce.Sandbox.World;
using Connection = Bookonce.Domain.Connections.Connection;
using Link = Bookonce.Domain.Entries.Link;

namespace Bookonce.Engine.Tests;

/// <summary>One document in a town, what somebody does to its entry, and how that is mended.</summary>
static class RepairedCase
{
    /// <summary>The last invoice of the world, which is the only one that Teamleader would delete; booked by a run.</summary>
    public static async Task<(Connection, Link)> Booked(Town town)
    {
        var connection = await town.Connect();
        await town.Run(connection);
        var books = await town.Store.LoadBooks(connection.Administration.Id);
        var last = town
            .Sandboxes.TeamleaderState.Invoices.Where(invoice =>
                invoice.Booked && invoice.DepartmentId == connection.Department
            )
            .Last();
        var link = books.Links.Single(link => link.DocumentId == last.Id);
        Assert.Equal(LinkOrigin.Booked, link.Origin);
        return (connection, link);
    }

    /// <summary>Another date, another account and half the amount.</summary>
    public static void Change(Town town, Connection connection, Link link)
    {
        var division = town.Division(connection);
        var entry = division.FindEntry(link.EntryId)!;
        var draft = division.DraftOf(entry);
        division.ChangeSalesEntry(entry, draft with { EntryDate = entry.Date.AddDays(1), YourRef = "typed over" });
        var line = entry.SalesLines[0];
        division.ChangeSalesLine(
            line,
            draft.Lines[0] with
            {
                AmountFC = line.AmountFC / 2,
                Description = "half of it",
                VatAmountFC = null,
            }
        );
    }

    public static async Task<RepairEnd> Mend(Town town, Connection connection, Link link, RepairKind kind)
    {
        var everything = await town.Planning().Plan(connection, new RepairWish());
        var one = everything
            .Others.Concat(everything.Meant)
            .Single(one => one.Documents.Any(document => document.Id == link.DocumentId));
        var (end, _) = await town.Repair(
            connection,
            choice => choice.Options.Plans.Single(plan => plan.Kind == kind),
            new RepairWish { Cases = [one.Key] }
        );
        return end;
    }

    public static async Task<Link?> LinkOf(Town town, Connection connection, Guid document) =>
        (await town.Store.FindPlace(connection.Administration.Id, document)).Link;

    public static async Task<string?> Told(Town town, Connection connection, Link link) =>
        (await town.Store.LoadDocuments(connection.Id))
            .Single(document => document.Content.Id == link.DocumentId)
            .Outcome.Problem?.Code;
}
