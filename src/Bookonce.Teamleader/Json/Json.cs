using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Bookonce.Teamleader;

/// <summary>How answers are read: snake_case, unknown members ignored, absent members left at their default.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString
)]
[JsonSerializable(typeof(CommercialDiscount))]
[JsonSerializable(typeof(Company))]
[JsonSerializable(typeof(Contact))]
[JsonSerializable(typeof(CreditNote))]
[JsonSerializable(typeof(Department))]
[JsonSerializable(typeof(Invoice))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(NamedPaymentTerm))]
[JsonSerializable(typeof(NewCompany))]
[JsonSerializable(typeof(NewContact))]
[JsonSerializable(typeof(ProductCategory))]
[JsonSerializable(typeof(TaxRate))]
[JsonSerializable(typeof(User))]
internal sealed partial class Json : JsonSerializerContext;
