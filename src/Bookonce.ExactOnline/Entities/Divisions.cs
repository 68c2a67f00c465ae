namespace Bookonce.ExactOnline;

/// <summary>The connected user. Source: REST reference, current/Me.</summary>
public sealed record Me
{
    /// <summary>The key of the user.</summary>
    public Guid UserID { get; init; }

    /// <summary>The sign-in name.</summary>
    public string? UserName { get; init; }

    /// <summary>The name.</summary>
    public string? FullName { get; init; }

    /// <summary>The e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>The division last used through the API; address divisions explicitly.</summary>
    public int CurrentDivision { get; init; }

    /// <summary>The language of error texts, for example <c>nl-BE</c>.</summary>
    public string? LanguageCode { get; init; }
}

/// <summary>An administration, whichever endpoint told of it; all but the code may be missing.</summary>
public sealed record Division
{
    /// <summary>The number in every address.</summary>
    public int Code { get; init; }

    /// <summary>The name.</summary>
    public string? Description { get; init; }

    /// <summary>The country, two letters.</summary>
    public string? Country { get; init; }

    /// <summary>The currency of the books (DC).</summary>
    public string? Currency { get; init; }

    /// <summary>The customer of Exact to whom it belongs.</summary>
    public string? CustomerName { get; init; }

    /// <summary>The VAT number.</summary>
    public string? VATNumber { get; init; }

    /// <summary>Whether it is archived or inactive.</summary>
    public bool IsClosed { get; init; }

    /// <summary>When it was moved, which regenerates all row versions; told by <c>system/Divisions</c> only.</summary>
    public DateTime? DivisionMoveDate { get; init; }

    /// <summary>When it was linked to or unlinked from HR, which regenerates all row versions; told by <c>system/Divisions</c> only.</summary>
    public DateTime? DivisionHRLinkUnlinkDate { get; init; }
}

/// <summary>A row of hrm/Divisions; <c>Status</c> is 0 regular, 1 archived.</summary>
internal sealed record HrmDivision
{
    public int Code { get; init; }
    public string? Description { get; init; }
    public string? Country { get; init; }
    public string? Currency { get; init; }
    public string? CustomerName { get; init; }
    public string? VATNumber { get; init; }
    public int? Status { get; init; }

    public Division ToDivision() =>
        new()
        {
            Code = Code,
            Description = Description,
            Country = Country?.Trim(),
            Currency = Currency?.Trim(),
            CustomerName = CustomerName,
            VATNumber = VATNumber,
            IsClosed = Status == 1,
        };
}

/// <summary>A row of system/Divisions; <c>Status</c> is 0 inactive, 1 active, 2 archived.</summary>
internal sealed record SystemDivision
{
    public int Code { get; init; }
    public string? Description { get; init; }
    public string? Country { get; init; }
    public string? Currency { get; init; }
    public string? CustomerName { get; init; }
    public string? VATNumber { get; init; }
    public int? Status { get; init; }
    public DateTime? DivisionMoveDate { get; init; }
    public DateTime? DivisionHRLinkUnlinkDate { get; init; }

    public Division ToDivision() =>
        new()
        {
            Code = Code,
            Description = Description,
            Country = Country?.Trim(),
            Currency = Currency?.Trim(),
            CustomerName = CustomerName,
            VATNumber = VATNumber,
            IsClosed = Status is 0 or 2,
            DivisionMoveDate = DivisionMoveDate,
            DivisionHRLinkUnlinkDate = DivisionHRLinkUnlinkDate,
        };
}
