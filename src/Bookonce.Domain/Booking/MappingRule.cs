using System.Diagnostics.CodeAnalysis;
using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Problems;

namespace Bookonce.Domain.Booking;

/// <summary>Where a line goes: VAT code by tax rate, ledger account by category, else by tax rate.</summary>
static class MappingRule
{
    public readonly record struct Mapped(Guid LedgerAccount, string VatCode, decimal Rate);

    public static bool TryMap(
        DocumentLine line,
        ConnectionSettings settings,
        Masters masters,
        [NotNullWhen(true)] out Mapped? mapped,
        [NotNullWhen(false)] out Problem? problem
    )
    {
        mapped = null;
        var taxRate = settings.TaxRates.FirstOrDefault(mapping => mapping.TaxRateId == line.TaxRateId);
        problem = VatProblem(taxRate, masters);
        if (problem is not null)
            return false;

        var category = settings.Categories.FirstOrDefault(mapping => mapping.CategoryId == line.CategoryId);
        var account = category?.LedgerAccount ?? taxRate!.LedgerAccount;
        problem = AccountProblem(line, account, masters);
        if (problem is not null)
            return false;

        mapped = new Mapped(account!.Value, taxRate!.VatCode!, taxRate.Rate);
        return true;
    }

    static Problem? VatProblem(TaxRateMapping? taxRate, Masters masters)
    {
        if (taxRate is null)
            return new(
                "taxRateUnknown",
                "A line has a tax rate that the settings do not know.",
                "Open the settings and choose a VAT code for the new tax rate."
            );
        if (taxRate.VatCode is null)
            return new(
                "vatCodeMissing",
                $"No VAT code is chosen for '{taxRate.Description}'.",
                "Choose one in the settings."
            );

        var code = masters.VatCodes.FirstOrDefault(candidate => candidate.Code == taxRate.VatCode);
        return code switch
        {
            null => new(
                "vatCodeUnknown",
                $"VAT code {taxRate.VatCode} does not exist in Exact.",
                "Create it in Exact, or choose another in the settings."
            ),
            { IsUsable: false } => new(
                "vatCodeUnusable",
                $"VAT code {code.Code} cannot be used: {Why(code)}.",
                "Choose a code for sales of the kind 'excluding' in the settings."
            ),
            { IsReverseCharge: false } when code.Rate != taxRate.Rate => new(
                "vatCodeRateDiffers",
                $"VAT code {code.Code} is {code.Rate:P0}, but '{taxRate.Description}' is {taxRate.Rate:P0}.",
                "Choose a code with the same percentage in the settings."
            ),
            _ => null,
        };
    }

    static string Why(VatCode code) =>
        code.IsBlocked ? "it is blocked"
        : !code.ForSales ? "it is for purchases"
        : "its amounts include VAT";

    static Problem? AccountProblem(DocumentLine line, Guid? account, Masters masters) =>
        account is null
            ? new(
                "ledgerAccountMissing",
                $"The line '{line.Description}' has no ledger account.",
                "Choose an account for its category or its tax rate in the settings."
            )
        : masters.LedgerAccounts.FirstOrDefault(candidate => candidate.Id == account) is not { } found
            ? new(
                "ledgerAccountUnknown",
                $"The ledger account of the line '{line.Description}' is gone from Exact.",
                "Choose another in the settings."
            )
        : found.IsBlocked
            ? new(
                "ledgerAccountBlocked",
                $"Ledger account {found.Code} is blocked in Exact.",
                "Unblock it, or choose another in the settings."
            )
        : null;
}
