using Bookonce.Sandbox.ExactOnline;
using Microsoft.Extensions.Time.Testing;

namespace Bookonce.Sandbox.Tests.ExactOnline;

/// <summary>A small Belgian administration that tests start from.</summary>
internal sealed class SmallBooks
{
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    public ExactOnlineState State { get; }
    public Division Division { get; }
    public GLAccount Receivable { get; }
    public GLAccount VatToPay { get; }
    public GLAccount Bank { get; }
    public GLAccount Services { get; }
    public GLAccount Equity { get; }
    public Journal Sales { get; }
    public Account Customer { get; }

    public SmallBooks(int seed = 1)
    {
        State = new ExactOnlineState(Clock, seed);
        Division = State.AddDivision(123456, "Bakkerij De Zon");
        Receivable = Division.AddGLAccount("400000", "Customers", GLAccountType.Receivable);
        VatToPay = Division.AddGLAccount("451000", "VAT to pay", GLAccountType.Vat);
        Bank = Division.AddGLAccount("550000", "Bank", GLAccountType.Bank);
        Equity = Division.AddGLAccount("100000", "Capital", GLAccountType.CapitalStock);
        Services = Division.AddGLAccount("700000", "Services", GLAccountType.Revenue, vatCode: "2");
        Sales = Division.AddJournal("70", "Sales", JournalType.Sales, Receivable);
        Division.AddJournal("71", "Euro only", JournalType.Sales, Receivable, allowVariableCurrency: false);
        Division.AddJournal("20", "Bank", JournalType.Bank, Bank);
        Division.AddJournal("90", "General", JournalType.General);
        Division.AddVatCode("2", "21 %", 0.21m, glToPay: VatToPay);
        Division.AddVatCode("1", "6 %", 0.06m, glToPay: VatToPay);
        Division.AddVatCode("5", "Reverse charge", 0m, VatCodeType.BaseOnly, charged: true);
        Division.AddVatCode("0", "None", 0m, VatCodeType.None);
        Division.AddVatCode("I", "21 % inclusive", 0.21m, VatCodeType.Including, VatToPay);
        Division.AddVatCode("P", "21 % purchase", 0.21m, glToPay: VatToPay, transactionType: "P");
        Division.AddPaymentCondition("30", "30 days", 30);
        Division.AddCurrency("USD", "US dollar");
        Division.AddExchangeRate("USD", new DateOnly(2026, 1, 1), 0.9m);
        Division.AddFinancialYear(2025);
        Division.AddFinancialYear(2026);
        Customer = Division.AddAccount(
            new AccountDraft("Klant NV") { PaymentConditionSales = "30", VatNumber = "BE0123456749" }
        );
    }

    public SalesEntryDraft Invoice(decimal amount = 100m, string? yourRef = null) =>
        new()
        {
            Journal = "70",
            Customer = Customer.Id,
            EntryDate = new DateOnly(2026, 3, 2),
            YourRef = yourRef,
            Lines = [new SalesLineDraft(Services.Id, amount)],
        };
}
