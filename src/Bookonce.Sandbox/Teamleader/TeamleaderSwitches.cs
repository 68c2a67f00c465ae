namespace Bookonce.Sandbox.Teamleader;

/// <summary>What the service does not document, each with its plausible answers. A client must work with all of them.</summary>
public sealed record TeamleaderSwitches
{
    /// <summary>The schema declares the data of <c>creditNotes.info</c> an array, unlike every other <c>.info</c>.</summary>
    public CreditNoteInfoShape CreditNoteInfo { get; init; }

    /// <summary>How the <c>X-RateLimit-Reset</c> header is written.</summary>
    public ResetHeaderStyle ResetHeader { get; init; }

    /// <summary>Whether a 429 carries <c>Retry-After</c>.</summary>
    public RetryAfterHeader RetryAfter { get; init; }

    /// <summary>The body of a refused token request.</summary>
    public TokenErrorBody TokenErrors { get; init; }

    /// <summary>Whether an access token lives on after its chain was refreshed.</summary>
    public AccessAfterRefresh AccessAfterRefresh { get; init; }

    /// <summary>The status for an id that does not exist.</summary>
    public UnknownIdStatus UnknownId { get; init; }

    /// <summary>What happens to a page size above 100.</summary>
    public LargePage LargePage { get; init; }

    /// <summary>Whether <c>updated_since</c> includes its own moment.</summary>
    public UpdatedSinceBound UpdatedSince { get; init; }

    /// <summary>Which changes move <c>updated_at</c> of an invoice.</summary>
    public UpdatedAtMoves UpdatedAt { get; init; }

    /// <summary>The order of <c>invoices.list</c> without a sort; the two specifications disagree.</summary>
    public DefaultInvoiceOrder InvoiceOrder { get; init; }

    /// <summary>How the rate of a document's <c>currency_exchange_rate</c> is meant.</summary>
    public ExchangeRateMeaning ExchangeRate { get; init; }

    /// <summary>What a credit note does to its invoice.</summary>
    public CreditEffect Credit { get; init; }

    /// <summary>Whether the number of a deleted last invoice is given out again.</summary>
    public FreedNumber FreedNumber { get; init; }

    /// <summary>Whether a locked account lets <c>updateBooked</c> change custom fields alone.</summary>
    public LockedCustomFields LockedCustomFields { get; init; }
}

/// <summary>The shape of <c>data</c> in <c>creditNotes.info</c>.</summary>
public enum CreditNoteInfoShape
{
    /// <summary>An object.</summary>
    Object,

    /// <summary>An array with one object.</summary>
    Array,
}

/// <summary>Ways to write the reset moment.</summary>
public enum ResetHeaderStyle
{
    /// <summary><c>2026-03-02T09:00:05.250+0100</c>, as documented.</summary>
    OffsetWithoutColon,

    /// <summary><c>2026-03-02T08:00:05+00:00</c>, as received by others; the fraction is rounded up.</summary>
    OffsetWithColon,

    /// <summary>Seconds since 1970, rounded up.</summary>
    UnixSeconds,
}

/// <summary>Whether a 429 says how long to wait.</summary>
public enum RetryAfterHeader
{
    /// <summary>No such header.</summary>
    Absent,

    /// <summary>Whole seconds, rounded up.</summary>
    Seconds,
}

/// <summary>Shapes of a refused token request.</summary>
public enum TokenErrorBody
{
    /// <summary><c>{"errors":[{"status":400,"title":"invalid_grant"}]}</c>.</summary>
    ErrorsArray,

    /// <summary><c>{"error":"invalid_grant"}</c>.</summary>
    PlainOAuth,
}

/// <summary>What a refresh does to the access token before it.</summary>
public enum AccessAfterRefresh
{
    /// <summary>It works until it expires.</summary>
    LivesOn,

    /// <summary>It is refused from then on.</summary>
    Dies,
}

/// <summary>The status for an id that does not exist.</summary>
public enum UnknownIdStatus
{
    /// <summary>404.</summary>
    NotFound,

    /// <summary>400 that names the field.</summary>
    BadRequest,
}

/// <summary>What a page size above 100 means.</summary>
public enum LargePage
{
    /// <summary>100.</summary>
    Clamped,

    /// <summary>An error.</summary>
    Refused,
}

/// <summary>Whether a lower bound belongs to the range.</summary>
public enum UpdatedSinceBound
{
    /// <summary>It does.</summary>
    Inclusive,

    /// <summary>It does not.</summary>
    Exclusive,
}

/// <summary>Which changes of an invoice move its <c>updated_at</c>.</summary>
public enum UpdatedAtMoves
{
    /// <summary>Every change, payments and credit notes too.</summary>
    WithEveryChange,

    /// <summary>Changes of what the invoice itself says.</summary>
    WithContentOnly,
}

/// <summary>Orders by invoice number.</summary>
public enum DefaultInvoiceOrder
{
    /// <summary>Highest number first, as the newer specification says.</summary>
    Descending,

    /// <summary>Lowest number first, as the older one says.</summary>
    Ascending,
}

/// <summary>Readings of an exchange rate.</summary>
public enum ExchangeRateMeaning
{
    /// <summary>An amount in <c>from</c> times the rate is the amount in <c>to</c>.</summary>
    Multiplies,

    /// <summary>An amount in <c>from</c> divided by the rate is the amount in <c>to</c>.</summary>
    Divides,
}

/// <summary>What a credit note does to its invoice.</summary>
public enum CreditEffect
{
    /// <summary>Less is due; the status stays.</summary>
    ReducesDue,

    /// <summary>Less is due; once nothing is, the invoice is matched.</summary>
    ReducesDueAndMatches,

    /// <summary>Nothing.</summary>
    None,
}

/// <summary>What becomes of the number of a deleted last invoice.</summary>
public enum FreedNumber
{
    /// <summary>The next booked invoice gets it.</summary>
    Reused,

    /// <summary>It is never given out again.</summary>
    Skipped,
}

/// <summary>What a lock on booked documents means for custom fields.</summary>
public enum LockedCustomFields
{
    /// <summary>They are locked too.</summary>
    Refused,

    /// <summary>They may change, if nothing else does.</summary>
    Accepted,
}
