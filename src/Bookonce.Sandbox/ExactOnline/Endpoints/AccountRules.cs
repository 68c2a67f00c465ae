using System.Text.RegularExpressions;
using Bookonce.Sandbox.ExactOnline.OData;

namespace Bookonce.Sandbox.ExactOnline.Endpoints;

/// <summary>What a relation must satisfy; everything wrong is said at once.</summary>
internal sealed partial class AccountRules(Division division)
{
    private readonly List<Refusal> reasons = [];

    public void Check(Body body, bool isNew)
    {
        if (
            isNew && string.IsNullOrWhiteSpace(body.Text("Name"))
            || body.Has("Name") && string.IsNullOrWhiteSpace(body.Text("Name"))
        )
            reasons.Add(Refusal.Mandatory("Naam", "Name"));
        if (body.Text("Code") is { } code && !CodeShape().IsMatch(code.Trim()))
            reasons.Add(Refusal.Invalid("Code", "Code"));
        if (body.Text("Status") is { } status && status is not ("A" or "S" or "P" or "C"))
            reasons.Add(Refusal.Invalid("Status", "Status"));
        if (body.Text("Email") is { Length: > 0 } email && !EmailShape().IsMatch(email))
            reasons.Add(Refusal.Invalid("E-mail", "Email"));
        if (
            body.Text("VATNumber") is { Length: > 0 } number
            && !VatNumbers.Accepts(number, division.Switches.VatNumberCheck)
        )
            reasons.Add(Refusal.Invalid("Btw-nummer", "VAT number"));
        if (
            body.Text("PaymentConditionSales") is { Length: > 0 } condition
            && division.FindPaymentCondition(condition) is null
        )
            reasons.Add(Refusal.UnknownReference("Betalingsconditie", "Payment condition"));
        if (body.Text("SalesVATCode") is { Length: > 0 } vatCode && division.FindVatCode(vatCode) is null)
            reasons.Add(Refusal.UnknownReference("Btw-code", "VAT code"));
        if (
            body.Id("GLAR") is { } receivable
            && division.GLAccountRows.Find(receivable)?.Type != GLAccountType.Receivable
        )
            reasons.Add(Refusal.Invalid("Grootboekrekeningtype", "G/L account type"));
        if (reasons is not [])
            throw new RefusedException(reasons);
    }

    [GeneratedRegex("^[0-9]{1,18}$", RegexOptions.ExplicitCapture)]
    private static partial Regex CodeShape();

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+\.[^@\s]+$", RegexOptions.ExplicitCapture)]
    private static partial Regex EmailShape();
}
