namespace Bookonce.Clients.Tests.Teamleader;

/// <summary>Records in the shape of Teamleader's documentation, with members that nobody has heard of.</summary>
internal static class Samples
{
    public const string Invoice = """
        {"id":"uuid-inv-1","department":{"type":"department","id":"uuid-dep-1"},"invoice_number":"2026 / 14","invoice_date":"2026-03-02",
        "status":"outstanding","due_on":"2026-04-01","paid":false,"paid_at":null,"sent":true,"purchase_order_number":"PO-771",
        "invoicee":{"name":"Bakkerij De Halm BV","vat_number":"BE0123456749","customer":{"type":"company","id":"uuid-com-1"},
        "for_attention_of":null,"email":"factuur@dehalm.test","national_identification_number":null},"discounts":[],"unheard_of":[{"a":1}],
        "grouped_lines":[{"section":{"title":null},"line_items":[{"product":null,"product_category":{"type":"productCategory","id":"uuid-cat-1"},
        "quantity":10,"description":"Advies","extended_description":null,"unit":null,"unit_price":{"amount":95,"tax":"excluding"},
        "tax":{"type":"taxRate","id":"uuid-tax-21"},"discount":{"type":"percentage","value":5},
        "total":{"tax_exclusive":{"amount":950,"currency":"EUR"},"tax_inclusive":{"amount":1149.5,"currency":"EUR"}},"withheld_tax":null}]}],
        "total":{"tax_exclusive":{"amount":950,"currency":"EUR"},"tax_inclusive":{"amount":1149.5,"currency":"EUR"},
        "taxes":[{"rate":0.21,"taxable":{"amount":950,"currency":"EUR"},"tax":{"amount":199.5,"currency":"EUR"}}],
        "payable":{"amount":1149.5,"currency":"EUR"},"due":{"amount":1149.5,"currency":"EUR"}},
        "payment_term":{"type":"after_invoice_date","days":30},"payments":[{"paid_at":"2026-03-05T00:00:00+00:00","payment":{"amount":100,"currency":"EUR"}}],
        "payment_reference":"+++102/4455/66718+++","note":null,"currency":"EUR","currency_exchange_rate":{"from":"EUR","to":"EUR","rate":1},
        "created_at":"2026-03-02T08:10:11+00:00","updated_at":"2026-03-02T08:15:00+00:00","delivery_date":null,"peppol_status":null}
        """;

    public const string CreditNote = """
        {"id":"uuid-cn-1","department":{"type":"department","id":"uuid-dep-1"},"credit_note_number":"2026/3","credit_note_date":"2026-03-10",
        "status":"booked","invoice":{"type":"invoice","id":"uuid-inv-1"},"paid":false,"paid_at":null,"invoicee":{"name":"Bakkerij De Halm BV"},
        "grouped_lines":[{"section":{"title":"x"},"line_items":[{"quantity":2,"unit_price":{"amount":95,"tax":"excluding","currency":"EUR"}}]}],
        "total":{"tax_exclusive":{"amount":190,"currency":"EUR"},"taxes":[]},"discounts":null,"currency":"EUR"}
        """;

    public const string Company = """
        {"id":"uuid-com-1","name":"Bakkerij De Halm BV","status":"active","vat_number":"BE0123456749",
        "emails":[{"type":"primary","email":"info@dehalm.test"},{"type":"invoicing","email":"factuur@dehalm.test"}],"language":"nl",
        "addresses":[{"type":"primary","address":{"line_1":"Molenstraat 8","postal_code":"2800","city":"Mechelen","country":"BE","area_level_two":null}}],
        "payment_term":{"type":"after_invoice_date","days":30},"tags":["klant"]}
        """;
}
