using System.Text.Json.Serialization;

namespace Bookonce.Teamleader;

/// <summary>A pointer to another record.</summary>
/// <param name="Type">For example <c>department</c>, <c>company</c>, <c>taxRate</c>.</param>
/// <param name="Id">The id; may point to nothing when the record was deleted or merged.</param>
public sealed record Reference(string Type, string Id);

/// <summary>An amount in major units.</summary>
/// <param name="Amount">The amount.</param>
/// <param name="Currency">The ISO code; line prices carry none in today's version.</param>
public sealed record Money(decimal Amount, string? Currency = null);

/// <summary>When to pay.</summary>
/// <param name="Type"><c>cash</c>, <c>end_of_month</c> or <c>after_invoice_date</c>.</param>
/// <param name="Days">Days after that point.</param>
public sealed record PaymentTerm(string Type, int? Days = null);

/// <summary>An address; scalars may be missing.</summary>
public sealed record Address
{
    /// <summary>Street and number.</summary>
    [JsonPropertyName("line_1")]
    public string? Line1 { get; init; }

    /// <summary>The post code.</summary>
    public string? PostalCode { get; init; }

    /// <summary>The city.</summary>
    public string? City { get; init; }

    /// <summary>The country, two letters.</summary>
    public string? Country { get; init; }

    /// <summary>The addressee, on addresses other than the primary one.</summary>
    public string? Addressee { get; init; }
}

/// <summary>An address and what it is for.</summary>
/// <param name="Type"><c>primary</c>, <c>invoicing</c>, <c>delivery</c> or <c>visiting</c>.</param>
/// <param name="Address">The address.</param>
public sealed record TypedAddress(string Type, Address? Address);

/// <summary>An e-mail address and what it is for.</summary>
/// <param name="Type"><c>primary</c> or <c>invoicing</c>.</param>
/// <param name="Email">The address; the member is called <c>email</c>.</param>
public sealed record EmailAddress(string Type, string? Email);

/// <summary>A telephone number and what it is.</summary>
/// <param name="Type"><c>phone</c>, <c>mobile</c> or <c>fax</c>.</param>
/// <param name="Number">The number.</param>
public sealed record Telephone(string Type, string? Number);
