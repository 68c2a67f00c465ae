using Bookonce.Sandbox.ExactOnline.OData;

namespace Bookonce.Sandbox.ExactOnline.Endpoints;

/// <summary>Who the user is and which administrations there are.</summary>
internal static class Divisions
{
    public static EntitySet Me { get; } =
        new(
            "current/Me",
            new Table<ExactUser>("Me", "UserID")
                .ReadOnly(
                    """
                    UserID:g, UserName:s, FullName:s, Email:s, Language:s, LanguageCode:s, CurrentDivision:i32, AccountingDivision:i32,
                    DossierDivision:i32, DivisionCustomer:g, DivisionCustomerCode:s, DivisionCustomerName:s, Legislation:i64,
                    IsMyFirmPortalUser:b, IsClientUser:b, ServerTime:s, ServerUtcOffset:d
                    """
                )
                .Get("UserID", user => user.Id)
                .Get("UserName", user => user.UserName)
                .Get("FullName", user => user.FullName)
                .Get("Email", user => user.Email)
                .Get("Language", user => user.LanguageCode[..2])
                .Get("LanguageCode", user => user.LanguageCode)
                .Get("CurrentDivision", (_, scope) => scope.State.CurrentDivision?.Code)
                .Get("DivisionCustomer", (_, scope) => scope.State.CurrentDivision?.Customer)
                .Get("DivisionCustomerName", (_, scope) => scope.State.CurrentDivision?.Description)
                .Get("IsMyFirmPortalUser", _ => false)
                .Get("IsClientUser", _ => false)
                .Get("ServerTime", (_, scope) => Now(scope).ToString("yyyy-MM-ddTHH:mm:ss.fff"))
                .Get("ServerUtcOffset", (_, scope) => (decimal)Offset(scope).TotalSeconds)
                .Build(),
            new ListSource<ExactUser>(scope => [scope.State.User], user => user.Id)
        );

    public static EntitySet Hrm { get; } =
        new(
            "hrm/Divisions",
            Common(
                    new Table<Division>("Division", "Code").ReadOnly(
                        """
                        Code:i32, Description:s, HID:s, Customer:g, CustomerCode:s, CustomerName:s, Country:s, CountryDescription:s,
                        Currency:s, CurrencyDescription:s, Main:b, Status:i16, StartDate:dt, ArchiveDate:dt, BlockingStatus:i16,
                        VATNumber:s, OBNumber:s, SiretNumber:s, TaxOfficeNumber:s, TaxReferenceNumber:s, TemplateCode:s, Website:s,
                        Class_01:s, Class_02:s, Class_03:s, Class_04:s, Class_05:s, Created:dt, Creator:g, CreatorFullName:s,
                        Modified:dt, Modifier:g, ModifierFullName:s
                        """
                    )
                )
                .Get("HID", division => $"{division.Code}")
                .Get("Main", (division, scope) => scope.State.Divisions[0] == division)
                .Get("Status", division => division.Active ? 0 : 1)
                .Build(),
            new ListSource<Division>(scope => scope.State.Divisions, division => (long)division.Code)
        );

    public static EntitySet System { get; } = Wide("system/Divisions");

    public static EntitySet All { get; } = Wide("system/AllDivisions");

    private static EntitySet Wide(string path) =>
        new(
            path,
            Common(
                    new Table<Division>("SystemDivision", "Code").ReadOnly(
                        """
                        Code:i32, Description:s, Hid:i64, Customer:g, CustomerCode:s, CustomerName:s, Country:s, CountryDescription:s,
                        Currency:s, CurrencyDescription:s, Current:b, IsMainDivision:b, IsDossierDivision:b, IsPracticeDivision:b,
                        IsHRDivision:b, Legislation:s, Status:i16, StartDate:dt, ArchiveDate:dt, BlockingStatus:i16,
                        DivisionMoveDate:dt, DivisionHRLinkUnlinkDate:dt, VATNumber:s, OBNumber:s, SiretNumber:s, TaxOfficeNumber:s,
                        TaxReferenceNumber:s, TemplateCode:s, Website:s, Class_01:s, Class_02:s, Class_03:s, Class_04:s, Class_05:s,
                        Created:dt, Creator:g, CreatorFullName:s, Modified:dt, Modifier:g, ModifierFullName:s
                        """
                    )
                )
                .Get("Hid", division => division.Code)
                .Get("Current", (division, scope) => scope.State.CurrentDivision == division)
                .Get("IsMainDivision", (division, scope) => scope.State.Divisions[0] == division)
                .Get("IsDossierDivision", _ => false)
                .Get("IsPracticeDivision", _ => false)
                .Get("IsHRDivision", _ => false)
                .Get("Status", division => division.Active ? 1 : 2)
                .Build(),
            new ListSource<Division>(scope => scope.State.Divisions, division => (long)division.Code)
        );

    private static Table<Division> Common(Table<Division> table) =>
        table
            .Get("Code", division => division.Code)
            .Get("Description", division => division.Description)
            .Get("Customer", division => division.Customer)
            .Get("CustomerName", division => division.Description)
            .Get("Country", division => division.Country)
            .Padded("Country", 3)
            .Get("Currency", division => division.Currency)
            .Get("BlockingStatus", _ => 0)
            .Get("VATNumber", division => division.VatNumber)
            .Get("StartDate", division => DateOnly.FromDateTime(division.Created.UtcDateTime))
            .Get("Created", division => division.Created)
            .Get("Creator", (_, scope) => scope.State.User.Id)
            .Get("CreatorFullName", (_, scope) => scope.State.User.FullName)
            .Get("Modified", division => division.Created)
            .Get("Modifier", (_, scope) => scope.State.User.Id)
            .Get("ModifierFullName", (_, scope) => scope.State.User.FullName);

    private static DateTime Now(Scope scope) => WallClock.Of(scope.State.Clock.GetUtcNow(), scope.Switches.SummerTime);

    private static TimeSpan Offset(Scope scope) => Now(scope) - scope.State.Clock.GetUtcNow().UtcDateTime;
}
