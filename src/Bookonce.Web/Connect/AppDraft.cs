using Bookonce.Engine.Connect;
using Bookonce.Engine.Store;

namespace Bookonce.Web.Connect;

/// <summary>An app as a person types it.</summary>
sealed class AppDraft(Vendor vendor, VendorApp app)
{
    public string ApiUrl { get; set; } = app.ApiUrl.AbsoluteUri;

    public string AuthorizationUrl { get; set; } = app.AuthorizationUrl.AbsoluteUri;

    public string ClientId { get; set; } = app.ClientId;

    public string ClientSecret { get; set; } = app.ClientSecret;

    /// <summary>What is wrong with it, in one sentence; null when nothing is.</summary>
    public string? Mistake =>
        Address(ApiUrl) is null || (vendor == Vendor.Teamleader && Address(AuthorizationUrl) is null)
            ? "An address must begin with https://, for example https://start.exactonline.be."
        : string.IsNullOrWhiteSpace(ClientId) ? "The client id is missing."
        : string.IsNullOrWhiteSpace(ClientSecret) ? "The client secret is missing."
        : null;

    /// <summary>The registration; Exact has one address for both.</summary>
    public AppRegistration ToRegistration()
    {
        var api = Address(ApiUrl)!;
        var authorization = vendor == Vendor.Teamleader ? Address(AuthorizationUrl)! : api;
        return new AppRegistration(vendor, api, authorization, ClientId.Trim(), ClientSecret.Trim());
    }

    /// <summary>Secrets travel encrypted, or not out of this machine.</summary>
    static Uri? Address(string text) =>
        Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            ? address
            : null;
}
