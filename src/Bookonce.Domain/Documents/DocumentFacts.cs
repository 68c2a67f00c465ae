using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Bookonce.Domain.Documents;

/// <summary>What a document said when it was booked or adopted, so that a later change is seen for what it is.</summary>
/// <param name="Number">The number as printed.</param>
/// <param name="Date">The document date.</param>
/// <param name="Gross">The total including VAT with the sign of the books, in the document's currency.</param>
/// <param name="Customer">Whom it was for; null when the reference was gone.</param>
/// <param name="Content">A hash of everything else that its entry is made of.</param>
public sealed record DocumentFacts(string Number, DateOnly Date, decimal Gross, CustomerKey? Customer, string Content)
{
    /// <summary>What the document says now.</summary>
    public static DocumentFacts Of(SalesDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new DocumentFacts(
            document.Number,
            document.Date,
            document.SignedGross,
            document.Customer.Key,
            Hash(document)
        );
    }

    /// <summary>Texts and payment references are left out: changing them changes nothing in the books.</summary>
    static string Hash(SalesDocument document)
    {
        var text = new StringBuilder();
        Add(text, document.Kind, document.Currency.Code, document.Net, document.Gross, document.DueDate);
        foreach (var total in document.VatTotals.OrderBy(total => total.Rate))
            Add(text, total.Rate, total.Taxable, total.Vat);
        foreach (var line in document.Lines)
            Add(text, line.Net, line.TaxRateId, line.CategoryId);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    static void Add(StringBuilder text, params ReadOnlySpan<object?> values)
    {
        foreach (var value in values)
            text.Append(value is decimal amount ? Plain(amount) : Invariant(value)).Append(';');
        text.Append('\n');
    }

    /// <summary>10.0 and 10.00 are one amount.</summary>
    static string Plain(decimal amount) => amount.ToString("0.##########", CultureInfo.InvariantCulture);

    static string Invariant(object? value) => string.Create(CultureInfo.InvariantCulture, $"{value}");
}
