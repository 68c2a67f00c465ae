using System.Globalization;
using Bookonce.Sandbox.Teamleader.Model;

namespace Bookonce.Sandbox.Teamleader.Downloads;

/// <summary>A document as its reader sees it on paper.</summary>
internal static class PrintedDocument
{
    const int Width = 92;

    public static byte[] Of(Document document, Department department)
    {
        var title = document switch
        {
            CreditNote => $"Creditnota {document.Number}",
            { Number: { } number } => $"Factuur {number}",
            _ => "Factuur (ontwerp)",
        };
        return Pdf.Of(
            title,
            [.. Head(title, document, department), "", .. Lines(document), Rule, .. Totals(document), .. Foot(document)]
        );
    }

    static string Rule => new('-', Width);

    static IEnumerable<string> Head(string title, Document document, Department department)
    {
        yield return department.Name;
        if (department.Address is { } address)
            yield return $"{address.Line1}, {address.PostalCode} {address.City}, {address.Country}";
        yield return $"{department.VatNumber}  {department.Iban}";
        yield return "";
        yield return title;
        yield return $"Datum: {Date(document.Date)}";
        if (document is Invoice { DueOn: { } due })
            yield return $"Vervaldatum: {Date(due)}";
        yield return "";
        yield return document.Invoicee.Name;
        if (document.Invoicee.VatNumber is { } vat)
            yield return vat;
    }

    static IEnumerable<string> Lines(Document document)
    {
        yield return Row("Omschrijving", "Aantal", "Prijs", "Totaal");
        yield return Rule;
        foreach (var group in document.Groups)
        {
            if (group.Title is { } title)
                yield return title;
            foreach (var line in group.Lines)
                yield return Row(
                    line.Description,
                    Number(line.Quantity),
                    Number(line.UnitPrice),
                    Amount(line.Totals.TaxExclusive)
                );
        }
    }

    static IEnumerable<string> Totals(Document document)
    {
        foreach (var discount in document.Discounts)
            yield return Row($"Korting: {discount.Description}", "", $"{Number(discount.Percentage)} %", "");
        yield return Row("Totaal zonder btw", "", document.Currency, Amount(document.Totals.TaxExclusive));
        foreach (var tax in document.Totals.Taxes)
            yield return Row($"Btw {Number(tax.Rate * 100)} % op {Amount(tax.Taxable)}", "", "", Amount(tax.Tax));
        yield return Row("Totaal met btw", "", document.Currency, Amount(document.Totals.TaxInclusive));
        yield return Row("Te betalen", "", document.Currency, Amount(document.Totals.Payable));
    }

    static IEnumerable<string> Foot(Document document) =>
        document is Invoice { PaymentReference: { } reference } ? ["", $"Mededeling: {reference}"] : [];

    static string Row(string text, string quantity, string price, string total)
    {
        var shown = text.ReplaceLineEndings(" ");
        return $"{(shown.Length > 52 ? shown[..52] : shown), -52} {quantity, 10} {price, 13} {total, 13}";
    }

    static string Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-";

    static string Amount(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);

    static string Number(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}
