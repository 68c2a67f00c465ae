using System.Text.Json;
using Bookonce.Sandbox.Teamleader;
using Bookonce.Sandbox.Teamleader.Model;

namespace Bookonce.Sandbox.Tests.Teamleader;

/// <summary>The names of all properties, lists and infos apart, as the service's reference gives them.</summary>
public sealed class PropertySetTests
{
    const string InvoiceShared =
        "id department status invoice_number invoice_date due_on paid paid_at sent purchase_order_number payment_reference "
        + "invoicee total currency_exchange_rate created_at updated_at file deal project delivery_date";
    const string CreditNoteShared =
        "id department credit_note_number credit_note_date status invoice paid paid_at invoicee total created_at updated_at";
    const string CompanyShared =
        "id name status vat_number national_identification_number emails telephones website iban bic language business_type "
        + "responsible_user preferred_currency payment_term invoicing_preferences tags added_at updated_at web_url "
        + "marketing_mails_consent price_list";
    const string ContactShared =
        "id first_name last_name status salutation emails telephones website gender birthdate iban bic "
        + "national_identification_number language payment_term invoicing_preferences tags added_at updated_at web_url "
        + "marketing_mails_consent price_list";

    [Fact]
    public async Task An_invoice_shows_other_things_in_the_list_than_in_the_info()
    {
        await using var account = await FocusAccount.Open();
        var id = account.PlantInvoice(new DateOnly(2026, 3, 2)).Id;
        var row = (await account.Data("invoices.list"))[0];
        AssertNames($"{InvoiceShared} web_url subscription", row);
        AssertNames("name vat_number customer for_attention_of", row.GetProperty("invoicee"));
        AssertNames("tax_exclusive tax_inclusive payable due taxes", row.GetProperty("total"));

        var info = await account.Data("invoices.info", $$"""{"id":"{{id}}"}""");
        AssertNames(
            $"{InvoiceShared} currency discounts grouped_lines payment_term payments note expected_payment_method "
                + "on_hold_since custom_fields document_template peppol_status invoice_content",
            info
        );
        AssertNames(
            "name vat_number customer for_attention_of email national_identification_number",
            info.GetProperty("invoicee")
        );
        AssertNames(
            "tax_exclusive tax_inclusive payable due taxes tax_exclusive_before_discount tax_inclusive_before_discount "
                + "withheld_taxes",
            info.GetProperty("total")
        );
        var group = info.GetProperty("grouped_lines")[0];
        Assert.Equal(JsonValueKind.Null, group.GetProperty("section").GetProperty("title").ValueKind);
        var line = group.GetProperty("line_items")[0];
        AssertNames(
            "product product_category quantity description extended_description unit unit_price tax discount total "
                + "withheld_tax",
            line
        );
        AssertNames("amount tax", line.GetProperty("unit_price"));
    }

    [Fact]
    public async Task Late_fees_are_shown_on_request()
    {
        await using var account = await FocusAccount.Open();
        account.PlantInvoice(new DateOnly(2026, 3, 2));
        var row = (await account.Data("invoices.list", """{"includes":"late_fees"}"""))[0];
        AssertNames(
            "tax_exclusive tax_inclusive payable due taxes due_incasso_inclusive fixed_late_fee interest",
            row.GetProperty("total")
        );
    }

    [Fact]
    public async Task A_credit_note_shows_other_things_in_the_list_than_in_the_info()
    {
        await using var account = await FocusAccount.Open();
        var id = account.PlantCreditNote(new DateOnly(2026, 3, 2)).Id;
        var row = (await account.Data("creditNotes.list"))[0];
        AssertNames(CreditNoteShared, row);
        AssertNames("name vat_number customer", row.GetProperty("invoicee"));
        AssertNames("tax_exclusive tax_inclusive payable taxes", row.GetProperty("total"));

        var info = await account.Data("creditNotes.info", $$"""{"id":"{{id}}"}""");
        AssertNames(
            $"{CreditNoteShared} discounts grouped_lines currency currency_exchange_rate document_template peppol_status",
            info
        );
        AssertNames("name vat_number customer email national_identification_number", info.GetProperty("invoicee"));
        var line = info.GetProperty("grouped_lines")[0].GetProperty("line_items")[0];
        AssertNames("amount tax currency", line.GetProperty("unit_price"));
    }

    [Fact]
    public async Task The_info_of_a_credit_note_is_an_array_by_switch()
    {
        await using var account = await FocusAccount.Open(
            new TeamleaderSwitches { CreditNoteInfo = CreditNoteInfoShape.Array }
        );
        var id = account.PlantCreditNote(new DateOnly(2026, 3, 2)).Id;
        var data = await account.Data("creditNotes.info", $$"""{"id":"{{id}}"}""");
        Assert.Equal(id, Assert.Single(data.EnumerateArray()).GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task A_company_has_one_address_in_the_list_and_all_of_them_in_the_info()
    {
        await using var account = await FocusAccount.Open();
        var id = account.Company.Id;
        AssertNames($"{CompanyShared} primary_address", (await account.Data("companies.list"))[0]);
        AssertNames(
            $"{CompanyShared} primary_address custom_fields",
            (await account.Data("companies.list", """{"includes":"custom_fields"}"""))[0]
        );
        AssertNames(
            $"{CompanyShared} addresses remarks custom_fields",
            await account.Data("companies.info", $$"""{"id":"{{id}}"}""")
        );
        AssertNames(
            $"{CompanyShared} addresses remarks custom_fields related_companies related_contacts",
            await account.Data(
                "companies.info",
                $$"""{"id":"{{id}}","includes":"related_companies,related_contacts"}"""
            )
        );
    }

    [Fact]
    public async Task Only_the_info_of_a_contact_has_a_VAT_number_and_companies()
    {
        await using var account = await FocusAccount.Open();
        var id = account.State.Plant(new Contact { LastName = "Maes" }).Id;
        AssertNames($"{ContactShared} primary_address", (await account.Data("contacts.list"))[0]);
        AssertNames(
            $"{ContactShared} addresses vat_number companies remarks custom_fields",
            await account.Data("contacts.info", $$"""{"id":"{{id}}"}""")
        );
    }

    [Fact]
    public async Task The_masters_show_what_the_reference_lists()
    {
        await using var account = await FocusAccount.Open();
        account.State.Plant(new PaymentMethod { Name = "Overschrijving" });
        account.State.Plant(new CommercialDiscount { Name = "Trouw", DepartmentId = account.Department.Id });
        account.State.Plant(new UnitOfMeasure { Name = "uur" });
        account.State.PlantWithholding(
            new TaxRate
            {
                DepartmentId = account.Department.Id,
                Description = "IRPF",
                Rate = 0.15m,
            }
        );
        AssertNames("id name vat_number currency emails status", (await account.Data("departments.list"))[0]);
        AssertNames(
            "id name vat_number currency emails status address telephones website iban bic fiscal_regime",
            await account.Data("departments.info", $$"""{"id":"{{account.Department.Id}}"}""")
        );
        AssertNames("id description rate department", (await account.Data("taxRates.list"))[0]);
        AssertNames("id description rate department", (await account.Data("withholdingTaxRates.list"))[0]);
        AssertNames("id name ledgers", (await account.Data("productCategories.list"))[0]);
        AssertNames("id name department", (await account.Data("commercialDiscounts.list"))[0]);
        AssertNames("id name status", (await account.Data("paymentMethods.list"))[0]);
        AssertNames("id name", (await account.Data("unitsOfMeasure.list"))[0]);
        AssertNames(
            "id account first_name last_name email email_verification_status telephones language function time_zone "
                + "preferences",
            await account.Data("users.me")
        );
    }

    static void AssertNames(string expected, JsonElement actual) =>
        Assert.Equal(
            expected.Split(' ').Order(StringComparer.Ordinal),
            actual.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal)
        );
}
