using System.Xml.Linq;

namespace Bookonce.Sandbox.World.Ubl;

/// <summary>Reads a UBL 2.1 invoice or credit note as EN 16931 and Peppol BIS 3 use them.</summary>
internal sealed class UblReader
{
    static readonly XName Invoice = (XNamespace)"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" + "Invoice";
    static readonly XName CreditNote =
        (XNamespace)"urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2" + "CreditNote";

    // Codes of UNTDID 1001 by which an invoice element says that it is a credit note with positive amounts.
    static readonly string[] CreditCodes = ["81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "532"];

    readonly XElement _root;
    readonly string _currency;
    readonly List<UblSubtotal> _subtotals;

    UblReader(XElement root)
    {
        _root = root;
        _currency = root.RequiredText("DocumentCurrencyCode");
        _subtotals = [];
    }

    /// <exception cref="UblException">It is no such document, lacks something, or does not add up.</exception>
    public static UblDocument Read(XElement root) =>
        root.Name == Invoice || root.Name == CreditNote
            ? new UblReader(root).Read()
            : throw new UblException($"It is no UBL 2.1 invoice or credit note but “{root.Name.LocalName}”.");

    UblDocument Read()
    {
        var number = _root.RequiredText("ID");
        var issued = _root.Date("IssueDate") ?? throw new UblException("It has no IssueDate.");
        var taxTotal = TaxTotal();
        _subtotals.AddRange(UblTotals.Subtotals(taxTotal, _currency));
        var document = new UblDocument
        {
            Kind = KindOf(),
            Number = number,
            IssueDate = issued,
            DueDate =
                _root.Date("DueDate")
                ?? _root
                    .Parts("PaymentMeans")
                    .Select(means => means.Date("PaymentDueDate"))
                    .FirstOrDefault(date => date is not null),
            Currency = _currency,
            EuroRate = EuroRate(taxTotal),
            Supplier = UblParties.Read(_root, "AccountingSupplierParty"),
            Customer = UblParties.Read(_root, "AccountingCustomerParty"),
            PaymentReference = _root
                .Parts("PaymentMeans")
                .Select(means => means.Text("PaymentID"))
                .FirstOrDefault(id => id is not null),
            PurchaseOrder = _root.Part("OrderReference")?.Text("ID"),
            CreditedNumber = _root.Part("BillingReference", "InvoiceDocumentReference")?.Text("ID"),
            Lines = [.. Lines(), .. _root.Parts("AllowanceCharge").Select(AllowanceOrCharge)],
            Subtotals = _subtotals,
            TaxExclusive = Total.RequiredAmount("TaxExclusiveAmount", _currency),
            TaxInclusive = Total.RequiredAmount("TaxInclusiveAmount", _currency),
            Prepaid = Total.Amount("PrepaidAmount", _currency) ?? 0m,
            Rounding = Total.Amount("PayableRoundingAmount", _currency) ?? 0m,
        };
        UblTotals.Check(document, Total, taxTotal);
        return document;
    }

    XElement Total => _root.Part("LegalMonetaryTotal") ?? throw new UblException("It has no LegalMonetaryTotal.");

    DocumentKind KindOf() =>
        _root.Name == CreditNote || CreditCodes.Contains(_root.Text("InvoiceTypeCode"))
            ? DocumentKind.CreditNote
            : DocumentKind.Invoice;

    /// <summary>The VAT in the document's own currency; a second one may stand beside it in the currency of the books.</summary>
    XElement TaxTotal() =>
        _root
            .Parts("TaxTotal")
            .Where(total => (total.CurrencyOf("TaxAmount") ?? _currency) == _currency)
            .OrderByDescending(total => total.Parts("TaxSubtotal").Any())
            .FirstOrDefault()
        ?? throw new UblException($"It has no TaxTotal in {_currency}.");

    decimal EuroRate(XElement taxTotal)
    {
        if (_currency == "EUR")
            return 1m;
        var inEuro = _root
            .Parts("TaxTotal")
            .FirstOrDefault(total => total.CurrencyOf("TaxAmount") == "EUR")
            ?.Number("TaxAmount");
        var vat = taxTotal.Number("TaxAmount");
        var usual = UblCurrencies.EuroRate(_currency);
        if (_root.Text("TaxCurrencyCode") == "EUR" && inEuro is { } euro && euro != 0 && vat is { } own && own != 0)
        {
            var stated = Math.Round(euro / own, 6);
            // Published samples state rates that never were; nobody would book at those.
            if (usual is null || (stated > usual * 0.5m && stated < usual * 2m))
                return stated;
        }
        return usual ?? throw new UblException($"It is in {_currency}, for which no exchange rate is known.");
    }

    IEnumerable<UblLine> Lines()
    {
        var lines = _root.Parts("InvoiceLine").Concat(_root.Parts("CreditNoteLine")).ToList();
        return lines is [] ? throw new UblException("It has no lines.") : lines.Select(Line);
    }

    UblLine Line(XElement line)
    {
        var net = line.RequiredAmount("LineExtensionAmount", _currency);
        var quantity = line.Number("InvoicedQuantity") ?? line.Number("CreditedQuantity") ?? 1m;
        var item = line.Part("Item");
        var price = line.Part("Price");
        var baseQuantity = price?.Number("BaseQuantity") ?? 1m;
        if (baseQuantity <= 0)
            throw new UblException($"The BaseQuantity {baseQuantity} of a price is not above zero.");
        var unitPrice = price?.Number("PriceAmount") / baseQuantity ?? (quantity == 0 ? net : net / quantity);
        var description = item?.Text("Name") ?? item?.Text("Description") ?? line.Text("Note") ?? "-";
        return new UblLine(
            description,
            quantity,
            Math.Round(unitPrice, 10),
            net,
            Category(item?.Part("ClassifiedTaxCategory"))
        );
    }

    UblLine AllowanceOrCharge(XElement part)
    {
        var isCharge = part.RequiredText("ChargeIndicator") switch
        {
            "true" or "1" => true,
            "false" or "0" => false,
            var other => throw new UblException($"Its ChargeIndicator “{other}” is neither true nor false."),
        };
        var amount = part.RequiredAmount("Amount", _currency) * (isCharge ? 1 : -1);
        var reason = part.Text("AllowanceChargeReason") ?? (isCharge ? "Toeslag" : "Korting");
        return new UblLine(reason, 1, amount, amount, Category(part.Part("TaxCategory")));
    }

    /// <summary>A part that names no category can only fall under the one that the document has.</summary>
    UblCategory Category(XElement? category) =>
        category is not null ? UblTotals.Category(category)
        : _subtotals is [var only] ? only.Category
        : throw new UblException("A line, allowance or charge names no VAT category.");
}
