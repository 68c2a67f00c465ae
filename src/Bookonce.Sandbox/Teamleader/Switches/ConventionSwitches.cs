namespace Bookonce.Sandbox.Teamleader;

public sealed partial record TeamleaderSwitches
{
    /// <summary>What an <c>X-Api-Version</c> that is malformed or older than the integration's own does. Section 1.1 of the reference: not documented.</summary>
    [Open("1.1", "ND", "What an X-Api-Version that is malformed or older than the integration's own does.")]
    public ApiVersionHeaderAnswer ApiVersionHeader { get; init; }

    /// <summary>What more than 100 ids in a filter do. Section 1.4 of the reference: not documented.</summary>
    [Open("1.4", "ND", "What more than 100 ids in a filter do.")]
    public LargeIds LargeIds { get; init; }

    /// <summary>Whether <c>updated_since</c> includes its own moment. Section 1.4 of the reference: not documented.</summary>
    [Open("1.4", "ND", "Whether updated_since includes its own moment.")]
    public UpdatedSinceBound UpdatedSince { get; init; }

    /// <summary>What happens to a page size above 100. Section 1.5 of the reference: not documented.</summary>
    [Open("1.5", "ND", "What happens to a page size above 100.")]
    public LargePage LargePage { get; init; }

    /// <summary>The status for an id that does not exist. Section 1.8 of the reference: not documented.</summary>
    [Open("1.8", "ND", "The status for an id that does not exist.")]
    public UnknownIdStatus UnknownId { get; init; }

    /// <summary>The body of a 401. Section 2.4 of the reference: not documented.</summary>
    [Open("2.4", "ND", "The body of a 401.")]
    public UnauthorizedBody Unauthorized { get; init; }

    /// <summary>The body of a 429. Section 3 of the reference: not documented.</summary>
    [Open("3", "ND", "The body of a 429.")]
    public TooManyRequestsBody TooManyRequests { get; init; }

    /// <summary>How the <c>X-RateLimit-Reset</c> header is written. Section 3 of the reference: not documented.</summary>
    [Open("3", "ND", "How the X-RateLimit-Reset header is written.")]
    public ResetHeaderStyle ResetHeader { get; init; }

    /// <summary>Whether a 429 carries <c>Retry-After</c>. Section 3 of the reference: not documented.</summary>
    [Open("3", "ND", "Whether a 429 carries Retry-After.")]
    public RetryAfterHeader RetryAfter { get; init; }
}

/// <summary>What an <c>X-Api-Version</c> that is malformed or older than the integration's own does.</summary>
public enum ApiVersionHeaderAnswer
{
    /// <summary>The integration's own version answers.</summary>
    Ignored,

    /// <summary>400.</summary>
    Refused,
}

/// <summary>What more than 100 ids in a filter do.</summary>
public enum LargeIds
{
    /// <summary>All of them count.</summary>
    Accepted,

    /// <summary>An error.</summary>
    Refused,
}

/// <summary>Whether <c>updated_since</c> includes its own moment.</summary>
public enum UpdatedSinceBound
{
    /// <summary>It does.</summary>
    Inclusive,

    /// <summary>It does not.</summary>
    Exclusive,
}

/// <summary>What happens to a page size above 100.</summary>
public enum LargePage
{
    /// <summary>It counts as 100.</summary>
    Clamped,

    /// <summary>An error.</summary>
    Refused,
}

/// <summary>The status for an id that does not exist.</summary>
public enum UnknownIdStatus
{
    /// <summary>404.</summary>
    NotFound,

    /// <summary>400 that names the field.</summary>
    BadRequest,
}

/// <summary>The body of a 401.</summary>
public enum UnauthorizedBody
{
    /// <summary><c>{"errors":[{"status":401,"title":"Unauthorized"}]}</c>.</summary>
    ErrorsArray,

    /// <summary><c>error</c> and <c>error_description</c>.</summary>
    PlainOAuth,

    /// <summary>None.</summary>
    Empty,
}

/// <summary>The body of a 429.</summary>
public enum TooManyRequestsBody
{
    /// <summary>An error with the title <c>Rate limit exceeded</c>.</summary>
    ErrorsArray,

    /// <summary>The same words as plain text.</summary>
    PlainText,

    /// <summary>None.</summary>
    Empty,
}

/// <summary>How the <c>X-RateLimit-Reset</c> header is written.</summary>
public enum ResetHeaderStyle
{
    /// <summary><c>2026-03-02T09:00:05.250+0100</c>, as documented.</summary>
    OffsetWithoutColon,

    /// <summary><c>2026-03-02T08:00:05+00:00</c>, as received by others; the fraction is rounded up.</summary>
    OffsetWithColon,

    /// <summary>Seconds since 1970, rounded up.</summary>
    UnixSeconds,
}

/// <summary>Whether a 429 carries <c>Retry-After</c>.</summary>
public enum RetryAfterHeader
{
    /// <summary>No such header.</summary>
    Absent,

    /// <summary>Whole seconds, rounded up.</summary>
    Seconds,
}
