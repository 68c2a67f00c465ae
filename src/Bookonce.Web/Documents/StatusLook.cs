using Bookonce.Domain.Documents;
using MudBlazor;

namespace Bookonce.Web.Documents;

/// <summary>How a status is shown: always a word and an icon, never a colour alone.</summary>
/// <param name="Word">On the chip.</param>
/// <param name="Meaning">In one sentence.</param>
/// <param name="Icon">Beside the word.</param>
/// <param name="Color">Of the chip.</param>
sealed record StatusLook(string Word, string Meaning, string Icon, Color Color)
{
    /// <summary>The look of a status.</summary>
    public static StatusLook Of(DocumentStatus status) =>
        status switch
        {
            DocumentStatus.New => new("New", "Not looked at yet.", Icons.Material.Outlined.FiberNew, Color.Default),
            DocumentStatus.Linked => new(
                "Linked",
                "It has its entry in Exact.",
                Icons.Material.Outlined.CheckCircle,
                Color.Success
            ),
            DocumentStatus.Adopt => new(
                "To adopt",
                "Its entry is in the books already: the next run links it.",
                Icons.Material.Outlined.Link,
                Color.Info
            ),
            DocumentStatus.Book => new(
                "To book",
                "Nothing in the books may be it: the next run books it.",
                Icons.Material.Outlined.EditNote,
                Color.Info
            ),
            DocumentStatus.Ask => new(
                "Ask",
                "An entry may already be it: a person must look.",
                Icons.Material.Outlined.HelpOutline,
                Color.Warning
            ),
            DocumentStatus.Twice => new(
                "Twice",
                "It stands in the books more than once.",
                Icons.Material.Outlined.ContentCopy,
                Color.Error
            ),
            DocumentStatus.Waiting => new(
                "Waiting",
                "It waits for an answer, its turn or the allowance.",
                Icons.Material.Outlined.HourglassTop,
                Color.Warning
            ),
            DocumentStatus.NothingToBook => new(
                "Nothing to book",
                "Its total is zero and it has no lines.",
                Icons.Material.Outlined.HorizontalRule,
                Color.Default
            ),
            DocumentStatus.SetAside => new(
                "Set aside",
                "A person said that it must not be booked.",
                Icons.Material.Outlined.Block,
                Color.Default
            ),
            _ => new("Problem", "Something must be mended first.", Icons.Material.Outlined.ErrorOutline, Color.Error),
        };

    /// <summary>The name of the status in style sheets.</summary>
    public static string Name(DocumentStatus status) => $"is-{status.ToString().ToLowerInvariant()}";
}
