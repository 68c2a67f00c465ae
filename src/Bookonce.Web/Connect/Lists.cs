using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;

namespace Bookonce.Web.Connect;

/// <summary>One thing to choose from a list: its code, and what people read.</summary>
public sealed record Option(string Code, string Text)
{
    /// <summary>What people read.</summary>
    public override string ToString() => Text;
}

/// <summary>The lists of the settings page, made from the books.</summary>
static class Lists
{
    public static IReadOnlyList<Option> Journals(Masters masters) =>
        [
            .. masters
                .Journals.Where(journal => journal is { Kind: JournalKind.Sales, IsBlocked: false })
                .Select(journal => new Option(journal.Code, $"{journal.Code} · {journal.Description}")),
        ];

    public static IReadOnlyList<Option> VatCodes(Masters masters) =>
        [
            .. masters
                .VatCodes.Where(code => code.IsUsable)
                .OrderBy(code => code.Code, StringComparer.Ordinal)
                .Select(code => new Option(
                    code.Code,
                    $"{code.Code} · {code.Description} ({Shell.Show.Percent(code.Rate)})"
                )),
        ];

    /// <summary>Revenue first, because that is what is wanted nearly always; receivable accounts never.</summary>
    public static IReadOnlyList<Option> LedgerAccounts(Masters masters) =>
        [
            .. masters
                .LedgerAccounts.Where(account => account is { IsBlocked: false, Kind: not LedgerKind.Receivable })
                .OrderBy(account => account.Kind != LedgerKind.Revenue)
                .ThenBy(account => account.Code, StringComparer.Ordinal)
                .Select(account => new Option(account.Id.ToString(), $"{account.Code} · {account.Description}")),
        ];

    public static IReadOnlyList<Option> PaymentConditions(Masters masters) =>
        [
            .. masters.PaymentConditions.Select(condition => new Option(
                condition.Code,
                $"{condition.Code} · {condition.Description}"
            )),
        ];

    public static string Name(PaymentTerm term) =>
        term switch
        {
            { Kind: PaymentTermKind.Cash } => "At once",
            { Kind: PaymentTermKind.EndOfMonth, Days: 0 } => "End of month",
            { Kind: PaymentTermKind.EndOfMonth } => $"{term.Days} days after the end of the month",
            _ => $"{Shell.Show.Count(term.Days, "day", "days")} after the invoice date",
        };
}
