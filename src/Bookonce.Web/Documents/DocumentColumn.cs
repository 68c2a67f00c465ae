using Bookonce.Domain.Documents;
using Bookonce.Engine.Store;
using Bookonce.Web.Shell;

namespace Bookonce.Web.Documents;

/// <summary>A column that a person can choose.</summary>
/// <param name="Key">Its lasting name, remembered with the choice.</param>
/// <param name="Title">On screen.</param>
/// <param name="IsUsual">Whether it shows before anybody chose.</param>
/// <param name="Sort">The order it gives; null where none is offered.</param>
/// <param name="Text">Its plain text; null for a column that is drawn.</param>
/// <param name="IsNumber">Whether it stands at the right.</param>
public sealed record DocumentColumn(
    string Key,
    string Title,
    bool IsUsual,
    DocumentSort? Sort,
    Func<DocumentRow, string>? Text,
    bool IsNumber = false
)
{
    public const string Number = "number";
    public const string Status = "status";
    public const string BookingNumber = "bookingNumber";

    /// <summary>All columns in their usual order.</summary>
    public static IReadOnlyList<DocumentColumn> All { get; } =
    [
        new(Number, "Number", true, DocumentSort.Number, null),
        new("date", "Date", true, DocumentSort.Date, row => Show.Date(row.Date)),
        new("dueDate", "Due date", false, null, row => Show.Date(row.DueDate)),
        new("customer", "Customer", true, DocumentSort.Customer, row => row.Customer),
        new("net", "Excl. VAT", true, DocumentSort.Net, row => Amount(row, row.Net), IsNumber: true),
        new("vat", "VAT", false, null, row => Amount(row, row.Gross - row.Net), IsNumber: true),
        new("gross", "Total", true, DocumentSort.Gross, row => Amount(row, row.Gross), IsNumber: true),
        new("currency", "Currency", false, null, row => row.Currency),
        new("paid", "Paid", true, null, row => row.IsPaid ? "Paid" : "Open"),
        new(Status, "Status", true, DocumentSort.Status, null),
        new(BookingNumber, "Booking number", true, DocumentSort.BookingNumber, BookingNumberOf, IsNumber: true),
        new("journal", "Journal", true, null, row => row.Series is { } series ? JournalOf(series) : Show.Nothing),
        new("matched", "Matched in Exact", false, null, row => row.IsMatched ? "Matched" : Show.Nothing),
        new("origin", "Origin", false, null, row => row.Origin?.ToString() ?? Show.Nothing),
    ];

    /// <summary>The keys of what shows before anybody chose.</summary>
    public static IReadOnlyList<string> Usual { get; } =
    [.. All.Where(column => column.IsUsual).Select(column => column.Key)];

    /// <summary>The columns of a choice, in its order; names of columns that do not exist any more are passed over.</summary>
    public static IReadOnlyList<DocumentColumn> Of(IReadOnlyList<string> keys) =>
        [.. keys.Select(key => All.FirstOrDefault(column => column.Key == key)).OfType<DocumentColumn>()];

    static string Amount(DocumentRow row, decimal amount) => Show.Amount(amount, new Currency(row.Currency));

    static string BookingNumberOf(DocumentRow row) => row.BookingNumber?.ToString() ?? Show.Nothing;

    static string JournalOf(Domain.Entries.SeriesKey series) => $"{series.Journal} · {series.Year}";
}
