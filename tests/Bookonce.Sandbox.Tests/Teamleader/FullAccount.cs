using System.Text.Json;
using Bookonce.Sandbox.Teamleader.Model;

namespace Bookonce.Sandbox.Tests.Teamleader;

/// <summary>An account with something in every list and a value in every field that may have one.</summary>
internal sealed class FullAccount
{
    static readonly JsonElement Value = JsonSerializer.SerializeToElement("26700014");

    readonly FocusAccount _account;
    readonly Dictionary<string, Guid> _ids = [];

    FullAccount(FocusAccount account) => _account = account;

    public static async Task<FullAccount> Fill(FocusAccount account)
    {
        var full = new FullAccount(account);
        full.Plant();
        await full.Act();
        return full;
    }

    /// <summary>Bodies that this endpoint answers with something.</summary>
    public IEnumerable<string> BodiesFor(string endpoint) =>
        endpoint switch
        {
            "currencies.exchangeRates" => ["""{"base":"EUR"}"""],
            "companies.list" or "contacts.list" => ["{}", """{"includes":"custom_fields"}"""],
            "companies.info" => [Id("company"), Id("company", "includes", "\"related_companies,related_contacts\"")],
            "invoices.list" => ["{}", """{"includes":"late_fees"}"""],
            "invoices.info" => [Id("invoice"), Id("draft"), Id("invoice", "includes", "\"late_fees\"")],
            "invoices.download" or "creditNotes.download" => new[]
            {
                "pdf",
                "ubl/e-fff",
                "ubl/peppol_bis_3",
                "ubl/xrechnung",
            }.Select(format => Id(endpoint.StartsWith('i') ? "invoice" : "creditNote", "format", $"\"{format}\"")),
            "files.list" or "notes.list" => [Filter($$"""{"subject":{{Subject}} }""")],
            "files.info" or "files.download" => [Id("file")],
            "files.upload" => [$$"""{"name":"x.pdf","subject":{{Subject}} }"""],
            "levelTwoAreas.list" => ["""{"country":"BE","language":"fr"}"""],
            "documentTemplates.list" =>
            [
                Filter($$"""{"department_id":"{{_account.Department.Id}}","document_type":"invoice"}"""),
            ],
            "mailTemplates.list" => [Filter("""{"type":"invoice"}""")],
            "cloudPlatforms.url" => [Id("invoice", "type", "\"invoice\"")],
            "bookkeepingSubmissions.list" =>
            [
                Filter($$"""{"subject":{"type":"incomingInvoice","id":"{{_ids["invoice"]}}"} }"""),
            ],
            "subscriptions.list" => [Filter($$"""{"invoice_id":"{{_ids["subscribed"]}}"}""")],
            _ when endpoint.EndsWith(".info", StringComparison.Ordinal) => [Id(endpoint.Split('.')[0].TrimEnd('s'))],
            _ => ["{}"],
        };

    string Subject => $$"""{"type":"invoice","id":"{{_ids["invoice"]}}"}""";

    static string Filter(string filter) => $$"""{"filter":{{filter}}}""";

    string Id(string name, string more = "more", string value = "null") =>
        $$"""{"id":"{{_ids[name]}}","{{more}}":{{value}}}""";

    void Plant()
    {
        var state = _account.State;
        _ids["department"] = _account.Department.Id;
        var invoiceField = PlantField("invoice");
        var address = new Address("Kade 1", "9000", "Gent", "BE", Guid.Parse("5eed0000-0000-4000-8000-000000000002"));
        state.Plant(new PaymentMethod { Name = "Overschrijving" });
        state.Plant(new CommercialDiscount { Name = "Trouw", DepartmentId = _account.Department.Id });
        var unit = state.Plant(new UnitOfMeasure { Name = "uur" });
        var withholding = state.PlantWithholding(
            new TaxRate
            {
                DepartmentId = _account.Department.Id,
                Description = "IRPF",
                Rate = 0.15m,
            }
        );
        var product = state.Plant(
            new Product
            {
                Name = "Advies",
                Code = "A1",
                Description = "Per uur",
                SellingPrice = 95,
                TaxRateId = _account.Rate21.Id,
                ProductCategoryId = _account.Category.Id,
                UnitOfMeasureId = unit.Id,
                CustomFields = [new CustomFieldValue(PlantField("product"), Value)],
            }
        );
        _ids["product"] = product.Id;
        var company = state.Plant(
            new Company
            {
                Name = "Alles BV",
                VatNumber = "BE0123456749",
                NationalIdentificationNumber = "123",
                Emails = [new Email("primary", "a@b.test")],
                Telephones = [new Telephone("phone", "+32 3 000 00 00")],
                Website = "https://alles.test",
                Addresses = [new TypedAddress("primary", address), new TypedAddress("invoicing", address, "Jan")],
                Iban = "BE68539007547034",
                Bic = "KREDBEBB",
                Language = "nl",
                PaymentTerm = new Term("end_of_month", 30),
                ElectronicInvoicingAddress = "9925:BE0123456749",
                Remarks = "**let op**",
                Tags = ["klant"],
                CustomFields = [new CustomFieldValue(PlantField("company"), Value)],
                PriceListId = product.Id,
                BusinessTypeId = product.Id,
                ResponsibleUserId = product.Id,
                PreferredCurrency = "EUR",
            }
        );
        _ids["company"] = company.Id;
        _ids["contact"] = state
            .Plant(
                new Contact
                {
                    FirstName = "An",
                    LastName = "Maes",
                    Gender = "female",
                    Birthdate = new DateOnly(1980, 1, 31),
                    Salutation = "Mevr.",
                    Companies = [new CompanyLink(company.Id, "CFO", true, "Raad", "Boekhouding")],
                }
            )
            .Id;
        var line = _account.LineOf(100) with
        {
            ProductId = product.Id,
            UnitOfMeasureId = unit.Id,
            ExtendedDescription = "*meer*",
            DiscountPercentage = 10,
            WithholdingTaxRateId = withholding.Id,
        };
        var invoice = new PlantedInvoice
        {
            DepartmentId = _account.Department.Id,
            Customer = new CustomerReference(CustomerKind.Company, company.Id),
            Date = new DateOnly(2026, 3, 1),
            Groups = [new LineGroup("Deel 1", [line]), new LineGroup(null, [_account.LineOf(-5)])],
            Discounts = [new Discount(5, "Trouw")],
            Payments = [new Payment(new DateTimeOffset(2026, 3, 5, 11, 0, 0, TimeSpan.Zero), 1_000)],
            PaymentReference = "+++102/4455/66718+++",
            PurchaseOrderNumber = "PO-771",
            Note = "dank u",
            DeliveryDate = new DateOnly(2026, 2, 28),
            CustomFields = [new CustomFieldValue(invoiceField, Value)],
            Currency = "USD",
            ExchangeRate = 0.9m,
            SubscriptionId = unit.Id,
        };
        _ids["subscribed"] = state.Plant(invoice).Id;
    }

    async Task Act()
    {
        var more =
            ""","expected_payment_method":{"method":"sepa_direct_debit","reference":"M1"},"invoice_content":"services" """;
        _ids["draft"] = await _account.Create("invoices.draft", _account.DraftOf(10, more));
        _ids["invoice"] = await _account.Booked(250);
        var id = $$"""{"id":"{{_ids["invoice"]}}"}""";
        await _account.Do("invoices.sendViaPeppol", id);
        _ids["creditNote"] = await _account.Create("invoices.credit", id);
        await _account.Do("creditNotes.sendViaPeppol", $$"""{"id":"{{_ids["creditNote"]}}"}""");
        await _account.Create("notes.create", $$"""{"subject":{{Subject}},"content":"Geboekt als 26700014"}""");
        await _account.Do("webhooks.register", """{"url":"https://a.test","types":["deal.won"]}""");
        var upload = await _account.Data("files.upload", $$"""{"name":"bewijs.pdf","subject":{{Subject}} }""");
        var put = await _account.Http.PostAsync(upload.GetProperty("location").GetString(), new ByteArrayContent([1]));
        _ids["file"] = (await FocusAccount.Json(put, 201)).GetProperty("data").GetProperty("id").GetGuid();
    }

    Guid PlantField(string context) =>
        _ids["customFieldDefinition"] = _account
            .State.Plant(
                new CustomFieldDefinition
                {
                    Context = context,
                    Type = "single_select",
                    Label = "Exact boekstuknr.",
                    Group = "Boekhouding",
                    Options = [new CustomFieldOption(_account.Department.Id, "een")],
                }
            )
            .Id;
}
