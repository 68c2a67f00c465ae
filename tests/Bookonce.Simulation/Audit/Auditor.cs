using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Engine.Store;
using Bookonce.Sandbox.ExactOnline;
using Bookonce.Simulation.Time;

namespace Bookonce.Simulation.Audit;

/// <summary>
/// Watches every step that changes something in Exact. Knows the sandboxes, the truth and the store; nothing of how the
/// engine comes to its decisions.
/// </summary>
sealed class Auditor(Truth truth, Division division, Func<IStore> store, Story story)
{
    readonly List<Finding> findings = [];
    readonly List<Reporting> toReport = [];
    readonly Dictionary<Guid, HashSet<Guid>> relations = [];
    readonly HashSet<Guid> knownAccounts = [.. division.AccountRows.Ordered.Select(account => account.Id)];

    /// <summary>A document that the next complete run has to speak of.</summary>
    /// <param name="Link">The entry that may simply be its link; null when that would not do.</param>
    sealed record Reporting(Guid Document, long Since, Guid? Link);

    public IReadOnlyList<Finding> Findings => findings;

    public void Find(Counter counter, string what)
    {
        findings.Add(new Finding(counter, what));
        story.Tell($"** {counter}: {what}");
    }

    /// <summary>After a request that may have changed something, carried out now or late.</summary>
    public void AfterRequest(Request request)
    {
        var step = truth.Observe(Maker.Bookonce, request.Message.IsEntry ? request.Subject : null, Number(request));
        foreach (var entry in step.Made)
            AfterEntry(request, entry);
        foreach (var copy in step.Changed.Concat(step.Deleted))
            Find(Counter.ForeignTouched, $"{request.Message.Name} touched the entry {copy.Name} of {copy.Maker}.");
        if (request.Message.IsAccount)
            AfterRelation(request);
    }

    static int? Number(Request request) => request.Message.IsEntry ? request.Number : null;

    void AfterEntry(Request request, Entry entry)
    {
        if (request.Subject is not { } id || !truth.Documents.TryGetValue(id, out var document))
        {
            Find(Counter.Unexplained, $"The entry {entry.Journal.Code} {entry.EntryNumber} is no document's.");
            return;
        }

        story.Tell($"Bookonce's entry {entry.Journal.Code} {entry.EntryNumber} of {document.Name} is in the books.");
        Compare(request, document, entry);
        var others = truth.LivingOf(id).Where(copy => copy.EntryId != entry.Id && !IsReplaced(copy, request)).ToArray();
        var seen = others.FirstOrDefault(copy =>
            copy.Maker == Maker.Bookonce || copy.PutBackOf is not null || copy.Made <= request.LookedAt
        );
        // A try is kept out by its number, until a person frees that.
        if (seen?.Renumbered > request.SentAt)
        {
            Find(Counter.Revived, $"{document.Name} came again as {entry.Journal.Code} {entry.EntryNumber}.");
            toReport.Add(new Reporting(id, truth.Now, Link: null));
        }
        else if (seen is not null)
            Find(
                Counter.BookedTwice,
                $"{document.Name} is {entry.Journal.Code} {entry.EntryNumber}, and was {seen.Name} ({seen.Maker}) already."
            );
        else if (others is [var typed, ..])
        {
            Find(Counter.TypedMeanwhile, $"{document.Name} was typed as {typed.Name} in the meantime.");
            toReport.Add(new Reporting(id, truth.Now, Link: null));
        }
        else if (truth.Copies.Any(copy => copy.Document == id && copy.Deleted > request.SentAt))
        {
            Find(Counter.Revived, $"{document.Name} came back as {entry.Journal.Code} {entry.EntryNumber}.");
            toReport.Add(new Reporting(id, truth.Now, entry.Id));
        }
    }

    /// <summary>
    /// A person who approved to book a document again saw what else may be it; but there must not be more copies than before.
    /// </summary>
    bool IsReplaced(Copy copy, Request request) =>
        request.Warrant is { Repair.SawUpTo: var saw }
        && copy.Made <= saw
        && truth.LivingOf(copy.Document!.Value).Count()
            <= truth.Copies.Count(one =>
                one.Document == copy.Document && one.Made <= saw && (one.Deleted is null || one.Deleted > saw)
            );

    /// <summary>The entry must be what the document said at some time since the run began that first sent it.</summary>
    void Compare(Request request, DocumentTruth document, Entry entry)
    {
        var vat = entry
            .SalesLines.GroupBy(line => line.VatCode.FractionOn(entry.Date))
            .Select(group => (Rate: group.Key, Vat: group.Sum(line => line.VatAmountFC)))
            .Where(share => share.Vat != 0)
            .OrderBy(share => share.Rate)
            .ToArray();
        if (!document.Since(request.KnewSince).Any(said => said.Gross == entry.AmountFC && said.Vat.SequenceEqual(vat)))
            Find(
                Counter.Unexplained,
                $"The entry of {document.Name} says {entry.AmountFC} with VAT {string.Join(", ", vat)}; the document {document.Versions[^1].Gross} with {string.Join(", ", document.Versions[^1].Vat)}."
            );
    }

    void AfterRelation(Request request)
    {
        foreach (var account in division.AccountRows.Ordered.Where(account => knownAccounts.Add(account.Id)))
        {
            story.Tell($"Bookonce's relation {account.Name} is in Exact.");
            if (request.Subject is not { } customer)
                Find(Counter.Unexplained, $"The relation {account.Name} is no customer's.");
            else if (!relations.TryGetValue(customer, out var made))
                relations.Add(customer, [account.Id]);
            else if (made.Add(account.Id))
                Find(Counter.RelationsTwice, $"The customer {account.Name} has {made.Count} relations.");
        }
    }

    /// <summary>After somebody added relations by hand.</summary>
    public void AfterPerson() => knownAccounts.UnionWith(division.AccountRows.Ordered.Select(account => account.Id));

    /// <summary>After a run that went through: what happened before it began must be spoken of by now.</summary>
    public void AfterRun(Connection connection, long began)
    {
        if (toReport.Count == 0)
            return;

        var documents = store().LoadDocuments(connection.Id).Result().ToDictionary(document => document.Content.Id);
        var links = store().LoadBooks(connection.Administration.Id).Result().Links;
        foreach (
            var reporting in toReport.Where(one => one.Since <= began && documents.ContainsKey(one.Document)).ToArray()
        )
        {
            toReport.Remove(reporting);
            var outcome = documents[reporting.Document].Outcome;
            var isTold =
                outcome.Problem is not null
                || outcome.Status is DocumentStatus.Twice or DocumentStatus.Ask or DocumentStatus.Problem;
            var isLinked = links.Any(link => link.DocumentId == reporting.Document && link.EntryId == reporting.Link);
            var isOne = truth.LivingOf(reporting.Document).Take(2).Count() < 2;
            if (!isTold && !isLinked && !(reporting.Link is null && isOne))
                Find(
                    Counter.Unexplained,
                    $"A run went through and says nothing of {truth.Documents[reporting.Document].Name}, which is {outcome.Status}."
                );
        }
    }
}
