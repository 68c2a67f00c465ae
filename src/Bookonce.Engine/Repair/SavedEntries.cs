using System.Globalization;
using System.Text.Json.Nodes;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Repair;
using Bookonce.Engine.Translations;
using Bookonce.ExactOnline;

namespace Bookonce.Engine.Repair;

/// <summary>
/// An entry as it is saved before it is deleted, and the bytes that enter it again. Everything that Exact lets somebody write is
/// kept; what it sets itself is not.
/// </summary>
static class SavedEntries
{
    /// <summary>Exact keeps VAT codes three wide and need not find a shorter one. Source: REST reference; exact-online integrations.</summary>
    const int VatCodeWidth = 3;

    public static SavedEntry Of(WholeSalesEntry entry, IReadOnlyList<SavedFile> files) =>
        new()
        {
            EntryId = entry.EntryID,
            Series = new SeriesKey(entry.Journal?.Trim() ?? "", entry.ReportingYear ?? entry.EntryDate?.Year ?? 0),
            Period = entry.ReportingPeriod ?? 0,
            Number = entry.EntryNumber ?? 0,
            Date = entry.EntryDate ?? default,
            DueDate = entry.DueDate,
            Account = entry.Customer ?? Guid.Empty,
            Currency = new Domain.Documents.Currency(entry.Currency?.Trim() ?? ""),
            Amount = entry.AmountFC ?? 0,
            Lines = [.. entry.SalesEntryLines.OrderBy(line => line.LineNumber).Select(Line)],
            YourRef = Said(entry.YourRef),
            PaymentReference = Said(entry.PaymentReference),
            Description = Said(entry.Description),
            Mark = Said(entry.ExternalLinkReference),
            Other = Texts(
                (nameof(entry.PaymentCondition), entry.PaymentCondition?.Trim()),
                (nameof(entry.Rate), Text(entry.Rate)),
                (nameof(entry.OrderNumber), Text(entry.OrderNumber))
            ),
            Attachments = files,
            ChangedAt = FromExact.Instant(entry.Modified),
            Changer = entry.ModifierFullName,
        };

    static SavedLine Line(SalesEntryLine line) =>
        new(
            line.GLAccount ?? Guid.Empty,
            line.VATCode?.Trim() is { Length: > 0 } code ? code : null,
            line.AmountFC ?? 0,
            line.VATAmountFC ?? 0,
            line.Description
        )
        {
            Other = Texts(
                (nameof(line.Quantity), Text(line.Quantity)),
                (nameof(line.CostCenter), line.CostCenter),
                (nameof(line.CostUnit), line.CostUnit),
                (nameof(line.Project), $"{line.Project}"),
                (nameof(line.From), Text(line.From)),
                (nameof(line.To), Text(line.To)),
                (nameof(line.Notes), line.Notes),
                (nameof(line.Asset), $"{line.Asset}"),
                (nameof(line.Subscription), $"{line.Subscription}"),
                (nameof(line.TrackingNumber), $"{line.TrackingNumber}"),
                (nameof(line.SerialNumber), line.SerialNumber)
            ),
        };

    /// <summary>The bytes that enter it again.</summary>
    /// <param name="saved">The entry.</param>
    /// <param name="series">Where it goes; the period is the saved one.</param>
    /// <param name="number">Its booking number; null where Exact numbers.</param>
    /// <param name="document">What its files are attached to; null without files.</param>
    public static ReadOnlyMemory<byte> Body(SavedEntry saved, SeriesKey series, int? number, Guid? document) =>
        ExactJson.Bytes(
            new NewSalesEntry
            {
                EntryNumber = number,
                Journal = series.Journal,
                Customer = saved.Account,
                EntryDate = saved.Date,
                DueDate = saved.DueDate,
                ReportingYear = series.Year,
                ReportingPeriod = saved.Period,
                Currency = saved.Currency.Code,
                Rate = Amount(saved.Other, nameof(NewSalesEntry.Rate)),
                PaymentCondition = saved.Other.GetValueOrDefault(nameof(NewSalesEntry.PaymentCondition)),
                PaymentReference = saved.PaymentReference,
                YourRef = saved.YourRef,
                OrderNumber = (int?)Amount(saved.Other, nameof(NewSalesEntry.OrderNumber)),
                Description = saved.Description,
                ExternalLinkReference = saved.Mark,
                Document = document,
                SalesEntryLines = [.. saved.Lines.Select(line => NewLine(line))],
            }
        );

    /// <summary>
    /// The members of an entry that stands which are changed, beside its lines. Days go together, because Exact reckons one from
    /// the other; a text that goes is sent empty, because an explicit null is refused.
    /// </summary>
    public static JsonObject Header(SavedEntry wanted, SavedEntry now)
    {
        var changes = new JsonObject();
        var terms = nameof(NewSalesEntry.PaymentCondition);
        var movesDays =
            (wanted.Date, wanted.DueDate, wanted.Period, wanted.Series.Year)
            != (now.Date, now.DueDate, now.Period, now.Series.Year);
        if (movesDays)
        {
            changes[nameof(NewSalesEntry.EntryDate)] = Text(wanted.Date);
            changes[nameof(NewSalesEntry.ReportingPeriod)] = wanted.Period;
            changes[nameof(NewSalesEntry.ReportingYear)] = wanted.Series.Year;
            if (wanted.DueDate is { } due)
                changes[nameof(NewSalesEntry.DueDate)] = Text(due);
        }
        if (wanted.Account != now.Account)
            changes[nameof(NewSalesEntry.Customer)] = wanted.Account.ToString();
        Add(nameof(NewSalesEntry.YourRef), wanted.YourRef, now.YourRef);
        Add(nameof(NewSalesEntry.PaymentReference), wanted.PaymentReference, now.PaymentReference);
        Add(nameof(NewSalesEntry.Description), wanted.Description, now.Description);
        Add(nameof(NewSalesEntry.ExternalLinkReference), wanted.Mark, now.Mark);
        Add(terms, wanted.Other.GetValueOrDefault(terms), now.Other.GetValueOrDefault(terms));
        return changes;

        void Add(string name, string? text, string? there)
        {
            if (text != there)
                changes[name] = text ?? "";
        }
    }

    /// <summary>A line to be entered again.</summary>
    /// <param name="line">What it said.</param>
    /// <param name="entry">The entry, when the line is added to one that stands.</param>
    public static NewSalesEntryLine NewLine(SavedLine line, Guid? entry = null) =>
        new()
        {
            EntryID = entry,
            GLAccount = line.LedgerAccount,
            VATCode = line.VatCode?.PadRight(VatCodeWidth),
            AmountFC = line.Net,
            VATAmountFC = line.Vat,
            Description = line.Description,
            Quantity = Amount(line.Other, nameof(NewSalesEntryLine.Quantity)),
            CostCenter = line.Other.GetValueOrDefault(nameof(NewSalesEntryLine.CostCenter)),
            CostUnit = line.Other.GetValueOrDefault(nameof(NewSalesEntryLine.CostUnit)),
            Project = Id(line.Other, nameof(NewSalesEntryLine.Project)),
            From = Day(line.Other, nameof(NewSalesEntryLine.From)),
            To = Day(line.Other, nameof(NewSalesEntryLine.To)),
            Notes = line.Other.GetValueOrDefault(nameof(NewSalesEntryLine.Notes)),
            Asset = Id(line.Other, nameof(NewSalesEntryLine.Asset)),
            Subscription = Id(line.Other, nameof(NewSalesEntryLine.Subscription)),
            TrackingNumber = Id(line.Other, nameof(NewSalesEntryLine.TrackingNumber)),
            SerialNumber = line.Other.GetValueOrDefault(nameof(NewSalesEntryLine.SerialNumber)),
        };

    /// <summary>A text that was emptied is none.</summary>
    static string? Said(string? text) => string.IsNullOrEmpty(text) ? null : text;

    static Dictionary<string, string> Texts(params (string Name, string? Value)[] fields) =>
        fields
            .Where(field => !string.IsNullOrEmpty(field.Value))
            .ToDictionary(field => field.Name, field => field.Value!, StringComparer.Ordinal);

    static string? Text(decimal? amount) => amount?.ToString("0.##########", CultureInfo.InvariantCulture);

    static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static decimal? Amount(IReadOnlyDictionary<string, string> fields, string name) =>
        fields.TryGetValue(name, out var text) ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;

    static Guid? Id(IReadOnlyDictionary<string, string> fields, string name) =>
        fields.TryGetValue(name, out var text) ? Guid.Parse(text) : null;

    static DateOnly? Day(IReadOnlyDictionary<string, string> fields, string name) =>
        fields.TryGetValue(name, out var text)
            ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;
}
