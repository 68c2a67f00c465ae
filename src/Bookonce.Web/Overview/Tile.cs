using Bookonce.Domain.Documents;
using Bookonce.Engine.Store;
using Bookonce.Web.Documents;
using MudBlazor;

namespace Bookonce.Web.Overview;

/// <summary>A count of a run and the list behind it.</summary>
sealed record Tile(int Count, string Word, string Icon, string Address)
{
    /// <summary>What a run came to. A preview books nothing: what it would book waits.</summary>
    public static IReadOnlyList<Tile> Of(Run run)
    {
        var counts = run.Counts;
        return
        [
            new(counts.Documents, "Documents", Icons.Material.Outlined.Description, List(null)),
            .. run.IsPreview
                ?
                [
                    new Tile(counts.Waiting, "To book", Look(DocumentStatus.Book).Icon, List(DocumentStatus.Book)),
                    new Tile(counts.Adopted, "To adopt", Look(DocumentStatus.Adopt).Icon, List(DocumentStatus.Adopt)),
                ]
                : (Tile[])
                    [
                        new Tile(
                            counts.Booked,
                            "Booked",
                            Icons.Material.Outlined.EditNote,
                            List(DocumentStatus.Linked)
                        ),
                        new Tile(counts.Adopted, "Adopted", Icons.Material.Outlined.Link, List(DocumentStatus.Linked)),
                    ],
            new(counts.Linked, "Linked before", Look(DocumentStatus.Linked).Icon, List(DocumentStatus.Linked)),
            new(counts.Asked, "Ask", Look(DocumentStatus.Ask).Icon, List(DocumentStatus.Ask)),
            new(counts.Twice, "Twice", Look(DocumentStatus.Twice).Icon, List(DocumentStatus.Twice)),
            .. run.IsPreview
                ? (Tile[])[]
                : [new(counts.Waiting, "Waiting", Look(DocumentStatus.Waiting).Icon, List(DocumentStatus.Waiting))],
            .. counts.NothingToBook == 0
                ? (Tile[])[]
                :
                [
                    new(
                        counts.NothingToBook,
                        "Nothing to book",
                        Look(DocumentStatus.NothingToBook).Icon,
                        List(DocumentStatus.NothingToBook)
                    ),
                ],
            .. counts.SetAside == 0
                ? (Tile[])[]
                :
                [
                    new(
                        counts.SetAside,
                        "Set aside",
                        Look(DocumentStatus.SetAside).Icon,
                        List(DocumentStatus.SetAside)
                    ),
                ],
            new(counts.Duplicates, "Duplicates", Icons.Material.Outlined.ContentCopy, "/duplicates"),
            new(counts.Problems, "Problems", Look(DocumentStatus.Problem).Icon, List(DocumentStatus.Problem)),
        ];
    }

    static StatusLook Look(DocumentStatus status) => StatusLook.Of(status);

    static string List(DocumentStatus? status) =>
        (DocumentFilter.None with { Status = status }).Address(DocumentKind.Invoice);
}
