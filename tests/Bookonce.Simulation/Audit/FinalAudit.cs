using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Bookonce.Engine.Store;
using Bookonce.Simulation.Time;
using Bookonce.Storage;

namespace Bookonce.Simulation.Audit;

/// <summary>The thorough look at the end, when nothing has gone wrong for two days.</summary>
sealed class FinalAudit(Truth truth, Auditor auditor, Database database, bool wasRestored, bool repairs)
{
    public void Look(IReadOnlyList<Connection> connections)
    {
        if (connections is not [{ Administration.Id: var administration }, ..])
            return;

        var books = database.Store.LoadBooks(administration).Result();
        var outcomes = new Dictionary<Guid, DocumentOutcome>();
        foreach (var connection in connections)
        {
            var documents = database.Store.LoadDocuments(connection.Id).Result();
            foreach (var document in documents)
                outcomes[document.Content.Id] = document.Outcome;
            Lost(connection, outcomes, books);
            if (repairs)
                Repaired(connection, outcomes, books);
        }
        Links(books, outcomes);
        OwnEntries(books, outcomes);
        Log(administration);
        new GapAudit(truth, auditor, database.Log.Lines(administration).Result(), wasRestored).Look();
    }

    /// <summary>The chain holds, and the links can be told from the log alone.</summary>
    void Log(Guid administration)
    {
        var verdict = database.Log.Verify(administration).Result();
        if (verdict.Broken is { } line)
            auditor.Find(Counter.Unexplained, $"The log is broken at line {line.Sequence}.");
        foreach (var difference in verdict.Differences ?? [])
            auditor.Find(Counter.Unexplained, $"The log tells another link than the table: {difference}.");
    }

    void Lost(Connection connection, Dictionary<Guid, DocumentOutcome> outcomes, Books books)
    {
        foreach (var document in Mine(connection))
        {
            var outcome = outcomes.GetValueOrDefault(document.Id);
            var isLinked = books.Links.Any(link => link.DocumentId == document.Id);
            var isOpen =
                outcome
                is null
                    or {
                        Status: DocumentStatus.New
                            or DocumentStatus.Adopt
                            or DocumentStatus.Book
                            or DocumentStatus.Waiting
                    };
            if (!isLinked && isOpen)
                auditor.Find(
                    Counter.Lost,
                    $"{document.Name} is {outcome?.Status.ToString() ?? "unknown"} ({outcome?.Problem?.Code})."
                );
        }
    }

    /// <summary>Every repair has ended, and a document has one copy in the books, or a person is told.</summary>
    void Repaired(Connection connection, Dictionary<Guid, DocumentOutcome> outcomes, Books books)
    {
        foreach (var repair in database.Store.LoadRepairs(connection.Id).Result().Where(repair => repair.IsOpen))
            auditor.Find(Counter.Unexplained, $"A repair is still open: {repair.Plan.Title}.");
        foreach (var document in Mine(connection))
        {
            var outcome = outcomes.GetValueOrDefault(document.Id);
            // What somebody typed with slips may be another invoice for all that can be seen.
            var copies = truth
                .LivingOf(document.Id)
                .Where(copy => copy.Maker == Maker.Bookonce || copy.IsPlainly(document.Versions))
                .ToArray();
            var isAsked = outcome is { Problem: not null } or { Status: DocumentStatus.Twice or DocumentStatus.Ask };
            var link = books.Links.FirstOrDefault(link => link.DocumentId == document.Id);
            // Where two companies number alike, the question may be put at the other's document first.
            var unnamed = copies.Where(copy => copy.EntryId != link?.EntryId && !IsNamed(copy, outcomes.Values));
            if (copies.Length > 1 && !isAsked && unnamed.Any())
                auditor.Find(
                    Counter.Unexplained,
                    $"{document.Name} stands in the books as {string.Join(" and ", copies.Select(copy => copy.Name))}, without a word."
                );
            if (link is not null && truth.IsTakenBack(link.EntryId) && !isAsked)
                auditor.Find(
                    Counter.Unexplained,
                    $"{document.Name} is linked to {link.BookingNumber}, which is taken back, without a word."
                );
        }
    }

    static bool IsNamed(Copy copy, IEnumerable<DocumentOutcome> outcomes) =>
        outcomes.Any(outcome =>
            outcome.Problem?.What.Contains($"{copy.Journal} {copy.Number}", StringComparison.Ordinal) == true
        );

    IEnumerable<DocumentTruth> Mine(Connection connection) =>
        truth.Documents.Values.Where(document =>
            document.Department == connection.Department
            && !document.IsGone
            && document.Versions[^1].Date >= connection.Settings.StartDate
        );

    void Links(Books books, Dictionary<Guid, DocumentOutcome> outcomes)
    {
        foreach (var link in books.Links)
        {
            var name = truth.Documents[link.DocumentId].Name;
            var isTold = outcomes.GetValueOrDefault(link.DocumentId)?.Problem is not null;
            if (truth.Living(link.EntryId) is not { } copy)
            {
                if (!isTold)
                    auditor.Find(Counter.Unexplained, $"{name} is linked to an entry that is gone, without a word.");
            }
            else if (copy.Document != link.DocumentId)
                auditor.Find(Counter.Unexplained, $"{name} is linked to {copy.Name}, which it is not.");
        }
        foreach (
            var group in books.Links.GroupBy(link => (link.EntryId, link.LineId)).Where(group => group.Count() > 1)
        )
            auditor.Find(Counter.Unexplained, $"{group.Count()} documents are linked to one entry.");
    }

    void OwnEntries(Books books, Dictionary<Guid, DocumentOutcome> outcomes)
    {
        var linked = books.Links.Select(link => link.EntryId).ToHashSet();
        foreach (
            var copy in truth.AllLiving.Where(copy => copy.Maker == Maker.Bookonce && !linked.Contains(copy.EntryId))
        )
        {
            // What takes another back, and what is taken back, count for nothing.
            if (copy.TakesBack is not null || truth.IsTakenBack(copy.EntryId))
                continue;
            // What was booked after the copy was made, and withdrawn before it was put back, left no trace.
            if (wasRestored && copy.Document is { } withdrawn && truth.Documents[withdrawn].IsGone)
                continue;
            var outcome = copy.Document is { } id ? outcomes.GetValueOrDefault(id) : null;
            var isTold =
                outcome?.Problem is not null
                || outcome?.Status is DocumentStatus.Twice or DocumentStatus.Ask or DocumentStatus.Problem;
            if (!isTold && books.Intents.All(intent => intent.DocumentId != copy.Document))
                auditor.Find(Counter.Unexplained, $"Our entry {copy.Name} is known to nobody.");
        }
    }
}
