using Bookonce.Sandbox.ExactOnline.OData;

namespace Bookonce.Sandbox.ExactOnline.Endpoints;

/// <summary>Making and changing VAT codes.</summary>
internal static class VatCodeWrites
{
    private const int LongestCode = 3;

    public static object Post(Scope scope, Body body)
    {
        var rules = new MasterRules(scope.Division);
        var code = rules.NewCode(body, taken: code => scope.Division.FindVatCode(code) is not null);
        if (code.Length > LongestCode)
            rules.Refuse(Refusal.Invalid("Code", "Code"));
        var description = rules.Mandatory(body, "Description", "Omschrijving");
        var type = TypeOf(body.Text("Type"), rules);
        var transactionType = OneOf(body.Text("VATTransactionType") ?? "B", "BPS", "VATTransactionType", rules);
        var listing = OneOf(body.Text("EUSalesListing") ?? "N", "LNST", "EUSalesListing", rules);
        VatRate[] rates = [.. body.Children("VATPercentages").Select(Rate)];
        if (rates.Any(rate => rate.Fraction is < 0 or > 1))
            rules.Refuse(Refusal.Invalid("Btw-percentage", "VAT percentage"));
        var charged = body.Flag("Charged") ?? false;
        var addsVat = type == VatCodeType.Excluding && !charged && rates.Any(rate => rate.Fraction != 0);
        var account = rules.GLAccount(body.Id("GLToPay"), addsVat || body.Has("GLToPay") ? GLAccountType.Vat : null);
        rules.ThrowIfAny();
        return scope
            .Division.AddVatCode(code, description, rates, type, account, charged, listing, transactionType)
            .Keeping(body, VatCodes.Type);
    }

    public static void Put(Scope scope, object row, Body body)
    {
        Writes.RefuseWholeEntity(body, VatCodes.Type);
        Writes.RefuseNull(body, "Code", "Description", "Type", "VATTransactionType", "EUSalesListing");
        if (body.Has("VATPercentages"))
            throw ApiException.Unreadable("Binding to new entities is not supported.");
        var code = (VatCode)row;
        var rules = new MasterRules(scope.Division);
        rules.SameCode(body, code.Code);
        if (body.Text("Type") is { } type && TypeOf(type, rules) != code.Type)
            rules.Refuse(Refusal.NotAllowed("Type", "Type"));
        OneOf(body.Text("VATTransactionType") ?? code.TransactionType, "BPS", "VATTransactionType", rules);
        OneOf(body.Text("EUSalesListing") ?? code.EUSalesListing, "LNST", "EUSalesListing", rules);
        var account = body.Has("GLToPay") ? rules.GLAccount(body.Id("GLToPay"), GLAccountType.Vat) : code.GLToPay;
        rules.ThrowIfAny();
        code.GLToPay = account;
        code.Keeping(body, VatCodes.Type);
        scope.Division.Changed(code);
    }

    private static VatRate Rate(Body body) =>
        new(body.Number("Percentage") ?? 0m, body.Date("StartDate"), body.Date("EndDate"));

    private static VatCodeType TypeOf(string? letter, MasterRules rules)
    {
        switch (letter)
        {
            case null or "E":
                return VatCodeType.Excluding;
            case "I":
                return VatCodeType.Including;
            case "B":
                return VatCodeType.BaseOnly;
            case "N":
                return VatCodeType.None;
            default:
                rules.Refuse(Refusal.Invalid("Type", "Type"));
                return VatCodeType.None;
        }
    }

    private static string OneOf(string letter, string allowed, string field, MasterRules rules)
    {
        if (letter.Length != 1 || !allowed.Contains(letter, StringComparison.Ordinal))
            rules.Refuse(Refusal.Invalid(field, field));
        return letter;
    }
}
