namespace Bookonce.Sandbox.ExactOnline;

/// <summary>From the lines as entered to totals and balanced ledger lines.</summary>
internal static class SalesBooking
{
    /// <summary>Computes VAT and totals on the entry and its lines and says what the ledger lines should be.</summary>
    /// <param name="receivable">The sales journal's account.</param>
    /// <param name="digitsFC">Digits after the point in the entry's currency.</param>
    /// <param name="digitsDC">Digits after the point in the administration's currency.</param>
    public static IReadOnlyList<LineSpec> Book(
        Entry entry,
        GLAccount receivable,
        int digitsFC,
        int digitsDC,
        ExactOnlineSwitches switches
    )
    {
        decimal ToDC(decimal amountFC) => Math.Round(amountFC * entry.Rate, digitsDC, switches.HalfCent);

        ComputeVat(entry, digitsFC, switches);
        var isCredit = entry.SalesLines.Sum(line => line.AmountFC + line.VatAmountFC) < 0;
        var revenue = new List<LineSpec>();
        foreach (var line in entry.SalesLines)
        {
            line.AmountDC = ToDC(line.AmountFC);
            line.VatAmountDC = ToDC(line.VatAmountFC);
            revenue.Add(Revenue(entry, line, isCredit));
        }
        var vat = entry
            .SalesLines.Where(line => line.VatAmountFC != 0)
            .GroupBy(line => line.VatCode)
            .OrderBy(group => group.Key.Code, StringComparer.Ordinal)
            .Select((group, index) => Vat(entry, group.Key, [.. group], revenue.Count + 1 + index, isCredit))
            .ToArray();

        entry.VatAmountFC = entry.SalesLines.Sum(line => line.VatAmountFC);
        entry.VatAmountDC = entry.SalesLines.Sum(line => line.VatAmountDC);
        entry.AmountFC = entry.SalesLines.Sum(line => line.AmountFC) + entry.VatAmountFC;
        entry.AmountDC = entry.SalesLines.Sum(line => line.AmountDC) + entry.VatAmountDC;
        var header = InEntry(entry, new LineSpec(LineSpec.Header, 0, receivable, entry.AmountFC, entry.AmountDC)) with
        {
            Description = entry.Description,
            DueDate = entry.DueDate,
        };
        return [header, .. revenue, .. vat];
    }

    private static void ComputeVat(Entry entry, int digits, ExactOnlineSwitches switches)
    {
        foreach (var line in entry.SalesLines)
        {
            line.AmountFC = Math.Round(line.AmountFC, digits, switches.HalfCent);
            var computed = line.AmountFC * Fraction(entry, line);
            line.VatAmountFC = line.GivenVatFC ?? Math.Round(computed, digits, switches.HalfCent);
        }
        if (switches.VatRounding == VatRounding.PerLine)
            return;
        foreach (var group in entry.SalesLines.Where(line => line.GivenVatFC is null).GroupBy(line => line.VatCode))
        {
            var exact = group.Sum(line => line.AmountFC * Fraction(entry, line));
            group.Last().VatAmountFC +=
                Math.Round(exact, digits, switches.HalfCent) - group.Sum(line => line.VatAmountFC);
        }
    }

    private static decimal Fraction(Entry entry, SalesLine line) =>
        line.VatCode.AddsVat ? line.VatCode.FractionOn(entry.Date) : 0m;

    private static LineSpec Revenue(Entry entry, SalesLine line, bool isCredit) =>
        InEntry(
            entry,
            new LineSpec(line.Id.ToString("N"), line.LineNumber, line.GLAccount, -line.AmountFC, -line.AmountDC)
        ) with
        {
            Id = line.Id,
            Description = line.Description,
            VatCode = line.VatCode,
            VatType =
                line.VatCode.Type == VatCodeType.None ? "S"
                : isCredit ? "X"
                : "V",
            VatAmountFC = -line.VatAmountFC,
            VatBaseFC = -line.AmountFC,
            PointsToHeader = true,
        };

    private static LineSpec Vat(Entry entry, VatCode code, SalesLine[] lines, int lineNumber, bool isCredit) =>
        InEntry(
            entry,
            new LineSpec(
                $"vat {code.Code}",
                lineNumber,
                code.GLToPay!,
                -lines.Sum(line => line.VatAmountFC),
                -lines.Sum(line => line.VatAmountDC)
            )
        ) with
        {
            Description = code.Description,
            VatCode = code,
            VatType = isCredit ? "Z" : "A",
            VatBaseFC = -lines.Sum(line => line.AmountFC),
            PointsToHeader = true,
        };

    private static LineSpec InEntry(Entry entry, LineSpec line) =>
        line with
        {
            Account = entry.Customer,
            YourRef = entry.YourRef,
            PaymentReference = entry.PaymentReference,
            InvoiceNumber = entry.InvoiceNumber,
        };
}
