using Bookonce.Sandbox.ExactOnline;
using Bookonce.Simulation.Audit;
using Bookonce.Simulation.Worlds;
using Tl = Bookonce.Sandbox.Teamleader.Model;

namespace Bookonce.Simulation.People;

/// <summary>The person who works in Exact: types, corrects, deletes, matches, and answers what Bookonce asks.</summary>
sealed partial class Bookkeeper(World world)
{
    const string InvoiceJournal = "70";
    const string CreditJournal = "71";

    static readonly Entered ByHand = new(new Actor(new Guid("0b2c3a50-9f1e-4d6b-8a57-3f0e1d2c4b5a"), "Greet Lauwers"));

    readonly Division books = world.Services.Division;
    readonly Questions questions = new(world);

    DateOnly Today => DateOnly.FromDateTime(world.Time.Now.UtcDateTime);

    /// <summary>Some customers are known already, and some documents typed.</summary>
    public void Settle()
    {
        var chance = Chance.Of(world.Plan.Seed, "bookkeeper");
        foreach (var (number, customer) in Customers().Index())
            if (chance.About("knows").About(number).IsBelow(0.4))
                Relation(customer);
        foreach (var (number, document) in world.Truth.Documents.Values.ToArray().Index())
            if (chance.About("typed").About(number).IsBelow(world.Plan.TypedShare))
                Type(document, chance.About("typing").About(number), Maker.History);
        foreach (var number in Enumerable.Range(0, chance.About("foreign").Below(3)))
            TypeForeign(InvoiceJournal, chance.About("other").About(number), Maker.History);
    }

    public void Do(ActKind kind, Chance chance)
    {
        switch (kind)
        {
            case ActKind.TypeCopy:
                var untyped = world.Truth.Documents.Values.Where(document =>
                    !document.IsGone && !world.Truth.LivingOf(document.Id).Any()
                );
                if (Pick(untyped, chance) is { } document)
                    TypeCopy(document, chance);
                break;
            case ActKind.TypeForeign:
                TypeForeign(InvoiceJournal, chance);
                break;
            case ActKind.AnswerQuestions:
                questions.Answer(chance);
                break;
            case ActKind.ClosePeriod:
                books.ClosePeriod(InvoiceJournal, Today.Year, Today.Month);
                world.Truth.Closed[(Today.Year, Today.Month)] = world.Truth.Tick();
                world.Story.Tell($"Period {Today.Month} of journal {InvoiceJournal} is closed in Exact.");
                break;
            case ActKind.OpenPeriod:
                books.OpenPeriod(InvoiceJournal, Today.Year, Today.Month);
                break;
            case ActKind.TypeTwin:
                TypeTwin(chance);
                break;
            case ActKind.ChangeAmount:
                ChangeAmount(chance);
                break;
            case ActKind.AttachFile:
                AttachFile(chance);
                break;
            case ActKind.FileReturn:
                FileReturn();
                break;
            default:
                if (Pick(books.Entries.Where(entry => entry.IsSales), chance) is { } entry)
                    Touch(kind, entry, chance);
                break;
        }
    }

    /// <summary>Types a document that nobody has booked yet, as far as can be seen.</summary>
    public void TypeCopy(DocumentTruth document, Chance chance)
    {
        if (!world.Truth.LivingOf(document.Id).Any())
            Type(document, chance, Maker.Person);
    }

    public void TypeForeign(string journal, Chance chance) => TypeForeign(journal, chance, Maker.Person);

    void TypeForeign(string journal, Chance chance, Maker maker)
    {
        var amount = 11m + chance.About("amount").Below(9000) / 100m;
        var draft = new SalesEntryDraft
        {
            Journal = journal,
            Customer = Relation(Customers()[0]).Id,
            EntryDate = Today,
            Year = Today.Year,
            Period = Today.Month,
            PaymentCondition = "30",
            YourRef = $"WS-{chance.About("reference").Below(100_000)}",
            Description = "Webshop",
            Lines = [new SalesLineDraft(Ledger("700900"), amount, Typing.CodeOf(0.21m), "Webshop")],
        };
        var entry = books.EnterSalesEntry(draft, ByHand);
        world.Truth.Observe(maker, document: null);
        world.Story.Tell($"Somebody types {entry.Journal.Code} {entry.EntryNumber}, which is no document.");
    }

    void Type(DocumentTruth document, Chance chance, Maker maker)
    {
        var content = ContentOf(document);
        var draft = Typing.DraftOf(content, document.IsCreditNote, chance, Ledger("700000")) with
        {
            Journal = document.IsCreditNote ? CreditJournal : InvoiceJournal,
            Customer = Relation(content.Invoicee.Customer).Id,
        };
        var entry = books.EnterSalesEntry(draft, ByHand);
        world.Truth.Observe(maker, document.Id);
        world.Story.Tell(
            $"Somebody types {document.Name} as {entry.Journal.Code} {entry.EntryNumber}: '{entry.YourRef}', '{entry.Description}', {entry.AmountFC}."
        );
    }

    void Touch(ActKind kind, Entry entry, Chance chance)
    {
        var name = $"{entry.Journal.Code} {entry.EntryNumber}";
        switch (kind)
        {
            case ActKind.EditEntry:
                var draft = books.DraftOf(entry) with { Description = $"{entry.Description} (gewijzigd)" };
                books.ChangeSalesEntry(entry, draft, ByHand);
                world.Story.Tell($"Somebody changes the description of {name}.");
                break;
            case ActKind.DeleteEntry:
                books.DeleteEntry(entry);
                world.Story.Tell($"Somebody deletes {name}.");
                break;
            case ActKind.RenumberEntry:
                var number = entry.EntryNumber + 20 + chance.About("by").Below(20);
                books.ChangeSalesEntry(entry, books.DraftOf(entry) with { EntryNumber = number }, ByHand);
                world.Story.Tell($"Somebody gives {name} the number {entry.EntryNumber}.");
                break;
            case ActKind.MatchPayment:
                Pay(entry);
                world.Story.Tell($"{name} is paid.");
                break;
            default:
                throw new InvalidOperationException($"Nobody in Exact does {kind}.");
        }
        world.Truth.Observe(Maker.Person, document: null);
    }

    void Pay(Entry entry)
    {
        var line = books.ReceivableLineOf(entry);
        var payment = new BankLineDraft(entry.Customer!.Id, entry.AmountDC, "Ontvangst") { Pays = [line.Id] };
        books.EnterBankEntry(new BankEntryDraft("55", Today, [payment]), ByHand);
        world.Truth.Paid[entry.Id] = world.Truth.Tick();
    }

    Tl.Document ContentOf(DocumentTruth document) =>
        document.IsCreditNote
            ? world.Services.Teamleader.FindCreditNote(document.Id)!
            : world.Services.Teamleader.FindInvoice(document.Id)!;

    /// <summary>The relation of a customer, made by hand when there is none.</summary>
    Account Relation(Tl.CustomerReference reference)
    {
        var customer = world.Services.Teamleader.FindRelation(reference)!;
        if (books.AccountRows.Ordered.FirstOrDefault(account => account.Name == customer.DisplayName) is { } known)
            return known;

        var added = books.AddAccount(
            new AccountDraft(customer.DisplayName)
            {
                VatNumber = customer.VatNumber,
                Postcode = customer.Addresses[0].Address.PostalCode,
                Country = "BE",
            },
            ByHand
        );
        // Told at once: what it was added for may be refused.
        world.Auditor.AfterPerson();
        return added;
    }

    Tl.CustomerReference[] Customers() =>
        [
            .. world.Services.Teamleader.Companies.Select(company => new Tl.CustomerReference(
                Tl.CustomerKind.Company,
                company.Id
            )),
            .. world.Services.Teamleader.Contacts.Select(contact => new Tl.CustomerReference(
                Tl.CustomerKind.Contact,
                contact.Id
            )),
        ];

    Guid Ledger(string code) => books.FindGLAccount(code)!.Id;

    static T? Pick<T>(IEnumerable<T> from, Chance chance)
        where T : class
    {
        var all = from.ToArray();
        return all is [] ? null : chance.About("which one").Pick(all);
    }
}
