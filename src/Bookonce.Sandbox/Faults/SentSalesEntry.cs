using System.Text.Json.Serialization;

namespace Bookonce.Sandbox.Faults;

/// <summary>What of a sales entry on its way to Exact a person would read off the document too.</summary>
internal sealed record SentSalesEntry(
    string? Journal,
    Guid? Customer,
    DateTime? EntryDate,
    string? Currency,
    string? YourRef,
    string? Description,
    string? PaymentCondition,
    IReadOnlyList<SentSalesLine>? SalesEntryLines
);

/// <inheritdoc cref="SentSalesEntry" />
internal sealed record SentSalesLine(
    Guid? GLAccount,
    decimal? AmountFC,
    string? VATCode,
    string? Description,
    decimal? VATAmountFC
);

[JsonSourceGenerationOptions(
    PropertyNameCaseInsensitive = true,
    NumberHandling = JsonNumberHandling.AllowReadingFromString
)]
[JsonSerializable(typeof(SentSalesEntry))]
internal sealed partial class SentJson : JsonSerializerContext;
