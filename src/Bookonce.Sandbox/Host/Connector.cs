using System.Globalization;
using System.Text.Json.Nodes;
using Bookonce.Sandbox.Teamleader;
using Bookonce.Sandbox.Teamleader.Model;

namespace Bookonce.Sandbox.Host;

/// <summary>What the connector is told before it starts.</summary>
/// <param name="Department">The company entity whose documents are booked.</param>
/// <param name="From">The start date, inclusive.</param>
internal sealed record ConnectorOrder(
    Guid Department,
    int Division,
    DateOnly From,
    string InvoiceJournal,
    string CreditNoteJournal
);

/// <param name="Document">The number in Teamleader.</param>
/// <param name="BookingNumber">The number in Exact, or null.</param>
/// <param name="Problem">Why there is none, or null.</param>
internal sealed record ConnectorLine(
    string Document,
    DateOnly Date,
    string Customer,
    int? BookingNumber,
    string? Problem
);

/// <summary>
/// A connector as many are: it knows what it booked itself and does not look at what is in the books. It talks to Exact over
/// HTTP; an answer that is lost makes it send the same again.
/// </summary>
internal sealed class Connector(Func<TeamleaderState> teamleader, Func<ConnectorBooks> books)
{
    readonly Dictionary<Guid, int> _bookingNumbers = [];
    readonly SemaphoreSlim _one = new(1);

    /// <summary>The booking number that the connector noted for a document, as Teamleader's lists show it.</summary>
    public int? BookingNumber(Guid document)
    {
        lock (_bookingNumbers)
            return _bookingNumbers.TryGetValue(document, out var number) ? number : null;
    }

    /// <summary>Ends the links of documents from a date on, so that they are booked again.</summary>
    public void Disconnect(DateOnly from)
    {
        var state = teamleader();
        var documents = state.Invoices.Concat<Document>(state.CreditNotes).Where(document => document.Date >= from);
        lock (_bookingNumbers)
            foreach (var document in documents)
                _bookingNumbers.Remove(document.Id);
    }

    /// <summary>All that it noted: the booking number of each document.</summary>
    public IReadOnlyDictionary<Guid, int> Notes
    {
        get
        {
            lock (_bookingNumbers)
                return new Dictionary<Guid, int>(_bookingNumbers);
        }
        set
        {
            lock (_bookingNumbers)
            {
                _bookingNumbers.Clear();
                foreach (var (document, number) in value)
                    _bookingNumbers.Add(document, number);
            }
        }
    }

    /// <summary>Books every document from the start date on that it has not booked itself, oldest first.</summary>
    public async Task<IReadOnlyList<ConnectorLine>> Sync(ConnectorOrder order, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            using var exact = books();
            await exact.Open(order.Division, cancellationToken);
            var state = teamleader();
            var open = state
                .Invoices.Where(invoice => invoice.Booked)
                .Concat<Document>(state.CreditNotes)
                .Where(document => document.DepartmentId == order.Department && document.Date >= order.From)
                .Where(document => BookingNumber(document.Id) is null)
                .OrderBy(document => document.Date)
                .ToList();
            List<ConnectorLine> lines = [];
            foreach (var document in open)
                lines.Add(await Book(document, order, exact, cancellationToken));
            return lines;
        }
        finally
        {
            _one.Release();
        }
    }

    async Task<ConnectorLine> Book(
        Document document,
        ConnectorOrder order,
        ConnectorBooks exact,
        CancellationToken cancellationToken
    )
    {
        var (number, problem) = await exact.Post(
            "salesentry/SalesEntries",
            await Entry(document, order, exact, cancellationToken),
            "EntryNumber",
            cancellationToken
        );
        var bookingNumber = number is null ? (int?)null : int.Parse(number, CultureInfo.InvariantCulture);
        if (bookingNumber is { } known)
            lock (_bookingNumbers)
                _bookingNumbers[document.Id] = known;
        return new ConnectorLine(
            document.Number ?? "",
            document.Date!.Value,
            document.Invoicee.Name,
            bookingNumber,
            problem
        );
    }

    static async Task<JsonObject> Entry(
        Document document,
        ConnectorOrder order,
        ConnectorBooks exact,
        CancellationToken cancellationToken
    )
    {
        var isCredit = document is CreditNote;
        return new JsonObject
        {
            ["Journal"] = isCredit ? order.CreditNoteJournal : order.InvoiceJournal,
            ["Customer"] = await exact.Customer(document.Invoicee.Name, cancellationToken),
            ["EntryDate"] = document.Date!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["Currency"] = document.Currency,
            ["PaymentCondition"] = exact.PaymentCondition,
            ["YourRef"] = document.Number,
            ["Description"] = $"{(isCredit ? "Credit note" : "Invoice")} {document.Number}",
            ["SalesEntryLines"] = new JsonArray([
                .. document.Totals.Taxes.Select(tax => new JsonObject
                {
                    ["GLAccount"] = exact.Revenue,
                    ["AmountFC"] = isCredit ? -tax.Taxable : tax.Taxable,
                    ["VATCode"] = exact.VatCode(tax.Rate),
                }),
            ]),
        };
    }
}
