using Bookonce.Sandbox.Teamleader.Http;

namespace Bookonce.Sandbox.Teamleader.Endpoints;

/// <summary>Every endpoint by its name, as it stands in the path.</summary>
internal static class EndpointList
{
    public static Dictionary<string, Func<Call, Answer>> All() =>
        new()
        {
            ["users.me"] = Account.Me,
            ["departments.list"] = Departments.List,
            ["departments.info"] = Departments.Info,
            ["customFieldDefinitions.list"] = CustomFields.List,
            ["customFieldDefinitions.info"] = CustomFields.Info,
            ["currencies.exchangeRates"] = Account.ExchangeRates,
            ["companies.list"] = Companies.List,
            ["companies.info"] = Companies.Info,
            ["companies.add"] = Companies.Add,
            ["companies.update"] = Companies.Update,
            ["companies.delete"] = Companies.Delete,
            ["companies.tag"] = Companies.Tag,
            ["companies.untag"] = Companies.Untag,
            ["contacts.list"] = Contacts.List,
            ["contacts.info"] = Contacts.Info,
            ["contacts.add"] = Contacts.Add,
            ["contacts.update"] = Contacts.Update,
            ["contacts.delete"] = Contacts.Delete,
            ["contacts.tag"] = Contacts.Tag,
            ["contacts.untag"] = Contacts.Untag,
            ["contacts.linkToCompany"] = ContactLinks.Link,
            ["contacts.updateCompanyLink"] = ContactLinks.Update,
            ["contacts.unlinkFromCompany"] = ContactLinks.Unlink,
            ["invoices.list"] = InvoiceReading.List,
            ["invoices.info"] = InvoiceReading.Info,
            ["invoices.draft"] = InvoiceDrafting.Draft,
            ["invoices.update"] = InvoiceDrafting.Update,
            ["invoices.copy"] = InvoiceDrafting.Copy,
            ["invoices.book"] = InvoiceBooking.Book,
            ["invoices.updateBooked"] = InvoiceBooking.Update,
            ["invoices.delete"] = InvoiceBooking.Delete,
            ["invoices.registerPayment"] = InvoicePayments.Register,
            ["invoices.removePayments"] = InvoicePayments.Remove,
            ["invoices.credit"] = InvoiceCrediting.Credit,
            ["invoices.creditPartially"] = InvoiceCrediting.CreditPartially,
            ["creditNotes.list"] = CreditNoteReading.List,
            ["creditNotes.info"] = CreditNoteReading.Info,
            ["taxRates.list"] = TaxRates.List,
            ["withholdingTaxRates.list"] = TaxRates.Withholding,
            ["paymentTerms.list"] = Lookups.PaymentTerms,
            ["paymentMethods.list"] = Lookups.PaymentMethods,
            ["commercialDiscounts.list"] = Lookups.CommercialDiscounts,
            ["productCategories.list"] = Lookups.ProductCategories,
            ["unitsOfMeasure.list"] = Lookups.UnitsOfMeasure,
            ["products.list"] = Products.List,
            ["products.info"] = Products.Info,
            ["webhooks.register"] = WebhookRegistration.Register,
            ["webhooks.unregister"] = WebhookRegistration.Unregister,
            ["webhooks.list"] = WebhookRegistration.List,
        };
}
