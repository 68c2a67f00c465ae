using System.Text.Json.Nodes;
using Bookonce.Sandbox.Teamleader.Http;
using Bookonce.Sandbox.Teamleader.Model;

namespace Bookonce.Sandbox.Teamleader.Endpoints;

/// <summary>How invoices are written: a row of the list and the info differ in what they hold.</summary>
internal static class InvoiceWire
{
    public static string Status(Invoice invoice) =>
        invoice.Status switch
        {
            InvoiceStatus.Draft => "draft",
            InvoiceStatus.Outstanding => "outstanding",
            InvoiceStatus.Matched => "matched",
        };

    public static JsonObject Row(Invoice invoice, TeamleaderSwitches switches, bool lateFees)
    {
        var wire = Common(invoice, switches);
        wire["invoicee"] = invoice.Invoicee.ToRowWire(attention: true);
        wire["total"] = Totals(invoice, info: false, lateFees);
        wire["web_url"] = $"https://focus.teamleader.eu/invoice_detail.php?id={invoice.Id}";
        wire["subscription"] = Wire.Reference("subscription", invoice.SubscriptionId);
        return wire;
    }

    public static JsonObject Info(Invoice invoice, TeamleaderSwitches switches, bool lateFees)
    {
        var wire = Common(invoice, switches);
        wire["invoicee"] = invoice.Invoicee.ToInfoWire(attention: true);
        wire["total"] = Totals(invoice, info: true, lateFees);
        wire["discounts"] = invoice.DiscountsWire();
        wire["grouped_lines"] = invoice.GroupedLinesWire(currencyOfUnitPrice: false);
        wire["payment_term"] = invoice.Term.ToWire();
        wire["payments"] = Wire.List(
            invoice.Payments,
            payment => new JsonObject
            {
                ["paid_at"] = Wire.Moment(payment.PaidAt),
                ["payment"] = Wire.Money(payment.Amount, invoice.Currency),
            }
        );
        wire["note"] = invoice.Note;
        wire["currency"] = invoice.Currency;
        wire["expected_payment_method"] = ExpectedPaymentMethod(invoice.ExpectedPaymentMethod);
        wire["on_hold_since"] = Wire.Date(invoice.OnHoldSince);
        wire["custom_fields"] = Wire.List(invoice.CustomFields, SharedWire.ToWire);
        wire["document_template"] = Wire.Reference("documentTemplate", invoice.DocumentTemplateId);
        wire["peppol_status"] = invoice.PeppolStatus;
        wire["invoice_content"] = invoice.Content;
        return wire;
    }

    static JsonObject Common(Invoice invoice, TeamleaderSwitches switches) =>
        new()
        {
            ["id"] = invoice.Id,
            ["department"] = Wire.Reference("department", invoice.DepartmentId),
            ["invoice_number"] = invoice.Number,
            ["invoice_date"] = Wire.Date(invoice.Date),
            ["status"] = Status(invoice),
            ["due_on"] = Wire.Date(invoice.DueOn),
            ["paid"] = invoice.Status == InvoiceStatus.Matched,
            ["paid_at"] = Wire.Moment(invoice.PaidAt),
            ["sent"] = invoice.Sent,
            ["purchase_order_number"] = invoice.PurchaseOrderNumber,
            ["payment_reference"] = invoice.PaymentReference,
            ["currency_exchange_rate"] = invoice.ExchangeRate.ToWire(switches),
            ["created_at"] = Wire.Moment(invoice.CreatedAt),
            ["updated_at"] = Wire.Moment(invoice.UpdatedAt),
            ["file"] = Wire.Reference("file", invoice.FileId),
            ["deal"] = Wire.Reference("deal", invoice.DealId),
            ["project"] = Wire.Reference("project", invoice.ProjectId),
            ["delivery_date"] = Wire.Date(invoice.DeliveryDate),
        };

    static JsonObject Totals(Invoice invoice, bool info, bool lateFees)
    {
        var wire = invoice.TotalsWire();
        wire["due"] = Wire.Money(invoice.Due, invoice.Currency);
        if (info)
        {
            var totals = invoice.Totals;
            wire["tax_exclusive_before_discount"] = Wire.Money(totals.TaxExclusiveBeforeDiscount, invoice.Currency);
            wire["tax_inclusive_before_discount"] = Wire.Money(totals.TaxInclusiveBeforeDiscount, invoice.Currency);
            wire["withheld_taxes"] = Wire.List(
                totals.WithheldTaxes,
                withheld => new JsonObject
                {
                    ["id"] = withheld.WithholdingTaxRateId,
                    ["taxable"] = Wire.Money(withheld.Taxable, invoice.Currency),
                    ["withheld"] = Wire.Money(withheld.Withheld, invoice.Currency),
                }
            );
        }
        if (lateFees)
        {
            // The sandbox's account charges none.
            wire["due_incasso_inclusive"] = Wire.Money(invoice.Due, invoice.Currency);
            wire["fixed_late_fee"] = Wire.Money(0, invoice.Currency);
            wire["interest"] = Wire.Money(0, invoice.Currency);
        }
        return wire;
    }

    static JsonObject? ExpectedPaymentMethod(ExpectedPaymentMethod? expected)
    {
        if (expected is null)
            return null;
        var wire = new JsonObject { ["method"] = expected.Method };
        if (expected.Method is "sepa_direct_debit" or "direct_debit" or "credit_card")
            wire["reference"] = expected.Reference;
        return wire;
    }
}
