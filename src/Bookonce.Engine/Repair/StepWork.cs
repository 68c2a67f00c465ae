using System.Text.Json.Nodes;
using Bookonce.Domain.Booking;
using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Problems;
using Bookonce.Domain.Repair;
using Bookonce.Engine.Store;
using Bookonce.Engine.Synchronise;
using Bookonce.Engine.Vendors;
using Bookonce.ExactOnline;
using Bookonce.Teamleader;

namespace Bookonce.Engine.Repair;

/// <summary>Does what a step says, once it is written that it will be done. What came of it is seen afterwards, not believed.</summary>
sealed class StepWork(
    IStore store,
    Office office,
    Connection connection,
    ExactDivision division,
    TeamleaderClient teamleader,
    StepSight sight,
    NewId newId,
    TimeProvider clock
)
{
    readonly ReadEntries entries = new(store, office, division);
    BookingSession? session;

    /// <summary>
    /// The highest number of the series before Exact gives one, as it may even where a number is sent; null where it is known to
    /// take that, or nothing is made.
    /// </summary>
    public async Task<int?> HighestBefore(RepairStep step, BooksNow now, CancellationToken stop)
    {
        (SeriesKey? series, int? number) = step switch
        {
            RepairStep.ReverseEntry reverse => ((SeriesKey?)reverse.Series, reverse.Number),
            RepairStep.PutBack back => (back.Series, back.Number),
            _ => (null, null),
        };
        if (series is not { } where || (number is not null && now.IsFenced(where)))
            return null;
        var filter = Filter.Eq("Journal", where.Journal) & Filter.Eq("ReportingYear", where.Year);
        var newest = await division
            .SalesEntries.Read(filter, "EntryNumber desc", top: 1, cancellation: stop)
            .FirstOrDefaultAsync(stop);
        return newest?.EntryNumber ?? 0;
    }

    /// <summary>Does it.</summary>
    /// <returns>Why it could not be done, where that is known; null when it was sent.</returns>
    /// <exception cref="ExactOnlineException">Refused, or unknown.</exception>
    public async Task<Problem?> Do(RepairStep step, BooksNow now, CancellationToken stop)
    {
        switch (step)
        {
            case RepairStep.RemoveEntry(var entry):
                await division.SalesEntries.Delete(entry.EntryId, CancellationToken.None);
                return null;
            case RepairStep.CorrectEntry(var document, var entry):
                return now.DraftOf(document, connection.Settings) is not { } draft ? Unbookable(document)
                    : draft.Series.Year != entry.Series.Year ? OtherYear(document, draft)
                    : await Change(
                        entry.EntryId,
                        read => Rewrite.Towards(draft, StepSight.AccountOf(document, now) ?? read.Account, read),
                        stop
                    );
            case RepairStep.RestoreContent(var saved):
                return await Change(saved.EntryId, read => Rewrite.Towards(saved, read), stop);
            case RepairStep.ReverseEntry reverse:
                return await Reverse(reverse, now, stop);
            case RepairStep.PutBack back:
                await PutBack(back, stop);
                return null;
            case RepairStep.BookAgain again:
                return await BookAgain(again, now, stop);
            case RepairStep.Release(var document, _):
                await store.Release(office, [document.Id], stop);
                return null;
            case RepairStep.LinkTo(var document, var entry, _):
                var link = Link.To(
                    now.Find(entry.LineId)!,
                    now.Own[document.Id].Content,
                    LinkOrigin.Chosen,
                    clock.GetUtcNow()
                );
                await store.Relink(office, link, stop);
                return null;
            case RepairStep.RestoreLink(_, var before, var entry):
                await store.Relink(office, AsBefore(before, entry), stop);
                return null;
            case RepairStep.ContinueAt(var series, var next, _):
                await store.ContinueAt(office, series, next > 1 ? next - 1 : null, stop);
                return null;
            case RepairStep.Accept(var document, _):
                return await Accept(document, now, stop);
            default:
                throw new ArgumentOutOfRangeException(nameof(step), step, "Only a person does it.");
        }
    }

    async Task<Problem?> Accept(DocumentRef document, BooksNow now, CancellationToken stop)
    {
        if (
            await store.FindPlace(office.Administration, document.Id, stop) is not { Link: { } link }
            || now.EntryOf(link) is not { } entry
        )
            return new Problem("entryGone", $"{document} has no entry any more.", "Plan again.");
        await store.Accept(office, link.Accepted(now.Own[document.Id].Content, entry), stop);
        return null;
    }

    /// <summary>What became of an earlier try to book a document.</summary>
    public async Task<DocumentOutcome> Recover(Intent intent, BooksNow now, CancellationToken stop) =>
        await (await Session(now, stop)).Recover(intent, now.Own[intent.DocumentId].Content.Kind);

    async Task<Problem?> BookAgain(RepairStep.BookAgain again, BooksNow now, CancellationToken stop)
    {
        if (now.DraftOf(again.Document, connection.Settings) is not { } draft)
            return Unbookable(again.Document);
        var document = now.Own[again.Document.Id].Content;
        var outcome = await (await Session(now, stop)).BookAgain(
            document,
            draft with
            {
                Series = again.Series,
            },
            again.Number
        );
        if (outcome is not { Status: DocumentStatus.Linked, Problem: null })
            await store.SaveOutcomes(office, [outcome], CancellationToken.None);
        // What waits for an answer is followed; what waits for anything else is for a person.
        var isAsked = (await store.FindPlace(office.Administration, document.Id, stop)).Intent is not null;
        return outcome.Status == DocumentStatus.Linked || isAsked ? null : outcome.Problem;
    }

    /// <summary>The customers of everything that is booked again are read at once.</summary>
    async Task<BookingSession> Session(BooksNow now, CancellationToken stop) =>
        session ??= await BookingSession.Begin(
            store,
            office,
            connection,
            division,
            teamleader,
            newId,
            clock,
            [.. sight.BookedAgain.Where(now.Own.ContainsKey).Select(document => now.Own[document].Content)],
            stop
        );

    /// <summary>New lines go in before old ones go out: an entry without lines is deleted.</summary>
    async Task<Problem?> Change(Guid entry, Func<SavedEntry, Rewrite> rewrite, CancellationToken stop)
    {
        if (await entries.Whole(entry, stop) is not { } whole)
            return new Problem("entryGone", "The entry is gone.", "Plan again.");
        var now = SavedEntries.Of(whole, []);
        var change = rewrite(now);
        if (SavedEntries.Header(change.Wanted, now) is { Count: > 0 } header)
            await division.SalesEntries.Update(entry, header, CancellationToken.None);
        foreach (var line in change.Add)
            await division.SalesEntryLines.Create(
                ExactJson.Bytes(SavedEntries.NewLine(line, entry)),
                CancellationToken.None
            );
        SalesEntryLine[] lines = [.. whole.SalesEntryLines.OrderBy(line => line.LineNumber)];
        foreach (var at in change.Remove)
            await division.SalesEntryLines.Delete(lines[at].ID, CancellationToken.None);
        return null;
    }

    async Task<Problem?> Reverse(RepairStep.ReverseEntry reverse, BooksNow now, CancellationToken stop)
    {
        if (await entries.Whole(reverse.Entry.EntryId, stop) is not { } whole)
            return new Problem("entryGone", "The entry is gone.", "Plan again.");
        var entry = SavedEntries.Of(whole, []);
        if (
            (entry.Series, entry.Number, entry.Amount)
            != (reverse.Entry.Series, reverse.Entry.Number, reverse.Entry.Amount)
        )
            return new Problem("entryChanged", "The entry was changed since the plan was approved.", "Plan again.");
        var period = now.Masters.PeriodOf(reverse.On)?.Number ?? reverse.On.Month;
        var back = Reversal.Of(entry, reverse, period);
        await division.SalesEntries.Create(
            SavedEntries.Body(back, reverse.Series, reverse.Number, document: null),
            CancellationToken.None
        );
        return null;
    }

    async Task PutBack(RepairStep.PutBack back, CancellationToken stop)
    {
        var document = back.Saved.Attachments is [] ? (Guid?)null : await Files(back.Saved, stop);
        await division.SalesEntries.Create(
            SavedEntries.Body(back.Saved, back.Series, back.Number, document),
            CancellationToken.None
        );
    }

    /// <summary>The files of an entry, attached to a document of the same name; what an earlier try attached is taken up.</summary>
    async Task<Guid> Files(SavedEntry saved, CancellationToken stop)
    {
        const int salesEntry = 10;
        var subject = $"{saved.Series} {saved.Number} {saved.YourRef}".Trim();
        var made = await division
            .Documents.Read(Filter.Eq("Subject", subject) & Filter.Eq("Account", saved.Account), cancellation: stop)
            .FirstOrDefaultAsync(document => document.FinancialTransactionEntryID is null, stop);
        made ??= await division.Documents.Create(
            ExactJson.Bytes(
                new NewDocument
                {
                    Subject = subject,
                    Type = salesEntry,
                    Account = saved.Account,
                    DocumentDate = saved.Date,
                }
            ),
            CancellationToken.None
        );
        var there = await division
            .DocumentAttachments.Read(Filter.Eq("Document", made.ID), cancellation: stop)
            .Select(attachment => attachment.FileName)
            .ToListAsync(stop);
        foreach (var file in saved.Attachments.Where(file => !there.Contains(file.Name)))
            if (await store.LoadFile(file.Hash, stop) is { } content)
                await division.DocumentAttachments.Create(
                    ExactJson.Bytes(
                        new NewDocumentAttachment
                        {
                            Document = made.ID,
                            FileName = file.Name,
                            Attachment = content,
                        }
                    ),
                    CancellationToken.None
                );
        return made.ID;
    }

    /// <summary>An entry that came back has another id, and perhaps another number.</summary>
    Link AsBefore(Link before, Guid entry) =>
        sight.PutBack(entry) is var (step, progress) && progress.Made is { } made
            ? before with
            {
                EntryId = made,
                LineId = null,
                Series = step.Series,
                BookingNumber = progress.Number ?? before.BookingNumber,
            }
            : before;

    static Problem Unbookable(DocumentRef document) =>
        new("unbookable", $"{document} cannot be booked as it is now.", "Mend it, then go on.");

    static Problem OtherYear(DocumentRef document, EntryDraft draft) =>
        new(
            "otherYear",
            $"{document} belongs to {draft.Series.Year} now, and an entry cannot move there with its number.",
            "Book it again instead."
        );
}
