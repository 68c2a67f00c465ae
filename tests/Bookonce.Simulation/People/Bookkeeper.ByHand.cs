using System.Text;
using Bookonce.Sandbox.ExactOnline;
using Bookonce.Simulation.Audit;
using Bookonce.Simulation.Worlds;

namespace Bookonce.Simulation.People;

/// <content>What gives reason to repair, and what a repair asks for.</content>
sealed partial class Bookkeeper
{
    /// <summary>Types a document that stands in the books already.</summary>
    public void TypeTwin(Chance chance)
    {
        var there = world.Truth.Documents.Values.Where(document =>
            !document.IsGone && world.Truth.LivingOf(document.Id).Take(2).Count() == 1
        );
        if (Pick(there, chance) is { } document)
            Type(document, chance, Maker.Person);
    }

    /// <summary>Types another amount over one of an entry that Bookonce knows by its mark.</summary>
    public void ChangeAmount(Chance chance)
    {
        var own = books.Entries.Where(entry => entry is { IsSales: true, ExternalLinkReference: not null });
        if (Pick(own, chance) is not { SalesLines: [var line, ..] } entry)
            return;
        var draft = books.DraftOf(entry).Lines[0];
        books.ChangeSalesLine(line, draft with { AmountFC = draft.AmountFC + 5m, VatAmountFC = null }, ByHand);
        world.Truth.Observe(Maker.Person, document: null);
        world.Story.Tell(
            $"Somebody changes the amount of {entry.Journal.Code} {entry.EntryNumber} to {entry.AmountFC}."
        );
    }

    /// <summary>Attaches a file to an entry that has none.</summary>
    public void AttachFile(Chance chance)
    {
        if (Pick(books.Entries.Where(entry => entry is { IsSales: true, Document: null }), chance) is not { } entry)
            return;
        var document = books.AddDocument(
            new DocumentDraft($"Scan {entry.EntryNumber}", DocumentType.SalesInvoice) { Account = entry.Customer!.Id },
            ByHand
        );
        foreach (var number in Enumerable.Range(1, 1 + chance.About("files").Below(2)))
            books.AddAttachment(
                document,
                $"scan-{number}.pdf",
                Encoding.UTF8.GetBytes($"{entry.EntryNumber} page {number}")
            );
        books.ChangeSalesEntry(entry, books.DraftOf(entry) with { Document = document.Id }, ByHand);
        world.Truth.Observe(Maker.Person, document: null);
        world.Story.Tell($"Somebody attaches a file to {entry.Journal.Code} {entry.EntryNumber}.");
    }

    /// <summary>Declares the VAT of the month before.</summary>
    public void FileReturn()
    {
        var month = Today.AddMonths(-1);
        if (books.IsFiled(month.Year, month.Month))
            return;
        books.FileVatReturn(month.Year, month.Month);
        world.Truth.Closed[(month.Year, month.Month)] = world.Truth.Tick();
        world.Story.Tell($"The VAT return of {month:yyyy-MM} is filed.");
    }

    /// <summary>Works on an entry at the very moment at which it is deleted.</summary>
    public void Race(Guid entry, Chance chance)
    {
        ActKind[] kinds = [ActKind.EditEntry, ActKind.MatchPayment, ActKind.DeleteEntry, ActKind.RenumberEntry];
        if (books.FindEntry(entry) is { IsSales: true } there)
            Touch(chance.About("kind").Pick(kinds), there, chance);
    }

    public void Unmatch(Guid entry)
    {
        if (books.FindEntry(entry) is not { } there)
            return;
        books.Unmatch(books.ReceivableLineOf(there).Id);
        world.Truth.Observe(Maker.Person, document: null);
        world.Story.Tell($"Somebody undoes the matching of {there.Journal.Code} {there.EntryNumber}.");
    }

    public void Delete(Guid entry)
    {
        if (books.FindEntry(entry) is { } there)
            Touch(ActKind.DeleteEntry, there, default);
    }

    public void OpenPeriodOf(Guid entry)
    {
        if (books.FindEntry(entry) is { } there)
            books.OpenPeriod(there.Journal.Code, there.Year, there.Period);
    }

    /// <summary>Types over an entry what its document says.</summary>
    public void Correct(DocumentTruth document, Guid entry)
    {
        if (books.FindEntry(entry) is not { } there || document.IsGone)
            return;
        var right = Typing.DraftOf(ContentOf(document), document.IsCreditNote, Exactly, Ledger("700000"));
        var header = books.DraftOf(there) with
        {
            EntryDate = right.EntryDate,
            Year = right.Year,
            Period = right.Period,
        };
        books.ChangeSalesEntry(there, header with { EntryNumber = null }, ByHand);
        var old = there.SalesLines.ToArray();
        foreach (var line in right.Lines)
            books.AddSalesLine(there, line, ByHand);
        foreach (var line in old)
            books.DeleteSalesLine(line, ByHand);
        world.Truth.Observe(Maker.Person, document: null);
        world.Story.Tell($"Somebody corrects {there.Journal.Code} {there.EntryNumber} to {there.AmountFC}.");
    }

    /// <summary>The chance of typing without a slip.</summary>
    static Chance Exactly { get; } =
        Enumerable
            .Range(0, 100)
            .Select(number => Chance.Of(number, "exactly"))
            .First(chance => chance.About("slip").Below(10) == 0);
}
