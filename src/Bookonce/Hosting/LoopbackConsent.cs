using System.Net;
using System.Text.RegularExpressions;
using Bookonce.Engine.Connect;
using Bookonce.Engine.Store;
using Bookonce.Output;

namespace Bookonce.Hosting;

/// <summary>Completes a consent without a browser, which only a sandbox on this machine allows: one plain form, one button.</summary>
static partial class LoopbackConsent
{
    static readonly Uri Redirect = new("http://127.0.0.1/bookonce/return");

    public static async Task<Access> Give(Connecting connecting, AppRegistration app, CancellationToken stop)
    {
        if (!app.AuthorizationUrl.IsLoopback)
            throw new CommandException(
                ExitCode.UsedWrongly,
                "consentNeedsABrowser",
                $"Consent at {app.AuthorizationUrl.Host} needs a person and a browser.",
                "Run 'bookonce serve --public-url https://…' and use the Connect page."
            );

        var state = Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16));
        var (access, page) = await connecting.Begin(app, Redirect, state, stop);
        var answer = await Consent(page, stop);
        var query = System.Web.HttpUtility.ParseQueryString(answer.Query);
        if (query["state"] != state || query["code"] is not { Length: > 0 } code)
            throw new CommandException(
                ExitCode.Unavailable,
                "consentRefused",
                $"{app.ApiUrl} gave no consent.",
                "Check the client id."
            );
        return await connecting.Complete(access.Id, code, Redirect, stop);
    }

    static async Task<Uri> Consent(Uri page, CancellationToken stop)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        var html = await http.GetStringAsync(page, stop);
        var action = new Uri(page, WebUtility.HtmlDecode(Action().Match(html).Groups["value"].Value));
        var fields = Field()
            .Matches(html)
            .Select(match => match.Value)
            .Where(field => Name().IsMatch(field))
            .Select(field =>
                KeyValuePair.Create(
                    WebUtility.HtmlDecode(Name().Match(field).Groups["value"].Value),
                    WebUtility.HtmlDecode(Value().Match(field).Groups["value"].Value)
                )
            );
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await http.PostAsync(action, content, stop);
        return answer.Headers.Location is { } location
            ? new Uri(page, location)
            : throw new CommandException(
                ExitCode.Unavailable,
                "consentRefused",
                $"{page.Authority} refused the consent.",
                "Check the client id."
            );
    }

    [GeneratedRegex("<form[^>]*action=\"(?<value>[^\"]*)\"", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Action();

    [GeneratedRegex("<input[^>]*>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Field();

    [GeneratedRegex("\\bname=\"(?<value>[^\"]*)\"", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Name();

    [GeneratedRegex("\\bvalue=\"(?<value>[^\"]*)\"", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Value();
}
