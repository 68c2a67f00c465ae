using Bookonce.Sandbox.ExactOnline.OData;

namespace Bookonce.Sandbox.ExactOnline.Endpoints;

/// <summary>salesentry/SalesEntries: entries of sales journals.</summary>
internal static class SalesEntries
{
    public const string Path = "salesentry/SalesEntries";

    public static EntityType Type { get; } =
        new Table<Entry>("SalesEntry", "EntryID")
            .Writable(
                """
                EntryID:g, BatchNumber:i32, Currency:s, Customer:g, Description:s, Document:g, DueDate:dt, EntryDate:dt,
                EntryNumber:i32, ExternalLinkReference:s, GAccountAmountFC:d, InvoiceNumber:i32, IsExtraDuty:b, Journal:s,
                OrderNumber:i32, PaymentCondition:s, PaymentReference:s, ProcessNumber:i32, Rate:d, ReportingPeriod:i16,
                ReportingYear:i16, Reversal:b, SalesEntryLines:c, VATAmountFC:d, WithholdingTaxAmountDC:d,
                WithholdingTaxBaseAmount:d, WithholdingTaxPercentage:d, YourRef:s
                """
            )
            .ReadOnly(
                """
                AmountDC:d, AmountFC:d, CustomerName:s, Division:i32, DocumentNumber:i32, DocumentSubject:s,
                ExternalLinkDescription:s, JournalDescription:s, PaymentConditionDescription:s, Status:i16,
                StatusDescription:s, Type:i32, TypeDescription:s, VATAmountDC:d
                """
            )
            .ReadOnly("CustomField:s, PaymentConditionPaymentMethod:s")
            .Audited()
            .InDivision()
            .Get("EntryID", row => row.Id)
            .Get("EntryNumber", row => row.EntryNumber)
            .Get("InvoiceNumber", row => row.InvoiceNumber)
            .Get("OrderNumber", row => row.OrderNumber)
            .Get("Journal", row => row.Journal.Code)
            .Get("JournalDescription", row => row.Journal.Description)
            .Get("Customer", row => row.Customer?.Id)
            .Get("CustomerName", row => row.Customer?.Name)
            .Get("EntryDate", row => row.Date)
            .Get("DueDate", row => row.DueDate)
            .Get("ReportingYear", row => row.Year)
            .Get("ReportingPeriod", row => row.Period)
            .Get("PaymentCondition", row => row.PaymentCondition?.Code)
            .Get("PaymentConditionDescription", row => row.PaymentCondition?.Description)
            .Get("PaymentConditionPaymentMethod", row => row.PaymentCondition?.Method)
            .Get("Currency", row => row.Currency)
            .Get("Rate", row => row.Rate)
            .Get("YourRef", row => row.YourRef)
            .Get("Description", row => row.Description)
            .Get("PaymentReference", row => row.PaymentReference)
            .Get("ExternalLinkReference", row => row.ExternalLinkReference)
            .Get("Document", row => row.Document)
            .Get("DocumentNumber", (row, scope) => row.DocumentIn(scope)?.Number)
            .Get("DocumentSubject", (row, scope) => row.DocumentIn(scope)?.Subject)
            .Get("ExternalLinkDescription", row => row.ExternalLinkReference)
            .Get("AmountFC", row => row.AmountFC)
            .Get("AmountDC", row => row.AmountDC)
            .Get("VATAmountFC", row => row.VatAmountFC)
            .Get("VATAmountDC", row => row.VatAmountDC)
            .Get("Status", row => row.Status)
            .Get("StatusDescription", row => Descriptions.EntryStatus(row.Status))
            .Get("Type", row => row.Type)
            .Get("TypeDescription", row => Descriptions.EntryType(row.Type))
            .Children("SalesEntryLines", SalesEntryLines.Path, SalesEntryLines.Type, (row, _) => row.SalesLines)
            .Build();

    public static EntitySet Set { get; } =
        new(
            Path,
            Type,
            new KeyedSource<Guid, Entry>(division => division.Ledger.SalesEntries) { Index = { ["EntryID"] = ById } }
        )
        {
            AllowsSkip = true,
            Post = (scope, body) => scope.Division.EnterSalesEntry(Draft(body, scope.ArrivedAfter)).Keeping(body, Type),
            Put = Put,
            Delete = (scope, row) => scope.Division.DeleteEntry((Entry)row),
        };

    private static IEnumerable<object> ById(Scope scope, object id) =>
        id is Guid given && scope.Division.Ledger.SalesEntries.Find(given) is { } entry ? [entry] : [];

    private static SalesEntryDraft Draft(Body body, int seenUpTo) =>
        new()
        {
            EntryId = body.Id("EntryID"),
            Journal = body.Text("Journal"),
            Customer = body.Id("Customer"),
            EntryDate = body.Date("EntryDate"),
            DueDate = body.Date("DueDate"),
            Year = body.Whole("ReportingYear"),
            Period = body.Whole("ReportingPeriod"),
            PaymentCondition = body.Text("PaymentCondition"),
            Currency = body.Text("Currency"),
            Rate = body.Number("Rate"),
            EntryNumber = body.Whole("EntryNumber"),
            InvoiceNumber = body.Whole("InvoiceNumber"),
            OrderNumber = body.Whole("OrderNumber"),
            YourRef = body.Text("YourRef"),
            Description = body.Text("Description"),
            PaymentReference = body.Text("PaymentReference"),
            ExternalLinkReference = body.Text("ExternalLinkReference"),
            Document = body.Id("Document"),
            Type = body.Whole("Type"),
            SeenUpTo = seenUpTo,
            Lines = [.. body.Children("SalesEntryLines").Select(SalesEntryLines.Draft)],
        };

    private static void Put(Scope scope, object row, Body body)
    {
        if (body.Has("SalesEntryLines"))
            throw ApiException.Unreadable("Binding to new entities is not supported.");
        Writes.RefuseWholeEntity(body, Type);
        Writes.RefuseNull(
            body,
            "Journal",
            "Customer",
            "EntryDate",
            "Currency",
            "PaymentCondition",
            "ReportingYear",
            "ReportingPeriod"
        );
        var entry = (Entry)row;
        var was = scope.Division.DraftOf(entry);
        var movesDueDate = body.Has("EntryDate") || body.Has("PaymentCondition");
        var movesSeries = body.Has("Journal") || body.Has("ReportingYear");
        var change = was with
        {
            Journal = body.Text("Journal") ?? was.Journal,
            Customer = body.Id("Customer") ?? was.Customer,
            EntryDate = body.Date("EntryDate") ?? was.EntryDate,
            DueDate = body.Date("DueDate") ?? (movesDueDate ? null : was.DueDate),
            Year = body.Whole("ReportingYear") ?? was.Year,
            Period = body.Whole("ReportingPeriod") ?? was.Period,
            PaymentCondition = body.Text("PaymentCondition") ?? was.PaymentCondition,
            Currency = body.Text("Currency") ?? was.Currency,
            Rate = body.Has("Currency") ? body.Number("Rate") : body.Number("Rate") ?? was.Rate,
            EntryNumber = body.Whole("EntryNumber") ?? (movesSeries ? null : was.EntryNumber),
            InvoiceNumber = body.Has("InvoiceNumber") ? body.Whole("InvoiceNumber") : was.InvoiceNumber,
            OrderNumber = body.Has("OrderNumber") ? body.Whole("OrderNumber") : was.OrderNumber,
            YourRef = body.Has("YourRef") ? body.Text("YourRef") : was.YourRef,
            Description = body.Has("Description") ? body.Text("Description") : was.Description,
            PaymentReference = body.Has("PaymentReference") ? body.Text("PaymentReference") : was.PaymentReference,
            ExternalLinkReference = body.Has("ExternalLinkReference")
                ? body.Text("ExternalLinkReference")
                : was.ExternalLinkReference,
            Document = body.Has("Document") ? body.Id("Document") : was.Document,
        };
        scope.Division.ChangeSalesEntry(entry, change);
        entry.Keeping(body, Type);
    }
}
