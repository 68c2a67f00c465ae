using Bookonce.Domain.Documents;
using Bookonce.Engine.Store;
using Bookonce.Engine.Synchronise;

namespace Bookonce.Web.Api.Json;

/// <summary>A document that a person should look at.</summary>
/// <param name="Document">Its number.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Code">The kind of Problem.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record Note(string Document, DocumentStatus Status, string Code, string What, string Remedy);

/// <summary>A run, as <c>run.schema.json</c> says it.</summary>
public static class RunJson
{
    /// <summary>The object.</summary>
    public static object Of(string connection, Run run, IReadOnlyList<Note> notes, ConnectionBudget budget)
    {
        ArgumentNullException.ThrowIfNull(run);
        return new
        {
            Connection = connection,
            run.IsPreview,
            run.Counts.Documents,
            run.Counts.Linked,
            run.Counts.Booked,
            run.Counts.Adopted,
            run.Counts.Asked,
            run.Counts.Twice,
            run.Counts.Waiting,
            run.Counts.NothingToBook,
            run.Counts.SetAside,
            run.Counts.Problems,
            run.Counts.ToLookAt,
            run.Counts.Duplicates,
            Notes = notes,
            run.ExactCalls,
            run.TeamleaderCalls,
            Budget = BudgetJson.Of(budget),
            Seconds = Seconds(run),
            run.Failure,
        };
    }

    /// <summary>What a person should know: what became of documents since they got their entry, then the others, oldest first.</summary>
    public static async Task<IReadOnlyList<Note>> Notes(
        IReadSide readSide,
        Guid connection,
        CancellationToken stop = default
    )
    {
        ArgumentNullException.ThrowIfNull(readSide);
        const int all = int.MaxValue;
        return
        [
            .. (await readSide.Problems(connection, 0, all, stop)).Rows.Select(row => new Note(
                row.Number,
                row.Status,
                row.Problem.Code,
                row.Problem.What,
                row.Problem.Remedy
            )),
        ];
    }

    /// <summary>How long it took, in seconds.</summary>
    public static double Seconds(Run run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Math.Round(((run.Ended ?? run.Started) - run.Started).TotalSeconds, 1);
    }
}
