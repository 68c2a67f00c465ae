using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Bookonce.ExactOnline;

/// <summary>How answers are read: unknown members are ignored, numbers may be text.</summary>
[JsonSourceGenerationOptions(
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(ExactDateOnly), typeof(ExactDateTime), typeof(ExactFlag)]
)]
[JsonSerializable(typeof(Account))]
[JsonSerializable(typeof(Currency))]
[JsonSerializable(typeof(DeletedRow))]
[JsonSerializable(typeof(Document))]
[JsonSerializable(typeof(DocumentAttachment))]
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
[JsonSerializable(typeof(VatReturn))]
[JsonSerializable(typeof(WholeSalesEntry))]
internal sealed partial class ReadJson : JsonSerializerContext
{
    /// <summary>The <c>$select</c> that fills a record; ignored properties have no getter here.</summary>
    /// <param name="shape">The record.</param>
    /// <param name="child">What its one list holds, in front of every property the name of that list; null when it has none.</param>
    public static string Select(JsonTypeInfo shape, (string List, JsonTypeInfo Shape)? child = null) =>
        string.Join(
            ',',
            [
                .. Names(shape).Where(name => name != child?.List),
                .. child is var (list, of) ? Names(of).Select(name => $"{list}/{name}") : [],
            ]
        );

    static IEnumerable<string> Names(JsonTypeInfo shape) =>
        shape.Properties.Where(property => property.Get is not null).Select(property => property.Name);
}
