using Bookonce.Engine.Store;

namespace Bookonce.Web.Connect;

/// <summary>The two services by the names that people know.</summary>
static class VendorWords
{
    public static string Name(Vendor vendor) => vendor == Vendor.Teamleader ? "Teamleader Focus" : "Exact Online";

    /// <summary>Where people register an app of their own.</summary>
    public static string WhereToRegister(Vendor vendor) =>
        vendor == Vendor.Teamleader ? "Teamleader Marketplace › Build" : "Exact Online App Center › Manage my apps";
}
