using System.Buffers.Text;
using Bookonce.Sandbox.Teamleader.Http;
using Bookonce.Sandbox.Teamleader.Model;

namespace Bookonce.Sandbox.Teamleader.Endpoints;

/// <summary>What a write changes in a company and a contact alike.</summary>
internal static class RelationWriting
{
    public static T Written<T>(Call call, string context, T before)
        where T : Relation
    {
        var body = call.Body;
        return before with
        {
            NationalIdentificationNumber = body["national_identification_number"]
                .TextOr(before.NationalIdentificationNumber),
            Emails = body["emails"]
                .ListOr(
                    before.Emails,
                    email => email.ReadEmail(context == "contact" ? ["primary"] : ["primary", "invoicing"])
                ),
            Telephones = body["telephones"]
                .ListOr(
                    before.Telephones,
                    telephone =>
                        telephone.ReadTelephone(context == "contact" ? ["phone", "mobile", "fax"] : ["phone", "fax"])
                ),
            Website = body["website"].TextOr(before.Website),
            Addresses = body["addresses"].ListOr(before.Addresses, SharedInput.ReadAddress),
            Iban = body["iban"].TextOr(before.Iban),
            Bic = body["bic"].TextOr(before.Bic),
            Language = body["language"].TextOr(before.Language),
            Remarks = body["remarks"].TextOr(before.Remarks),
            Tags = body["tags"].ListOr(before.Tags, tag => tag.RequiredText()),
            CustomFields = CustomFields.Written(call, context, before.CustomFields),
            MarketingMailsConsent = body["marketing_mails_consent"].FlagOr(before.MarketingMailsConsent),
            PriceListId = body["price_list_id"].IdOr(before.PriceListId),
            UpdatedAt = call.State.Now,
        };
    }

    /// <summary>Takes a picture as a data URI, or null to remove it; no answer of the service shows it.</summary>
    public static T Pictured<T>(Call call, T before)
        where T : Relation
    {
        var image = call.Body["image"];
        if (!image.IsGiven)
            throw Refusal.MustBePresent(image.Path);
        var data = image.Text();
        var comma = data?.IndexOf(";base64,", StringComparison.Ordinal) ?? 0;
        var fits =
            data is null
            || (
                data.StartsWith("data:image/", StringComparison.Ordinal)
                && comma > 0
                && Base64.IsValid(data.AsSpan(comma + ";base64,".Length))
            );
        return fits ? before with { UpdatedAt = call.State.Now } : throw image.Invalid;
    }

    public static T Tagged<T>(Call call, T before)
        where T : Relation => before with { Tags = [.. before.Tags.Union(TagsOf(call))], UpdatedAt = call.State.Now };

    public static T Untagged<T>(Call call, T before)
        where T : Relation => before with { Tags = [.. before.Tags.Except(TagsOf(call))], UpdatedAt = call.State.Now };

    static IEnumerable<string> TagsOf(Call call) =>
        call.Body["tags"].Required.Items().Select(tag => tag.RequiredText());
}
