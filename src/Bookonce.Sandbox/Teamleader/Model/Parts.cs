using System.Text.Json;

namespace Bookonce.Sandbox.Teamleader.Model;

/// <summary>A postal address. <see cref="Country"/> is an ISO 3166 code of two letters.</summary>
public sealed record Address(
    string? Line1,
    string? PostalCode,
    string? City,
    string Country,
    Guid? AreaLevelTwoId = null
);

/// <summary>An address of a company or contact with its use: <c>primary</c>, <c>invoicing</c>, <c>delivery</c> or <c>visiting</c>.</summary>
public sealed record TypedAddress(string Type, Address Address, string? Addressee = null);

/// <summary>An e-mail address; the type is <c>primary</c> or, for companies, <c>invoicing</c>.</summary>
public sealed record Email(string Type, string Address);

/// <summary>A telephone number; the type is <c>phone</c>, <c>mobile</c> or <c>fax</c>.</summary>
public sealed record Telephone(string Type, string Number);

/// <summary>The value of a custom field, as JSON of the shape that its definition's type asks for.</summary>
public sealed record CustomFieldValue(Guid DefinitionId, JsonElement Value);

/// <summary>When an invoice falls due. Documents carry it by value, not by the id of a payment term.</summary>
/// <param name="Type"><c>cash</c>, <c>end_of_month</c> or <c>after_invoice_date</c>.</param>
/// <param name="Days">Days after the invoice date or after the end of its month; null for <c>cash</c>.</param>
public sealed record Term(string Type, int? Days = null)
{
    /// <summary>The day on which an invoice of <paramref name="invoiceDate"/> is due.</summary>
    public DateOnly DueOn(DateOnly invoiceDate, EndOfMonthRule rule = default) =>
        Type switch
        {
            "cash" => invoiceDate,
            "end_of_month" when rule == EndOfMonthRule.DaysThenMonth => EndOfMonth(Later(invoiceDate)),
            "end_of_month" => Later(EndOfMonth(invoiceDate)),
            _ => Later(invoiceDate),
        };

    // Somebody always dates an invoice 9999-12-31.
    DateOnly Later(DateOnly date) =>
        DateOnly.FromDayNumber(Math.Min(DateOnly.MaxValue.DayNumber, date.DayNumber + (Days ?? 0)));

    static DateOnly EndOfMonth(DateOnly date) =>
        new(date.Year, date.Month, DateTime.DaysInMonth(date.Year, date.Month));
}
