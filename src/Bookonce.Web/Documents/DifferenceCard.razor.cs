using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Problems;
using Bookonce.Engine.Answer;
using Bookonce.Engine.Store;
using Bookonce.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Logging;

namespace Bookonce.Web.Documents;

/// <summary>Lets a person accept that a linked document and its entry differ, or say that a likely twin is none.</summary>
public sealed partial class DifferenceCard
{
    Problem? problem;
    bool busy;

    /// <summary>The document.</summary>
    [Parameter, EditorRequired]
    public required DocumentRow Row { get; set; }

    /// <summary>A person answered, so the document stands elsewhere now.</summary>
    [Parameter]
    public EventCallback OnAnswered { get; set; }

    [CascadingParameter]
    Connection? Connection { get; set; }

    [Inject]
    Answering Answering { get; set; } = null!;

    [Inject]
    ILogger<DifferenceCard> Log { get; set; } = null!;

    bool IsAnother => Row.Problem is { Code: "mayBeTwice" };

    /// <summary>Whether there is something about the document that a person may accept.</summary>
    public static bool IsAbout(DocumentRow row) =>
        row
            is {
                Status: DocumentStatus.Linked,
                Problem.Code: "documentEdited"
                    or "documentRenumbered"
                    or "entryEdited"
                    or "entryRenumbered"
                    or "amountDiffers"
                    or "mayBeTwice"
            };

    Task Accept() => Answer(() => Answering.Accept(Connection!, Row.Id));

    Task Deny() =>
        Answer(async () =>
        {
            var candidates = await Answering.Candidates(Connection!, Row.Id);
            await Answering.Deny(Connection!, Row.Id, [.. candidates.Select(candidate => candidate.Entry.LineId)]);
        });

    async Task Answer(Func<Task> answer)
    {
        busy = true;
        try
        {
            await answer();
            await OnAnswered.InvokeAsync();
        }
        catch (AnswerOutdatedException outdated)
        {
            problem = new Problem("answerOutdated", outdated.Message, "");
        }
        catch (Exception exception)
        {
            problem = InWords.Of(exception, Log);
        }
        finally
        {
            busy = false;
        }
    }
}
