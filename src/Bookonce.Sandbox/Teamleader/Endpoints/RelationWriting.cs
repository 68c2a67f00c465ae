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
            Emails = body["emails"].ListOr(before.Emails, SharedInput.ReadEmail),
            Telephones = body["telephones"].ListOr(before.Telephones, SharedInput.ReadTelephone),
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

    public static T Tagged<T>(Call call, T before)
        where T : Relation => before with { Tags = [.. before.Tags.Union(TagsOf(call))], UpdatedAt = call.State.Now };

    public static T Untagged<T>(Call call, T before)
        where T : Relation => before with { Tags = [.. before.Tags.Except(TagsOf(call))], UpdatedAt = call.State.Now };

    static IEnumerable<string> TagsOf(Call call) =>
        call.Body["tags"].Required.Items().Select(tag => tag.RequiredText());
}
