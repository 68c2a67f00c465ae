using System.Globalization;

namespace Bookonce.Sandbox.ExactOnline;

public sealed partial class Division
{
    private const int DeletedAccount = 2;
    private readonly Dictionary<string, Account> accountsByCode = [];
    private long highestAccountCode;

    internal KeyedRows<Guid, Account> AccountRows { get; } = new(row => row.Id);
    internal VersionLog<Account> AccountLog { get; } = new(row => row.RowVersion);

    /// <summary>The relations in the order of their id.</summary>
    public IReadOnlyList<Account> Accounts => Copy(AccountRows.Ordered);

    /// <summary>Adds a relation.</summary>
    /// <exception cref="RefusedException">The id or code is taken, or the name is missing.</exception>
    public Account AddAccount(AccountDraft draft, Entered? entered = null)
    {
        lock (state.Gate)
        {
            if (string.IsNullOrWhiteSpace(draft.Name))
                throw new RefusedException(Refusal.Mandatory("Naam", "Name"));
            var code = draft.Code?.Trim() ?? (highestAccountCode + 1).ToString(CultureInfo.InvariantCulture);
            if (draft.Id is { } taken && AccountRows.Contains(taken))
                throw new RefusedException(Refusal.Exists);
            if (accountsByCode.ContainsKey(code) && Switches.TakenAccountCode == TakenAccountCode.Refused)
                throw new RefusedException(Refusal.Exists);
            if (accountsByCode.ContainsKey(code) && Switches.TakenAccountCode == TakenAccountCode.NextFree)
                code = (highestAccountCode + 1).ToString(CultureInfo.InvariantCulture);
            var (by, at) = Who(entered);
            var row = new Account(new Stamp(draft.Id ?? NextId(), by, at))
            {
                Code = code,
                Name = draft.Name,
                Status = draft.Status,
                IsSupplier = draft.IsSupplier,
                Blocked = draft.Blocked,
                VatNumber = draft.VatNumber,
                ChamberOfCommerce = draft.ChamberOfCommerce,
                Email = draft.Email,
                Phone = draft.Phone,
                AddressLine1 = draft.AddressLine1,
                Postcode = draft.Postcode,
                City = draft.City,
                Country = draft.Country ?? Country,
                Language = draft.Language,
                PaymentConditionSales = draft.PaymentConditionSales,
                SalesVatCode = draft.SalesVatCode,
                ReceivableAccount = draft.ReceivableAccount,
            };
            if (long.TryParse(code, CultureInfo.InvariantCulture, out var number))
                highestAccountCode = Math.Max(highestAccountCode, number);
            accountsByCode.TryAdd(code, row);
            AccountRows.Add(row);
            row.RowVersion = NextRowVersion();
            AccountLog.Note(row, isNew: true);
            Raise(WebhookTopic.Accounts, row.Id, isNew: true);
            return row;
        }
    }

    /// <summary>Notes that a relation was changed, so that a sync sees it.</summary>
    public void Changed(Account account, Entered? entered = null)
    {
        lock (state.Gate)
        {
            (account.Modifier, account.Modified) = Who(entered);
            account.RowVersion = NextRowVersion();
            AccountLog.Note(account, isNew: false);
            Raise(WebhookTopic.Accounts, account.Id);
        }
    }

    /// <summary>Deletes a relation that no entry names.</summary>
    /// <exception cref="RefusedException">An entry names it.</exception>
    public void DeleteAccount(Account account)
    {
        lock (state.Gate)
        {
            if (Ledger.Lines.Ordered.Any(line => line.Account == account))
                throw new RefusedException(Refusal.InUse("Relatie", "Account"));
            if (accountsByCode.GetValueOrDefault(account.Code) == account)
                accountsByCode.Remove(account.Code);
            AccountRows.Remove(account);
            account.RowVersion = -1;
            AccountLog.WentStale();
            Ledger.NoteDeleted(DeletedAccount, account.Id);
            Raise(WebhookTopic.Accounts, account.Id, isDeleted: true);
        }
    }
}
