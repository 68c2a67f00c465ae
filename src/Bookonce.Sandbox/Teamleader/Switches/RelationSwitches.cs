namespace Bookonce.Sandbox.Teamleader;

public sealed partial record TeamleaderSwitches
{
    /// <summary>Whether archived departments are listed without a filter on status. Section 5.2 of the reference: not documented.</summary>
    [Open("5.2", "ND", "Whether archived departments are listed without a filter on status.")]
    public ArchivedDepartments ArchivedDepartments { get; init; }

    /// <summary>How the filter <c>vat_number</c> of companies compares. Section 5.3 of the reference: not documented.</summary>
    [Open("5.3", "ND", "How the filter vat_number of companies compares.")]
    public VatNumberFilter VatNumberFilter { get; init; }

    /// <summary>What a document's customer refers to once the customer was deleted. Section 5.3 of the reference: not documented.</summary>
    [Open("5.3", "ND", "What a document's customer refers to once the customer was deleted.")]
    public DeletedCustomer DeletedCustomer { get; init; }

    /// <summary>What a draft without a value for a required custom field does. Section 5.10 of the reference: not documented.</summary>
    [Open("5.10", "ND", "What a draft without a value for a required custom field does.")]
    public RequiredCustomFields RequiredCustomFields { get; init; }

    /// <summary>When an uploaded file shows up. Section 5.12 of the reference: seen by others, not documented.</summary>
    [Open("5.12", "Seen", "When an uploaded file shows up.")]
    public UploadedFiles UploadedFiles { get; init; }

    /// <summary>How long a temporary address of a download or an upload works. Section 5.5.5 of the reference: not documented.</summary>
    [Open("5.5.5", "ND", "How long a temporary address of a download or an upload works.")]
    public DownloadLife DownloadLife { get; init; }
}

/// <summary>Whether archived departments are listed without a filter on status.</summary>
public enum ArchivedDepartments
{
    /// <summary>They are.</summary>
    Listed,

    /// <summary>They are not.</summary>
    Hidden,
}

/// <summary>How the filter <c>vat_number</c> of companies compares.</summary>
public enum VatNumberFilter
{
    /// <summary>Without spaces, dots and case.</summary>
    LettersAndDigits,

    /// <summary>As written.</summary>
    Exact,
}

/// <summary>What a document's customer refers to once the customer was deleted.</summary>
public enum DeletedCustomer
{
    /// <summary>To the id that was.</summary>
    StillNamed,

    /// <summary>To nothing.</summary>
    Null,
}

/// <summary>What a draft without a value for a required custom field does.</summary>
public enum RequiredCustomFields
{
    /// <summary>It is stored.</summary>
    Ignored,

    /// <summary>It is refused.</summary>
    Enforced,
}

/// <summary>When an uploaded file shows up.</summary>
public enum UploadedFiles
{
    /// <summary>With the answer to the upload.</summary>
    AtOnce,

    /// <summary>Two seconds later.</summary>
    AfterTwoSeconds,
}

/// <summary>How long a temporary address of a download or an upload works.</summary>
public enum DownloadLife
{
    /// <summary>Ten minutes.</summary>
    TenMinutes,

    /// <summary>An hour.</summary>
    OneHour,
}
