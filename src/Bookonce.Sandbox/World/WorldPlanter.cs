using Bookonce.Sandbox.ExactOnline;
using Bookonce.Sandbox.Teamleader;
using Bookonce.Sandbox.World.Planting;
using Bookonce.Sandbox.World.Ubl;

namespace Bookonce.Sandbox.World;

/// <summary>Fills the two sandboxes with one world.</summary>
public static class WorldPlanter
{
    /// <summary>The administration that the first company entity belongs to.</summary>
    public const int FirstDivision = 100_101;

    /// <summary>An administration with nothing but master data; the empty world has only the first.</summary>
    public const int SecondDivision = 100_102;

    /// <summary>Plants a world into two fresh states. The same seed gives the same world.</summary>
    /// <param name="teamleader">An account without content.</param>
    /// <param name="exact">A service without administrations.</param>
    /// <param name="size">Which world.</param>
    /// <param name="seed">What makes it repeatable.</param>
    /// <param name="invoicesDirectory">A directory of UBL files to be added as booked documents, or null.</param>
    /// <exception cref="DirectoryNotFoundException">The directory does not exist.</exception>
    public static PlantedWorld Plant(
        TeamleaderState teamleader,
        ExactOnlineState exact,
        WorldSize size,
        int seed,
        string? invoicesDirectory = null
    )
    {
        var reading = invoicesDirectory is null ? new UblReading([], []) : UblFolder.Read(invoicesDirectory);
        var told = StoryTeller.Tell(seed, SizeOf(size));
        var books = BooksWriter.Write(told, seed);
        var story = UblImport.Add(told, reading.Documents, seed);

        var account = new TeamleaderPlanting(teamleader, story);
        account.Plant();
        var first = exact.AddDivision(FirstDivision, story.Departments[0].Name);
        first.VatNumber = story.Departments[0].VatNumber;
        var masters = new ExactMasters(first, story, withHistory: size != WorldSize.Empty);
        var entries = new ExactPlanting(first, masters, books, new Random(seed + 3));
        entries.Plant();
        if (story.Departments is [_, var second, ..])
        {
            var division = exact.AddDivision(SecondDivision, second.Name);
            division.VatNumber = second.VatNumber;
            _ = new ExactMasters(division, story, withHistory: false);
        }
        return new PlantedWorld(TruthOf(story, books, account, entries), reading.Unreadable);
    }

    static StorySize SizeOf(WorldSize size) =>
        size switch
        {
            WorldSize.Demo => StorySize.Demo,
            WorldSize.Large => StorySize.Large,
            WorldSize.Empty => StorySize.Empty,
            _ => throw new ArgumentOutOfRangeException(nameof(size), size, message: null),
        };

    static WorldTruth TruthOf(Story story, Books books, TeamleaderPlanting account, ExactPlanting entries)
    {
        var copies = books.Entries.Where(entry => entry.CopyOf is not null).ToLookup(entry => entry.CopyOf!.Id);
        return new WorldTruth(
            [
                .. story.Documents.Select(document => new DocumentTruth(
                    account.IdOf(document),
                    document.DepartmentId,
                    document.Kind == DocumentKind.CreditNote,
                    document.Number,
                    document.Date,
                    document.Currency,
                    document.Totals.Net,
                    document.Totals.Gross,
                    [
                        .. document.Totals.Vat.Select(share => new VatTruth(
                            share.Tax.Id,
                            share.Tax.Rate,
                            share.Taxable,
                            share.Vat
                        )),
                    ],
                    [.. copies[document.Id].Select(entry => CopyOf(entry, entries.EntryOf(entry)))]
                )),
            ],
            [
                .. books
                    .Entries.Where(entry => entry.CopyOf is null)
                    .Select(entry => new ForeignTruth(
                        FirstDivision,
                        entries.EntryOf(entry).Id,
                        entry.Date,
                        entry.Total,
                        entry.LooksAlike
                    )),
            ]
        );
    }

    static CopyTruth CopyOf(BookEntry planned, Entry entry) =>
        new(
            FirstDivision,
            entry.Id,
            entry.Journal.Code,
            entry.EntryNumber,
            planned.Date,
            planned.Total,
            planned.YourRef,
            planned.PaymentReference,
            planned.Description,
            planned.EnteredBy == Bookkeeper.ConnectorName ? CopyOrigin.EarlierConnector
                : planned.Kind == EntryKind.Sales ? CopyOrigin.Typed
                : CopyOrigin.OpenItem,
            planned.Slips
        );
}

/// <summary>Which world to plant.</summary>
public enum WorldSize
{
    /// <summary>400 invoices and 30 credit notes, 60 of them typed in Exact before.</summary>
    Demo,

    /// <summary>20,000 documents of the same make.</summary>
    Large,

    /// <summary>Master data on both sides and nothing else.</summary>
    Empty,
}

/// <param name="Truth">What belongs together.</param>
/// <param name="Unreadable">UBL files that were left out, with reasons.</param>
public sealed record PlantedWorld(WorldTruth Truth, IReadOnlyList<UnreadableFile> Unreadable);
