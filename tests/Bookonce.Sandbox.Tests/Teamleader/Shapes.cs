namespace Bookonce.Sandbox.Tests.Teamleader;

/// <summary>The field lists of the service's reference, typed from it; the sandbox's code knows nothing of them.</summary>
internal static class Shapes
{
    /// <summary>Lists that several answers share.</summary>
    public static readonly Dictionary<string, string> Parts = new()
    {
        ["ref"] = "{type:text id:uuid}",
        ["money"] = "{amount:number currency:text}",
        ["email"] = "{type:primary|invoicing email:text}",
        ["telephone"] = "{type:phone|mobile|fax number:text}",
        ["term"] = "{type:cash|end_of_month|after_invoice_date days~:integer}",
        ["area"] = "{line_1:text? postal_code:text? city:text? country:text area_level_two:@ref?}",
        ["address"] =
            "{type:primary|invoicing|delivery|visiting address:{line_1:text? postal_code:text? city:text? country:text area_level_two:@ref? addressee~:text?}}",
        ["custom"] = "{definition:@ref value:any}",
        ["taxes"] = "[{rate:number taxable:@money tax:@money}]",
        ["rate"] = "{from:text to:text rate:number}",
        ["discount"] = "{type:percentage value:number description:text}",
        ["customer"] = "{type:company|contact id:uuid}",
        ["attention"] = "{name:text? contact:@ref?}",
        ["lineTotal"] =
            "{tax_exclusive:@money tax_exclusive_before_discount:@money tax_inclusive:@money tax_inclusive_before_discount:@money}",
        ["line"] =
            "{product:@ref? product_category:@ref? quantity:number description:text extended_description:text? unit:@ref? "
            + "unit_price:{amount:number tax:excluding currency~:text} tax:@ref discount:{type:percentage value:number}? "
            + "total:@lineTotal withheld_tax:@ref?}",
        ["groups"] = "[{section:{title:text?} line_items:[@line]}]",
        ["ratesRow"] = "{id:uuid description:text rate:number department:@ref}",
        ["file"] =
            "{id:uuid subject:@ref? name:text mime_type:text size:integer updated_at:moment uploaded_by:@ref? folder:text}",
    };

    const string Peppol =
        "sending|sending_failed|sent|application_acknowledged|application_accepted|application_rejected|receiver_acknowledged|"
        + "receiver_accepted|receiver_rejected|receiver_is_processing|receiver_awaits_feedback|receiver_conditionally_accepted|receiver_paid";

    const string InvoiceShared =
        "id:uuid department:@ref invoice_number:text? invoice_date:date? status:draft|outstanding|matched due_on:date? paid:bool "
        + "paid_at:moment? sent:bool purchase_order_number:text? payment_reference:text? currency_exchange_rate:@rate? "
        + "created_at:moment updated_at:moment file:@ref? deal:@ref? project:@ref? delivery_date:date?";

    const string CreditNoteShared =
        "id:uuid department:@ref credit_note_number:text? credit_note_date:date? status:booked invoice:@ref? paid:bool paid_at:moment? "
        + "total:{tax_exclusive:@money tax_inclusive:@money payable:@money taxes:@taxes} created_at:moment updated_at:moment";

    const string RelationShared =
        "id:uuid status:active|deactivated national_identification_number:text? emails:[@email] telephones:[@telephone] website:text? "
        + "iban:text? bic:text? language:text? payment_term:@term? invoicing_preferences:{electronic_invoicing_address:text?} "
        + "tags:[text] added_at:moment updated_at:moment web_url:text marketing_mails_consent:bool price_list:@ref?";

    const string Company =
        RelationShared
        + " name:text vat_number:text? business_type:@ref? responsible_user:@ref? preferred_currency:text?";

    const string Contact =
        RelationShared
        + " first_name:text? last_name:text salutation:text? gender:female|male|non_binary|prefers_not_to_say|unknown? birthdate:date?";

    const string Department = "id:uuid name:text vat_number:text? currency:text emails:[@email] status:active|archived";

    const string Product =
        "id:uuid name:text? description:text? code:text? unit:@ref? added_at:moment updated_at:moment selling_price:@money? "
        + "product_category:@ref? tax:@ref?";

    const string Definition =
        "{id:uuid context:text type:text label:text group:text? required:bool "
        + "configuration:{options~:[{id:uuid value:text}] extra_option_allowed~:bool default_value~:any}?}";

    /// <summary>The <c>data</c> of every reading endpoint.</summary>
    public static readonly Dictionary<string, string> ByEndpoint = new()
    {
        ["users.me"] =
            "{id:uuid account:@ref first_name:text last_name:text email:text email_verification_status:pending|confirmed "
            + "telephones:[@telephone] language:text function:text? time_zone:text "
            + "preferences:{invoiceable:bool historic_time_tracking_limit~:any? whitelabeling:bool}}",
        ["departments.list"] = $"[{{{Department}}}]",
        ["departments.info"] =
            $"{{{Department} address:@area? telephones:[@telephone] website:text? iban:text? bic:text? fiscal_regime:text?}}",
        ["companies.list"] = $"[{{{Company} primary_address:@area? custom_fields~:[@custom]}}]",
        ["companies.info"] =
            $"{{{Company} addresses:[@address] remarks:text? custom_fields:[@custom] related_companies~:[any] related_contacts~:"
            + "[{type:contact id:uuid position:text? secondary_position:text? division:text? is_decision_maker:bool}]}",
        ["contacts.list"] = $"[{{{Contact} primary_address:@area? custom_fields~:[@custom]}}]",
        ["contacts.info"] =
            $"{{{Contact} addresses:[@address] vat_number:text? remarks:text? custom_fields:[@custom] "
            + "companies:[{position:text? secondary_position:text? division:text? decision_maker:bool company:@ref}]}",
        ["invoices.list"] =
            $"[{{{InvoiceShared} web_url:text subscription:@ref? "
            + "invoicee:{name:text vat_number:text? customer:@customer? for_attention_of:@attention?} "
            + "total:{tax_exclusive:@money tax_inclusive:@money payable:@money due:@money taxes:@taxes "
            + "due_incasso_inclusive~:@money fixed_late_fee~:@money interest~:@money}}]",
        ["invoices.info"] =
            $"{{{InvoiceShared} currency:text discounts:[@discount] grouped_lines:@groups payment_term:@term "
            + "invoicee:{name:text vat_number:text? customer:@customer? for_attention_of:@attention? email:text? "
            + "national_identification_number:text?} "
            + "total:{tax_exclusive:@money tax_exclusive_before_discount:@money tax_inclusive:@money "
            + "tax_inclusive_before_discount:@money payable:@money due:@money taxes:@taxes "
            + "withheld_taxes:[{id:uuid taxable:@money withheld:@money}] "
            + "due_incasso_inclusive~:@money fixed_late_fee~:@money interest~:@money} "
            + "payments:[{paid_at:moment payment:@money}] note:text? expected_payment_method:{method:text reference~:text?}? "
            + "on_hold_since:date? custom_fields:[@custom] document_template:@ref "
            + $"peppol_status:{Peppol}? invoice_content:goods|services|goods_and_services?}}",
        ["creditNotes.list"] = $"[{{{CreditNoteShared} invoicee:{{name:text vat_number:text? customer:@customer?}}}}]",
        ["creditNotes.info"] =
            $"{{{CreditNoteShared} invoicee:{{name:text vat_number:text? customer:@customer? email:text? "
            + "national_identification_number:text?} discounts:[@discount] grouped_lines:@groups currency:text "
            + $"currency_exchange_rate:@rate? document_template:@ref peppol_status:{Peppol}?}}",
        ["taxRates.list"] = "[@ratesRow]",
        ["withholdingTaxRates.list"] = "[@ratesRow]",
        ["paymentTerms.list"] = "[{id:uuid type:cash|end_of_month|after_invoice_date days~:integer}]",
        ["paymentMethods.list"] = "[{id:uuid name:text status:active|archived}]",
        ["commercialDiscounts.list"] = "[{id:uuid name:text department:@ref}]",
        ["productCategories.list"] = "[{id:uuid name:text ledgers:[{department:@ref ledger_account_number:text}]}]",
        ["products.list"] = $"[{{{Product}}}]",
        ["products.info"] = $"{{{Product} custom_fields:[@custom]}}",
        ["unitsOfMeasure.list"] = "[{id:uuid name:text}]",
        ["currencies.exchangeRates"] = "[{code:text symbol:text name:text exchange_rate:number}]",
        ["customFieldDefinitions.list"] = $"[{Definition}]",
        ["customFieldDefinitions.info"] = Definition,
        ["files.list"] = "[@file]",
        ["files.info"] = "@file",
        ["files.download"] = "{location:text expires_at:moment}",
        ["files.upload"] = "{location:text expires_at:moment}",
        ["invoices.download"] = "{location:text expires:moment}",
        ["creditNotes.download"] = "{location:text expires:moment}",
        ["notes.list"] = "[{id:uuid content:text subject:@ref added_at:moment}]",
        ["webhooks.list"] = "[{url:text types:[text]}]",
        ["businessTypes.list"] = "[{id:uuid name:text country:text}]",
        ["levelTwoAreas.list"] = "[{id:uuid name:text country:text}]",
        ["documentTemplates.list"] =
            "[{id:uuid department:@ref document_type:text is_default:bool name:text status:active|archived}]",
        ["mailTemplates.list"] =
            "[{id:uuid department:@ref? name:text content:{subject:text body:text} language:text type:text}]",
        ["cloudPlatforms.url"] = "{url:text}",
        ["bookkeepingSubmissions.list"] = "[any]",
        ["expenses.list"] = "[any]",
        ["subscriptions.list"] =
            "[{id:uuid title:text remarks:text? status:active|deactivated department:@ref "
            + "invoicee:{customer:@customer for_attention_of:@attention?} project:@ref? next_renewal_date:date? periodicity:text "
            + "total:{tax_exclusive:@money tax_inclusive:@money taxes:@taxes} web_url:text}]",
    };
}
