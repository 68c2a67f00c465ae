namespace Bookonce.Web;

/// <summary>How the pages are served.</summary>
public sealed record WebOptions
{
    /// <summary>The address that people type and that consents come back to, without a path behind it.</summary>
    public required Uri PublicUrl { get; init; }

    /// <summary>Whether the two services are sandboxes on this machine.</summary>
    public bool IsDemo { get; init; }

    /// <summary>The sentence above every page of a demo.</summary>
    public string? DemoNote { get; init; }

    /// <summary>What the Connect page has filled in for Teamleader Focus.</summary>
    public VendorApp Teamleader { get; init; } =
        new(new Uri("https://api.focus.teamleader.eu"), new Uri("https://focus.teamleader.eu"));

    /// <summary>What the Connect page has filled in for Exact Online; both addresses are the country's site.</summary>
    public VendorApp ExactOnline { get; init; } =
        new(new Uri("https://start.exactonline.be"), new Uri("https://start.exactonline.be"));

    /// <summary>An address under <see cref="PublicUrl"/>.</summary>
    internal Uri Address(string path) => new($"{PublicUrl.AbsoluteUri.TrimEnd('/')}/{path}");
}

/// <summary>An app as it is registered with a service.</summary>
/// <param name="ApiUrl">Where calls go.</param>
/// <param name="AuthorizationUrl">Where people consent.</param>
/// <param name="ClientId">Empty when people type their own.</param>
/// <param name="ClientSecret">Empty when people type their own.</param>
public sealed record VendorApp(Uri ApiUrl, Uri AuthorizationUrl, string ClientId = "", string ClientSecret = "")
{
    /// <summary>The app without its secret.</summary>
    public override string ToString() => $"{ClientId} at {ApiUrl}";
}
