using Bookonce.Domain.Booking;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Duplicates;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Matching;
using Bookonce.Domain.Problems;
using Bookonce.Engine.Store;

namespace Bookonce.Engine.Synchronise;

/// <summary>What one run found and did, document by document.</summary>
public sealed class RunResult
{
    readonly Dictionary<Guid, DocumentOutcome> outcomes = [];
    readonly HashSet<Guid> linkedBefore;
    readonly HashSet<Guid> booked = [];
    readonly HashSet<Guid> held = [];
    readonly HashSet<Guid> refusedBefore;
    readonly List<Link> toAdopt = [];

    readonly bool isPreview;

    internal RunResult(IReadOnlyList<StoredDocument> documents, IReadOnlyList<Link> links, bool isPreview)
    {
        this.isPreview = isPreview;
        linkedBefore = links.Select(link => link.DocumentId).ToHashSet();
        refusedBefore = documents
            .Where(document => document.Outcome.Problem is { Code: "refusedByExact" or "relationRefused" })
            .Select(document => document.Content.Id)
            .ToHashSet();
        foreach (var document in documents)
            outcomes[document.Content.Id] = document.Outcome;
    }

    /// <summary>Where every document stands now.</summary>
    public IReadOnlyList<DocumentOutcome> Outcomes => [.. outcomes.Values];

    /// <summary>What stands in the books of the administration twice, or no longer once; by date.</summary>
    public IReadOnlyList<Finding> Findings { get; internal set; } = [];

    /// <summary>The parts; they add up to the documents.</summary>
    public RunCounts Counts
    {
        get
        {
            var counts = new RunCounts(
                Documents: outcomes.Count,
                ToLookAt: outcomes.Values.Count(outcome =>
                    outcome is { Status: DocumentStatus.Linked, Problem: not null }
                ),
                Duplicates: Findings.Count
            );
            foreach (var outcome in outcomes.Values)
                counts = outcome.Status switch
                {
                    DocumentStatus.Linked when linkedBefore.Contains(outcome.DocumentId) => counts with
                    {
                        Linked = counts.Linked + 1,
                    },
                    DocumentStatus.Linked when booked.Contains(outcome.DocumentId) => counts with
                    {
                        Booked = counts.Booked + 1,
                    },
                    DocumentStatus.Linked => counts with { Adopted = counts.Adopted + 1 },
                    DocumentStatus.Adopt when isPreview => counts with { Adopted = counts.Adopted + 1 },
                    DocumentStatus.Ask => counts with { Asked = counts.Asked + 1 },
                    DocumentStatus.Twice => counts with { Twice = counts.Twice + 1 },
                    DocumentStatus.Waiting or DocumentStatus.Adopt or DocumentStatus.Book or DocumentStatus.New =>
                        counts with
                        {
                            Waiting = counts.Waiting + 1,
                        },
                    DocumentStatus.SetAside => counts with { SetAside = counts.SetAside + 1 },
                    DocumentStatus.NothingToBook => counts with { NothingToBook = counts.NothingToBook + 1 },
                    _ => counts with { Problems = counts.Problems + 1 },
                };
            return counts;
        }
    }

    internal IReadOnlyList<Link> ToAdopt => toAdopt;

    /// <summary>Whether an unanswered try keeps the document out of the look.</summary>
    internal bool IsHeld(Guid document) => held.Contains(document);

    /// <summary>Whether somebody must do something before the document can be booked.</summary>
    internal bool IsOpen(Guid document) =>
        outcomes[document].Status
            is DocumentStatus.Ask
                or DocumentStatus.Twice
                or DocumentStatus.Problem
                or DocumentStatus.Waiting;

    /// <summary>Whether Exact refused the document the last time.</summary>
    internal bool WasRefused(Guid document) => refusedBefore.Contains(document);

    /// <summary>Keeps documents out of the look whose tries were never answered.</summary>
    internal void Hold(IEnumerable<Guid> documents) => held.UnionWith(documents.Where(outcomes.ContainsKey));

    /// <summary>What was last said of a document.</summary>
    internal Problem? ProblemOf(Guid document) => outcomes[document].Problem;

    internal void Set(Guid document, DocumentStatus status, Problem? problem = null) =>
        outcomes[document] = new DocumentOutcome(document, status, problem);

    internal void Recovered(DocumentOutcome outcome)
    {
        Booked(outcome);
        if (outcome.Status is DocumentStatus.Waiting or DocumentStatus.Twice or DocumentStatus.Problem)
            held.Add(outcome.DocumentId);
    }

    internal void Booked(DocumentOutcome outcome)
    {
        outcomes[outcome.DocumentId] = outcome;
        if (outcome.Status == DocumentStatus.Linked)
            booked.Add(outcome.DocumentId);
    }

    internal void Adopt(SalesDocument document, Candidate candidate, DateTimeOffset at)
    {
        // An entry that carries our mark was booked by us, whatever became of the memory of it.
        var origin = candidate.Entry.Mark == document.Mark ? LinkOrigin.Booked : LinkOrigin.Adopted;
        var link = Link.To(candidate.Entry, document, origin, at);
        toAdopt.Add(link);
        Set(document.Id, DocumentStatus.Adopt, LinkCheck.Of(link, document, isGone: false, candidate.Entry));
    }

    internal void Adopted()
    {
        foreach (var link in toAdopt)
            outcomes[link.DocumentId] = outcomes[link.DocumentId] with { Status = DocumentStatus.Linked };
    }

    /// <summary>What was to be booked waits, and why.</summary>
    internal IReadOnlyList<DocumentOutcome> Wait(IEnumerable<Guid> documents, Problem reason)
    {
        var waiting = documents
            .Where(document => outcomes[document].Status == DocumentStatus.Book)
            .Select(document => new DocumentOutcome(document, DocumentStatus.Waiting, reason))
            .ToArray();
        foreach (var outcome in waiting)
            outcomes[outcome.DocumentId] = outcome;
        return waiting;
    }

    internal void Translated(Guid document, Translation translation)
    {
        switch (translation)
        {
            case Translation.Stuck(var problem):
                Set(document, DocumentStatus.Problem, problem);
                break;
            case Translation.NothingToBook:
                Set(document, DocumentStatus.NothingToBook);
                break;
            default:
                Set(document, DocumentStatus.Book);
                break;
        }
    }
}
