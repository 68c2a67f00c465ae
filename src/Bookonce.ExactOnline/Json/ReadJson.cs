using System.Text.Json.Serialization;

namespace Bookonce.ExactOnline;

/// <summary>How answers are read: unknown members are ignored, numbers may be text.</summary>
[JsonSourceGenerationOptions(
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(ExactDateOnly), typeof(ExactDateTime), typeof(ExactFlag)]
)]
[JsonSerializable(typeof(Account))]
[JsonSerializable(typeof(Currency))]
[JsonSerializable(typeof(DeletedRow))]
[JsonSerializable(typeof(ExchangeRate))]
[JsonSerializable(typeof(FinancialPeriod))]
[JsonSerializable(typeof(GLAccount))]
[JsonSerializable(typeof(HrmDivision))]
[JsonSerializable(typeof(Journal))]
[JsonSerializable(typeof(JournalStatus))]
[JsonSerializable(typeof(Me))]
[JsonSerializable(typeof(PaymentCondition))]
[JsonSerializable(typeof(PaymentTerm))]
[JsonSerializable(typeof(Receivable))]
[JsonSerializable(typeof(SalesEntry))]
[JsonSerializable(typeof(SalesEntryLine))]
[JsonSerializable(typeof(SyncAccount))]
[JsonSerializable(typeof(SyncTransactionLine))]
[JsonSerializable(typeof(SystemDivision))]
[JsonSerializable(typeof(TransactionLine))]
[JsonSerializable(typeof(VatCode))]
internal sealed partial class ReadJson : JsonSerializerContext;
