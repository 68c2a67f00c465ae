using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Engine.Store;
using Bookonce.Engine.Vendors;
using Bookonce.ExactOnline;
using Bookonce.Simulation.Time;
using Bookonce.Teamleader;
using Connection = Bookonce.Domain.Connections.Connection;
using Document = Bookonce.Teamleader.Document;

namespace Bookonce.Simulation.Contenders;

/// <summary>
/// A connector as many are: it goes through the documents that it does not remember, and books them. What it remembers
/// survives a crash.
/// </summary>
sealed class Rival(
    Strategy strategy,
    IStore store,
    VendorClients vendors,
    RivalMemory memory,
    Func<string, Point, Task> gate
)
{
    const int Tries = 3;

    /// <summary>Goes through all documents; the first unexpected answer to a read ends the run.</summary>
    public async Task Run(Connection connection)
    {
        var teamleader = vendors.Teamleader((await store.FindAccess(connection.TeamleaderAccess))!);
        var exact = vendors.Exact((await store.FindAccess(connection.Administration.ExactAccess))!);
        var division = exact.Division(connection.Administration.Division);
        var department = connection.Department.ToString();
        var invoices = teamleader.Invoices.List(
            new InvoiceFilter
            {
                DepartmentId = department,
                Status = ["outstanding", "matched"],
                InvoiceDateAfter = connection.Settings.StartDate,
            }
        );
        var notes = teamleader.CreditNotes.List(
            new CreditNoteFilter { DepartmentId = department, CreditNoteDateAfter = connection.Settings.StartDate }
        );
        var documents = await invoices.Cast<Document>().Concat(notes).ToListAsync();
        foreach (var document in documents.Where(document => !memory.Booked.Contains(document.Id)))
            await Book(division, connection.Settings, document);
    }

    async Task Book(ExactDivision division, ConnectionSettings settings, Document document)
    {
        if (await IsThere(division, document))
        {
            await Remember(document);
            return;
        }

        var body = ExactJson.Bytes(
            RivalEntry.Of(document, settings, await AccountOf(division, document), await LedgerOf(division))
        );
        for (var attempt = 1; attempt <= (strategy == Strategy.RetryOnError ? Tries : 1); attempt++)
            try
            {
                await division.SalesEntries.Create(body);
                await Remember(document);
                return;
            }
            catch (ExactOnlineException failure) when (!failure.IsReconnectNeeded)
            {
                // Not noted as booked, so it is booked in the next try or the next run.
            }
    }

    async Task<bool> IsThere(ExactDivision division, Document document)
    {
        if (strategy is not (Strategy.CheckFailsOpen or Strategy.NumberEqualCheck))
            return false;
        try
        {
            return await division.SalesEntries.Read(Filter.Eq("YourRef", RivalEntry.NumberOf(document))).AnyAsync();
        }
        catch (ExactOnlineException) when (strategy == Strategy.CheckFailsOpen)
        {
            return false;
        }
    }

    async Task<Guid> AccountOf(ExactDivision division, Document document)
    {
        var (key, name) = (document.Invoicee!.Customer!.Id, document.Invoicee.Name!);
        if (memory.Accounts.TryGetValue(key, out var known))
            return known;
        var found = await division.Accounts.Read(Filter.Eq("Name", name)).FirstOrDefaultAsync();
        var account =
            found
            ?? await division.Accounts.Create(ExactJson.Bytes(new NewAccount { Name = name, Remarks = $"id={key}" }));
        return memory.Accounts[key] = account.ID;
    }

    async Task<Guid> LedgerOf(ExactDivision division) =>
        memory.Ledger ??= (await division.GLAccounts.Read(Filter.Eq("Code", "700000")).FirstAsync()).ID;

    async Task Remember(Document document)
    {
        await gate("Remember", Point.Before);
        memory.Booked.Add(document.Id);
        await gate("Remember", Point.After);
    }
}

/// <summary>What a rival keeps on its disk.</summary>
sealed class RivalMemory
{
    public HashSet<string> Booked { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Guid> Accounts { get; } = new(StringComparer.Ordinal);

    public Guid? Ledger { get; set; }
}

/// <summary>How a rival writes an entry: one line per rate, the document's number as reference.</summary>
static class RivalEntry
{
    public static string NumberOf(Document document) =>
        document is CreditNote note ? note.CreditNoteNumber! : ((Invoice)document).InvoiceNumber!;

    public static NewSalesEntry Of(Document document, ConnectionSettings settings, Guid customer, Guid ledger)
    {
        var kind = document is CreditNote ? DocumentKind.CreditNote : DocumentKind.Invoice;
        var sign = kind == DocumentKind.CreditNote ? -1 : 1;
        var date = document is CreditNote note ? note.CreditNoteDate!.Value : ((Invoice)document).InvoiceDate!.Value;
        return new NewSalesEntry
        {
            Journal = settings.JournalOf(kind),
            Customer = customer,
            EntryDate = date,
            ReportingYear = date.Year,
            ReportingPeriod = date.Month,
            PaymentCondition = settings.DefaultPaymentCondition,
            YourRef = NumberOf(document),
            Description = $"Factuur {NumberOf(document)}",
            // The auditor knows by this which document an entry is; nobody here reads it again.
            ExternalLinkReference = DocumentMark.Of(kind, Guid.Parse(document.Id)),
            SalesEntryLines =
            [
                .. document.Total!.Taxes.Select(tax => new NewSalesEntryLine
                {
                    GLAccount = ledger,
                    VATCode = People.Typing.CodeOf(tax.Rate),
                    AmountFC = sign * Math.Abs(tax.Taxable?.Amount ?? 0),
                    VATAmountFC = sign * Math.Abs(tax.Tax?.Amount ?? 0),
                }),
            ],
        };
    }
}
