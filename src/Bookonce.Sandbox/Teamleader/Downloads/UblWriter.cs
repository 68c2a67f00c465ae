using System.Text;
using System.Xml;
using System.Xml.Linq;
using Bookonce.Sandbox.Teamleader.Model;
using Bookonce.Sandbox.Teamleader.State;

namespace Bookonce.Sandbox.Teamleader.Downloads;

/// <summary>Writes a booked document as UBL 2.1 in the shape of EN 16931; its totals are those that the service shows.</summary>
internal sealed class UblWriter(Document document, string format, TeamleaderState state)
{
    const string Norm = "urn:cen.eu:en16931:2017";

    readonly Invoice? _invoice = document as Invoice;
    readonly string _currency = document.Currency;
    readonly Department _department = state.DepartmentsById[document.DepartmentId];

    public byte[] Write()
    {
        using var file = new MemoryStream();
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true };
        using (var writer = XmlWriter.Create(file, settings))
            new XDocument(Root()).Save(writer);
        return file.ToArray();
    }

    XElement Root()
    {
        var root = Xml.Root(_invoice is null ? "CreditNote" : "Invoice");
        var customer = UblParty.Of(document.Invoicee, state.FindRelation(document.Invoicee.Customer));
        var amounts = new UblAmounts(document, CategoryOf);
        var terms = _invoice is null ? "Creditnota" : $"Te betalen tegen {_invoice.DueOn:yyyy-MM-dd}";
        root.Add(
            Head(),
            Attached(),
            UblParty.Of(_department).ToXml("AccountingSupplierParty"),
            customer.ToXml("AccountingCustomerParty"),
            Delivery(amounts, customer),
            PaymentMeans(),
            Xml.Part("PaymentTerms", Xml.Text("Note", terms)),
            amounts.AllowancesAndCharges(),
            amounts.TaxTotals(),
            amounts.MonetaryTotal(),
            document.Groups.SelectMany(group => group.Lines).Select(LineXml)
        );
        return root;
    }

    IEnumerable<XElement?> Head()
    {
        var credited = (document as CreditNote)?.InvoiceId is { } id ? state.InvoiceShelf.Find(id) : null;
        var order = _invoice?.PurchaseOrderNumber;
        var rate = document.ExchangeRate;
        return
        [
            Xml.Text("CustomizationID", Customization),
            Xml.Text("ProfileID", "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"),
            Xml.Text("ID", document.Number),
            Xml.Date("IssueDate", document.Date),
            Xml.Date("DueDate", _invoice?.DueOn),
            _invoice is null ? Xml.Text("CreditNoteTypeCode", "381") : Xml.Text("InvoiceTypeCode", "380"),
            Xml.Text("Note", _invoice?.Note),
            Xml.Text("DocumentCurrencyCode", _currency),
            rate.From == rate.To ? null : Xml.Text("TaxCurrencyCode", rate.To),
            Xml.Text("BuyerReference", order ?? document.Number),
            Xml.Part("OrderReference", Xml.Text("ID", order)),
            Xml.Part(
                "BillingReference",
                Xml.Part(
                    "InvoiceDocumentReference",
                    Xml.Text("ID", credited?.Number),
                    Xml.Date("IssueDate", credited?.Date)
                )
            ),
        ];
    }

    string Customization =>
        format switch
        {
            "ubl/peppol_bis_3" => $"{Norm}#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0",
            "ubl/xrechnung" => $"{Norm}#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0",
            _ => $"{Norm}#conformant#urn:UBL.BE:1.0.0.20180214",
        };

    /// <summary>The Belgian format names its maker and carries the paper.</summary>
    IEnumerable<XElement?> Attached()
    {
        if (format != "ubl/e-fff")
            return [];
        var paper = Xml.Text(
            "EmbeddedDocumentBinaryObject",
            Convert.ToBase64String(PrintedDocument.Of(document, _department)),
            "mimeCode",
            "application/pdf"
        );
        paper!.Add(new XAttribute("filename", "document.pdf"));
        return
        [
            Xml.Part(
                "AdditionalDocumentReference",
                Xml.Text("ID", "UBL.BE"),
                Xml.Text("DocumentDescription", "Teamleader Focus sandbox")
            ),
            Xml.Part("AdditionalDocumentReference", Xml.Text("ID", document.Number), Xml.Part("Attachment", paper)),
        ];
    }

    XElement? Delivery(UblAmounts amounts, UblParty customer)
    {
        var withinEurope = amounts.Has("K");
        var place = withinEurope ? Xml.Part("Country", Xml.Text("IdentificationCode", customer.Country)) : null;
        return Xml.Part(
            "Delivery",
            Xml.Date("ActualDeliveryDate", _invoice?.DeliveryDate ?? (withinEurope ? document.Date : null)),
            Xml.Part("DeliveryLocation", Xml.Part("Address", place))
        );
    }

    XElement? PaymentMeans()
    {
        var account = _department.Iban?.Replace(" ", "", StringComparison.Ordinal);
        return Xml.Part(
            "PaymentMeans",
            Xml.Text("PaymentMeansCode", string.IsNullOrEmpty(account) ? "1" : "30"),
            Xml.Text("PaymentID", _invoice?.PaymentReference),
            Xml.Part("PayeeFinancialAccount", Xml.Text("ID", account))
        );
    }

    XElement? LineXml(Line line, int index)
    {
        // A price may not be negative, a quantity may.
        var quantity = line.UnitPrice < 0 ? -line.Quantity : line.Quantity;
        var price = Math.Abs(line.UnitPrice);
        var reduction = Currencies.Round(quantity * price, _currency) - line.Net;
        return Xml.Part(
            _invoice is null ? "CreditNoteLine" : "InvoiceLine",
            Xml.Text("ID", $"{index + 1}"),
            Xml.Text(
                _invoice is null ? "CreditedQuantity" : "InvoicedQuantity",
                Xml.Number(quantity),
                "unitCode",
                "C62"
            ),
            Xml.Amount("LineExtensionAmount", line.Net, _currency),
            reduction == 0
                ? null
                : Xml.Part(
                    "AllowanceCharge",
                    Xml.Text("ChargeIndicator", reduction < 0 ? "true" : "false"),
                    Xml.Text("AllowanceChargeReason", reduction < 0 ? "Toeslag" : "Korting"),
                    Xml.Amount("Amount", Math.Abs(reduction), _currency)
                ),
            Xml.Part(
                "Item",
                Xml.Text("Description", line.ExtendedDescription),
                Xml.Text("Name", string.IsNullOrWhiteSpace(line.Description) ? "-" : line.Description),
                CategoryOf(line).ToXml("ClassifiedTaxCategory", withReason: false)
            ),
            Xml.Part("Price", Xml.Text("PriceAmount", Xml.Number(price), "currencyID", _currency))
        );
    }

    VatCategory CategoryOf(Line line) =>
        VatCategory.Of(state.TaxRatesById[line.TaxRateId], document.Invoicee.VatNumber is { Length: > 2 });
}
