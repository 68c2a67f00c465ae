using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Matching;
using Bookonce.Domain.Problems;
using Bookonce.Engine.Answer;
using Bookonce.Engine.Store;
using Bookonce.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Logging;

namespace Bookonce.Web.Documents;

/// <summary>Asks a person whether a document is one of the entries that it may be.</summary>
public sealed partial class QuestionCard
{
    IReadOnlyList<Candidate> candidates = [];
    Problem? problem;
    Guid? shown;
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
    ILogger<QuestionCard> Log { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (Connection is null || shown == Row.Id)
            return;

        (shown, problem, candidates) = (Row.Id, null, []);
        if (Row.Status == DocumentStatus.Ask)
            candidates = await Answering.Candidates(Connection, Row.Id);
    }

    Task Choose(Candidate candidate) => Answer(() => Answering.Choose(Connection!, Row.Id, candidate.Entry.LineId));

    Task Deny() =>
        Answer(() => Answering.Deny(Connection!, Row.Id, [.. candidates.Select(candidate => candidate.Entry.LineId)]));

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
            candidates = await Answering.Candidates(Connection!, Row.Id);
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
