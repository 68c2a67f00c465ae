using Bookonce.Sandbox.ExactOnline.OData;

namespace Bookonce.Sandbox.ExactOnline.Endpoints;

/// <summary>Relations: crm/Accounts and sync/CRM/Accounts.</summary>
internal static class Accounts
{
    public static EntityType Type { get; } = Table("ID").Build();

    public static EntitySet Set { get; } =
        new(
            "crm/Accounts",
            Type,
            new KeyedSource<Guid, Account>(division => division.AccountRows) { Index = { ["ID"] = ById } }
        )
        {
            AllowsSkip = true,
            MandatoryFilter =
            [
                "Accountant",
                "Blocked",
                "ChamberOfCommerce",
                "Code",
                "Created",
                "Email",
                "ID",
                "Modified",
                "Name",
                "SearchCode",
                "Status",
                "VATNumber",
            ],
            Post = Post,
            Put = Put,
            Delete = (scope, row) => scope.Division.DeleteAccount((Account)row),
        };

    public static EntitySet Bulk { get; } =
        new("bulk/CRM/Accounts", Type, Set.Rows)
        {
            PageSize = 1000,
            NeedsSelect = true,
            MandatoryFilter = Set.MandatoryFilter,
        };

    public static EntitySet Sync { get; } =
        new(
            "sync/CRM/Accounts",
            Table("Timestamp").ReadOnly("Timestamp:i64").Get("Timestamp", row => row.RowVersion).Build(),
            new VersionSource<Account>(division => division.AccountLog, row => row.RowVersion)
        )
        {
            PageSize = 1000,
            OnlyFilter = ["Timestamp"],
        };

    private static IEnumerable<object> ById(Scope scope, object id) =>
        id is Guid given && scope.Division.AccountRows.Find(given) is { } account ? [account] : [];

    private static Account Post(Scope scope, Body body)
    {
        var rules = new AccountRules(scope.Division);
        rules.Check(body, isNew: true);
        var account = scope.Division.AddAccount(
            new AccountDraft(body.Text("Name")!)
            {
                Id = body.Id("ID"),
                Code = body.Text("Code"),
                Status = body.Text("Status") ?? "A",
            }
        );
        account.Keeping(body, Type);
        return account;
    }

    private static void Put(Scope scope, object row, Body body)
    {
        Writes.RefuseWholeEntity(body, Type);
        Writes.RefuseNull(body, "Name", "Status", "Code");
        if (body.Has("Code"))
            throw new RefusedException(Refusal.NotAllowed("Code", "Code"));
        new AccountRules(scope.Division).Check(body, isNew: false);
        ((Account)row).Keeping(body, Type);
        scope.Division.Changed((Account)row);
    }

    private static Table<Account> Table(string key) =>
        new Table<Account>("Account", key)
            .Writable(
                """
                ID:g, Accountant:g, AccountManager:g, ActivitySector:g, ActivitySubSector:g, AddressLine1:s, AddressLine2:s,
                AddressLine3:s, Blocked:b, BSN:s, BusinessType:g, CanDropShip:b, ChamberOfCommerce:s, City:s,
                Classification1:g, Classification2:g, Classification3:g, Classification4:g, Classification5:g,
                Classification6:g, Classification7:g, Classification8:g, Code:s, CodeAtSupplier:s, CompanySize:g,
                ConsolidationScenario:by, ControlledDate:dt, Country:s, CreditLinePurchase:d, CreditLineSales:d,
                DatevCreditorCode:s, DatevDebtorCode:s, DeliveryAdvice:by, DiscountPurchase:d, DiscountSales:d, Email:s,
                EndDate:dt, EstablishedDate:dt, Fax:s, GLAccountPurchase:g, GLAccountSales:g, GLAP:g, GLAR:g, GlnNumber:s,
                HasWithholdingTaxSales:b, IgnoreDatevWarningMessage:b, IncotermAddressPurchase:s, IncotermAddressSales:s,
                IncotermCodePurchase:s, IncotermCodeSales:s, IncotermVersionPurchase:i16, IncotermVersionSales:i16,
                IntraStatArea:s, IntraStatDeliveryTerm:s, IntraStatSystem:s, IntraStatTransactionA:s, IntraStatTransactionB:s,
                IntraStatTransportMethod:s, InvoiceAccount:g, InvoiceAttachmentType:i32, InvoicingMethod:i32, IsAccountant:by,
                IsAgency:by, IsCompetitor:by, IsExtraDuty:b, IsMailing:by, IsPilot:b, IsReseller:b, IsSupplier:b, Language:s,
                Latitude:d, LeadPurpose:g, LeadSource:g, Logo:bin, LogoFileName:s, Longitude:d, MainContact:g, Name:s,
                OINNumber:s, Parent:g, PayAsYouEarn:s, PaymentConditionPurchase:s, PaymentConditionSales:s, Phone:s,
                PhoneExtension:s, Postcode:s, PriceList:g, PurchaseCurrency:s, PurchaseLeadDays:i32, PurchaseVATCode:s,
                RecepientOfCommissions:b, Remarks:s, Reseller:g, RSIN:s, SalesCurrency:s, SalesTaxSchedule:g, SalesVATCode:s,
                SearchCode:s, SecurityLevel:i32, SeparateInvPerProject:by, SeparateInvPerSubscription:by,
                ShippingLeadDays:i32, ShippingMethod:g, ShowRemarkForSales:b, StartDate:dt, State:s, Status:s, TradeName:s,
                UniqueTaxpayerReference:s, VATLiability:s, VATNumber:s, Website:s
                """
            )
            .ReadOnly(
                """
                AccountManagerFullName:s, AccountManagerHID:i32, BankAccounts:c, BRIN:g, Classification:s,
                ClassificationDescription:s, Costcenter:s, CostcenterDescription:s, CostPaid:by, CountryName:s, Currency:s,
                CustomerSince:dt, Division:i32, Document:g, DunsNumber:s, InvoiceAccountCode:s, InvoiceAccountName:s,
                IsAnonymised:by, IsBank:b, IsMember:b, IsPurchase:b, IsSales:b, LanguageDescription:s, LogoThumbnailUrl:s,
                LogoUrl:s, PaymentConditionPurchaseDescription:s, PaymentConditionSalesDescription:s,
                PurchaseCurrencyDescription:s, PurchaseVATCodeDescription:s, ResellerCode:s, ResellerName:s,
                SalesCurrencyDescription:s, SalesTaxScheduleCode:s, SalesTaxScheduleDescription:s, SalesVATCodeDescription:s,
                StateName:s, StatusSince:dt, Type:s
                """
            )
            .Writable("PeppolIdentifier:s, PeppolIdentifierType:i16, EORINumber:s")
            .ReadOnly("AutomaticProcessProposedEntry:i32, EnableSalesPaymentLink:b, CustomField:s")
            .Audited()
            .InDivision()
            .Get("ID", row => row.Id)
            .Get("Code", row => row.Code)
            .Padded("Code", -18)
            .Get("Name", row => row.Name)
            .Set("Name", (row, value) => row.Name = (string)value!)
            .Get("Status", row => row.Status)
            .Set("Status", (row, value) => row.Status = (string)value!)
            .Get("IsSales", row => row.Status == "C")
            .Get("IsSupplier", row => row.IsSupplier)
            .Set("IsSupplier", (row, value) => row.IsSupplier = value is true)
            .Get("Blocked", row => row.Blocked)
            .Set("Blocked", (row, value) => row.Blocked = value is true)
            .Get("VATNumber", row => row.VatNumber)
            .Set("VATNumber", (row, value) => row.VatNumber = (string?)value)
            .Get("ChamberOfCommerce", row => row.ChamberOfCommerce)
            .Set("ChamberOfCommerce", (row, value) => row.ChamberOfCommerce = (string?)value)
            .Get("Email", row => row.Email)
            .Set("Email", (row, value) => row.Email = (string?)value)
            .Get("Phone", row => row.Phone)
            .Set("Phone", (row, value) => row.Phone = (string?)value)
            .Get("AddressLine1", row => row.AddressLine1)
            .Set("AddressLine1", (row, value) => row.AddressLine1 = (string?)value)
            .Get("Postcode", row => row.Postcode)
            .Set("Postcode", (row, value) => row.Postcode = (string?)value)
            .Get("City", row => row.City)
            .Set("City", (row, value) => row.City = (string?)value)
            .Get("Country", row => row.Country)
            .Set("Country", (row, value) => row.Country = ((string?)value)?.Trim())
            .Padded("Country", 3)
            .Get("Language", row => row.Language)
            .Set("Language", (row, value) => row.Language = ((string?)value)?.Trim())
            .Padded("Language", 3)
            .Get("SearchCode", row => row.SearchCode)
            .Set("SearchCode", (row, value) => row.SearchCode = ((string?)value)?.TrimEnd())
            .Padded("SearchCode", 20)
            .Get("PaymentConditionSales", row => row.PaymentConditionSales)
            .Set("PaymentConditionSales", (row, value) => row.PaymentConditionSales = ((string?)value)?.Trim())
            .Get("PaymentConditionSalesDescription", PaymentConditionDescription)
            .Get("SalesVATCode", row => row.SalesVatCode)
            .Set("SalesVATCode", (row, value) => row.SalesVatCode = ((string?)value)?.Trim())
            .Padded("SalesVATCode", 3)
            .Get(
                "SalesVATCodeDescription",
                (row, scope) => scope.Division.FindVatCode(row.SalesVatCode ?? "")?.Description
            )
            .Get("GLAR", row => row.ReceivableAccount)
            .Set("GLAR", (row, value) => row.ReceivableAccount = (Guid?)value)
            .Get("StartDate", row => row.Kept("StartDate") ?? row.Created)
            .Get("Type", _ => "A");

    private static string? PaymentConditionDescription(Account row, Scope scope) =>
        scope.Division.FindPaymentCondition(row.PaymentConditionSales ?? "")?.Description;
}
