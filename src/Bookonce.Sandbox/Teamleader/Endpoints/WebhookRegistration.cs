using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bookonce.Sandbox.Teamleader.Http;
using Bookonce.Sandbox.Teamleader.Model;

namespace Bookonce.Sandbox.Teamleader.Endpoints;

/// <summary>Who wants to hear of what. A registration has no id: address and type together name it.</summary>
internal static partial class WebhookRegistration
{
    const string Expense =
        "added updated deleted approved refused bookkeepingSubmissionSucceeded bookkeepingSubmissionFailed";

    static readonly Dictionary<string, string[]> Known = new Dictionary<string, string>
    {
        ["invoice"] =
            "drafted updated booked sent deleted paymentRegistered paymentRemoved "
            + "peppolSubmissionSucceeded peppolSubmissionFailed",
        ["creditNote"] = "booked updated sent deleted peppolSubmissionSucceeded peppolSubmissionFailed",
        ["company"] = "added updated deleted",
        ["contact"] = "added updated deleted linkedToCompany unlinkedFromCompany updatedLinkToCompany",
        ["product"] = "added updated deleted",
        ["subscription"] = "added updated deactivated deleted",
        ["incomingInvoice"] = Expense,
        ["incomingCreditNote"] = Expense,
        ["receipt"] = Expense,
        ["account"] = "deactivated deleted",
        ["user"] = "deactivated",
    }.ToDictionary(group => group.Key, group => group.Value.Split(' '));

    public static Answer Register(Call call)
    {
        var url = call.Body["url"];
        var schemes = call.Switches.WebhookScheme;
        var fits =
            Uri.TryCreate(url.RequiredText(), UriKind.Absolute, out var uri)
            && (
                uri.Scheme == Uri.UriSchemeHttps
                || (uri.Scheme == Uri.UriSchemeHttp && schemes == WebhookScheme.HttpAndHttps)
            );
        if (!fits)
            throw url.Invalid;

        var wanted = Types(call).Select(type => new Webhook(url.Text()!, type)).ToList();
        if (call.Switches.WebhookTwice == WebhookTwice.Refused && wanted.Exists(call.State.Webhooks.Contains))
            throw new Refusal(400, "The webhook is already registered", "types");
        call.State.Webhooks.UnionWith(wanted);
        return Answer.Done;
    }

    public static Answer Unregister(Call call)
    {
        var url = call.Body["url"].RequiredText();
        call.State.Webhooks.ExceptWith(Types(call).Select(type => new Webhook(url, type)));
        return Answer.Done;
    }

    public static Answer List(Call call) =>
        Answer.Data(
            call.State.Webhooks.GroupBy(webhook => webhook.Url),
            group => new JsonObject { ["url"] = group.Key, ["types"] = Wire.List(group, webhook => webhook.Type) }
        );

    static List<string> Types(Call call)
    {
        var types = call.Body["types"].Required;
        return types.Items() is []
            ? throw Refusal.MustBePresent(types.Path)
            : [.. types.Items().Select(type => IsType(type.RequiredText()) ? type.Text()! : throw type.Invalid)];
    }

    /// <summary>Types of resources that the sandbox does not have are taken on trust; they never happen.</summary>
    static bool IsType(string text) =>
        TypePattern().Match(text) is { Success: true } match
        && (
            !Known.TryGetValue(match.Groups["subject"].Value, out var happenings)
            || happenings.Contains(match.Groups["happening"].Value)
        );

    [GeneratedRegex(
        @"^(?<subject>[a-z][a-zA-Z]{0,40})\.(?<happening>[a-z][a-zA-Z]{0,60})\z",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex TypePattern();
}
