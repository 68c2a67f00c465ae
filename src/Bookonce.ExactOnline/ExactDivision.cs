using System.Text.Json;

namespace Bookonce.ExactOnline;

/// <summary>One administration of Exact Online and its sets of entities.</summary>
public sealed class ExactDivision
{
    private readonly Transport transport;

    internal ExactDivision(Transport transport, int code)
    {
        var json = ReadJson.Default;
        (this.transport, Code) = (transport, code);
        Accounts = new(transport, code, "crm/Accounts", json.Account);
        BulkTransactionLines = new(transport, code, "bulk/Financial/TransactionLines", json.TransactionLine);
        Currencies = new(transport, code, "general/Currencies", json.Currency, "Code");
        DocumentAttachments = new(transport, code, "documents/DocumentAttachments", json.DocumentAttachment);
        Documents = new(transport, code, "documents/Documents", json.Document);
        ExchangeRates = new(transport, code, "financial/ExchangeRates", json.ExchangeRate);
        FinancialPeriods = new(transport, code, "financial/FinancialPeriods", json.FinancialPeriod);
        GLAccounts = new(transport, code, "financial/GLAccounts", json.GLAccount);
        Journals = new(transport, code, "financial/Journals", json.Journal);
        JournalStatus = new(transport, code, "read/financial/JournalStatusList", json.JournalStatus, "Journal");
        PaymentConditions = new(transport, code, "cashflow/PaymentConditions", json.PaymentCondition);
        Receivables = new(transport, code, "cashflow/Receivables", json.Receivable);
        SalesEntries = new(transport, code, "salesentry/SalesEntries", json.SalesEntry, "EntryID");
        SalesEntryLines = new(transport, code, "salesentry/SalesEntryLines", json.SalesEntryLine);
        SyncAccounts = new(transport, code, "sync/CRM/Accounts", json.SyncAccount);
        SyncDeleted = new(transport, code, "sync/Deleted", json.DeletedRow);
        SyncPaymentTerms = new(transport, code, "sync/Cashflow/PaymentTerms", json.PaymentTerm);
        SyncTransactionLines = new(transport, code, "sync/Financial/TransactionLines", json.SyncTransactionLine);
        WholeSalesEntries = new(
            transport,
            code,
            "salesentry/SalesEntries",
            json.WholeSalesEntry,
            "EntryID",
            (nameof(WholeSalesEntry.SalesEntryLines), json.SalesEntryLine)
        );
        VatCodes = new(transport, code, "vat/VATCodes", json.VatCode);
        VatReturns = new(transport, code, "read/financial/Returns", json.VatReturn, "DocumentID");
    }

    /// <summary>The code of the administration.</summary>
    public int Code { get; }

    /// <summary>Relations; reading needs a filter (on <c>Code</c>, <c>Name</c>, <c>VATNumber</c>, <c>ID</c> …).</summary>
    public EntitySet<Account> Accounts { get; }

    /// <summary>Ledger lines, 1,000 a page; needs a filter (on <c>Date</c>, <c>EntryID</c>, <c>JournalCode</c> …).</summary>
    public EntityReader<TransactionLine> BulkTransactionLines { get; }

    /// <summary>Currencies.</summary>
    public EntityReader<Currency> Currencies { get; }

    /// <summary>Files of documents; filter on <c>Document</c>.</summary>
    public EntitySet<DocumentAttachment> DocumentAttachments { get; }

    /// <summary>Documents that files are attached to.</summary>
    public EntitySet<Document> Documents { get; }

    /// <summary>Exchange rates by date.</summary>
    public EntityReader<ExchangeRate> ExchangeRates { get; }

    /// <summary>Periods of the financial years; whether one is closed stands in <see cref="JournalStatus"/>.</summary>
    public EntityReader<FinancialPeriod> FinancialPeriods { get; }

    /// <summary>Ledger accounts.</summary>
    public EntityReader<GLAccount> GLAccounts { get; }

    /// <summary>Journals; their next booking number is not told.</summary>
    public EntityReader<Journal> Journals { get; }

    /// <summary>Open and closed periods per journal.</summary>
    public EntityReader<JournalStatus> JournalStatus { get; }

    /// <summary>Payment conditions.</summary>
    public EntityReader<PaymentCondition> PaymentConditions { get; }

    /// <summary>Receivables, open and paid; times out on big administrations, so filter (on <c>TransactionEntryID</c>, <c>IsFullyPaid</c> …).</summary>
    public EntityReader<Receivable> Receivables { get; }

    /// <summary>Sales entries; created from bytes so that the caller can store them first.</summary>
    public EntitySet<SalesEntry> SalesEntries { get; }

    /// <summary>Lines of sales entries. Deleting the last line of an entry deletes the entry.</summary>
    public EntitySet<SalesEntryLine> SalesEntryLines { get; }

    /// <summary>Relations by row version: filter <c>Timestamp gt …</c>.</summary>
    public EntityReader<SyncAccount> SyncAccounts { get; }

    /// <summary>What was deleted in the last two months, by row version.</summary>
    public EntityReader<DeletedRow> SyncDeleted { get; }

    /// <summary>Receivables and payables by row version: the cheapest way to follow payments.</summary>
    public EntityReader<PaymentTerm> SyncPaymentTerms { get; }

    /// <summary>Ledger lines by row version.</summary>
    public EntityReader<SyncTransactionLine> SyncTransactionLines { get; }

    /// <summary>VAT codes.</summary>
    public EntityReader<VatCode> VatCodes { get; }

    /// <summary>VAT returns and other declarations, made and filed.</summary>
    public EntityReader<VatReturn> VatReturns { get; }

    /// <summary>Sales entries, each with its lines.</summary>
    public EntityReader<WholeSalesEntry> WholeSalesEntries { get; }

    /// <summary>The row version at a date, to begin a sync from there; null when Exact tells none.</summary>
    /// <param name="endpoint">For example <c>TransactionLines</c>; not every set is known to this function.</param>
    /// <param name="modified">The day from which changes are wanted.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="ExactOnlineException">The read failed.</exception>
    public async Task<long?> SyncTimestamp(string endpoint, DateOnly modified, CancellationToken cancellation = default)
    {
        var query = $"modified={Literal(modified)}&endPoint={Literal(endpoint)}";
        var answer = await Function("read/sync/Sync/SyncTimestamp", query, cancellation);
        return Envelope.Of(answer) is { Rows: var rows }
            ? rows is [var row, ..] && long.TryParse(Body.Text(row, "TimeStampAsBigInt"), out var timestamp)
                ? timestamp
                : null
            : throw Failure.Unreadable(200, null);
    }

    /// <summary>Whether the connected user may do this. Worth asking: a read without the right may come back empty.</summary>
    /// <param name="endpoint">For example <c>salesentry/SalesEntries</c>.</param>
    /// <param name="action">GET, POST, PUT or DELETE.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="ExactOnlineException">The read failed.</exception>
    public async Task<bool> UserHasRights(string endpoint, string action, CancellationToken cancellation = default)
    {
        var answer = await Function(
            "Users/UserHasRights",
            $"endpoint={Literal(endpoint)}&action={Literal(action)}",
            cancellation
        );
        return FirstFlag(answer) ?? throw Failure.Unreadable(200, null);
    }

    /// <summary>The content of a file.</summary>
    /// <exception cref="ExactOnlineException">The read failed, or the file has no address at Exact Online.</exception>
    public Task<byte[]> Download(DocumentAttachment attachment, CancellationToken cancellation = default)
    {
        // The token goes where the address points.
        if (
            !Uri.TryCreate(attachment.Url, UriKind.Absolute, out var page)
            || Uri.Compare(
                page,
                transport.Settings.BaseUrl,
                UriComponents.SchemeAndServer,
                UriFormat.Unescaped,
                StringComparison.OrdinalIgnoreCase
            ) != 0
        )
            throw new ExactOnlineException("The address of the attachment leaves Exact Online.", Outcome.Refused);

        var address = new UriBuilder(page) { Query = $"{page.Query.TrimStart('?')}&Download=1" }.Uri;
        return transport.Download(
            new Call(HttpMethod.Get, address, "documents/DocumentAttachments/file", Code),
            cancellation
        );
    }

    private Task<JsonElement?> Function(string path, string query, CancellationToken cancellation) =>
        transport.Send(
            new Call(HttpMethod.Get, transport.Settings.Address($"api/v1/{Code}/{path}?{query}"), path, Code),
            cancellation
        );

    private static string Literal(FilterValue value) => Uri.EscapeDataString(value.ToString());

    // The documents say "answers true or false" without showing the envelope, so the first flag found counts.
    private static bool? FirstFlag(JsonElement? answer) =>
        answer?.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String => bool.TryParse(answer.Value.GetString(), out var flag) ? flag : null,
            JsonValueKind.Object => answer
                .Value.EnumerateObject()
                .Select(member => FirstFlag(member.Value))
                .FirstOrDefault(flag => flag is not null),
            JsonValueKind.Array => answer
                .Value.EnumerateArray()
                .Select(item => FirstFlag(item))
                .FirstOrDefault(flag => flag is not null),
            _ => null,
        };
}
