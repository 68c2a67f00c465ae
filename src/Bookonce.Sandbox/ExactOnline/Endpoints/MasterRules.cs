using Bookonce.Sandbox.ExactOnline.OData;

namespace Bookonce.Sandbox.ExactOnline.Endpoints;

/// <summary>What master data must satisfy; everything wrong is said at once.</summary>
internal sealed class MasterRules(Division division)
{
    private readonly List<Refusal> reasons = [];

    public void Refuse(Refusal reason) => reasons.Add(reason);

    public void ThrowIfAny()
    {
        if (reasons is not [])
            throw new RefusedException(reasons);
    }

    /// <summary>A code that nothing else has yet.</summary>
    public string NewCode(Body body, Func<string, bool> taken)
    {
        var code = Mandatory(body, "Code", "Code").Trim();
        if (code is not "" && taken(code))
            reasons.Add(Refusal.Exists);
        return code;
    }

    /// <summary>A code that stays; entries name it.</summary>
    public void SameCode(Body body, string code)
    {
        if (body.Text("Code") is { } given && given.Trim() != code)
            reasons.Add(Refusal.NotAllowed("Code", "Code"));
    }

    public string Mandatory(Body body, string field, string dutch)
    {
        if (body.Text(field) is { } text && !string.IsNullOrWhiteSpace(text))
            return text;
        reasons.Add(Refusal.Mandatory(dutch, field));
        return "";
    }

    /// <summary>One of the numbers of an enumeration; without a fallback it must be sent.</summary>
    public T Choice<T>(Body body, string field, T? fallback)
        where T : struct, Enum
    {
        if (body.Whole(field) is not { } number)
        {
            if (fallback is null)
                reasons.Add(Refusal.Mandatory(field, field));
            return fallback ?? default;
        }
        var choice = (T)Enum.ToObject(typeof(T), number);
        if (!Enum.IsDefined(choice))
            reasons.Add(Refusal.Invalid(field, field));
        return choice;
    }

    /// <summary>A ledger account of the type that is needed; a needed one must be there.</summary>
    public GLAccount? GLAccount(Guid? id, GLAccountType? needed)
    {
        if (id is null)
        {
            if (needed is not null)
                reasons.Add(Refusal.Mandatory("Grootboekrekening", "G/L Account"));
            return null;
        }
        if (division.GLAccountRows.Find(id.Value) is not { } account)
            reasons.Add(Refusal.UnknownReference("Grootboekrekening", "G/L Account"));
        else if (needed is null || account.Type == needed)
            return account;
        else
            reasons.Add(Refusal.Invalid("Grootboekrekeningtype", "G/L account type"));
        return null;
    }

    public void Currency(string? code)
    {
        if (code is not null && division.CurrencyRows.Find(code.Trim()) is null)
            reasons.Add(Refusal.UnknownReference("Valuta", "Currency"));
    }

    public void VatCode(string? code)
    {
        if (!string.IsNullOrWhiteSpace(code) && division.FindVatCode(code) is null)
            reasons.Add(Refusal.UnknownReference("Btw-code", "VAT code"));
    }
}
