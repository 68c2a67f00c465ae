namespace Bookonce.Sandbox.ExactOnline;

/// <summary>Whether something that a caller supplies is taken over.</summary>
public enum Supplied
{
    Honoured,
    Ignored,
    Refused,
}

/// <summary>What an invoice number is good for that is given without a booking number.</summary>
public enum GivenInvoiceNumber
{
    /// <summary>Becomes the booking number when it is free and not below the next one; else it is silently ignored.</summary>
    HintForBookingNumber,

    /// <summary>Stands beside the booking number.</summary>
    Kept,
    Ignored,
}

/// <summary>How strictly the VAT number of a relation is looked at.</summary>
public enum VatNumberCheck
{
    /// <summary>Letters and digits as listed per country; spaces, points and dashes do not count.</summary>
    ShapePerCountry,

    /// <summary>Character for character as listed, with the separators.</summary>
    ExactlyAsListed,
    None,
}

/// <summary>How an entry becomes a credit note (type 21).</summary>
public enum CreditNoteType
{
    NegativeTotalOrAsked,
    NegativeTotal,
    Asked,
    Never,
}

/// <summary>Which booking numbers come back when an entry is deleted.</summary>
public enum NumberGivenBack
{
    LastOnly,
    Never,
    Always,
}

/// <summary>What happens when the number that is next is already taken.</summary>
public enum TakenNumber
{
    Skipped,
    Refused,
}

/// <summary>How a deletion or change is answered that would touch what is settled.</summary>
public enum DelicateAnswer
{
    Accepted,
    Refused,
    Forbidden,
}

/// <summary>The sign of an open amount on cashflow/Receivables.</summary>
public enum OpenAmountSign
{
    NegativeIsOpen,
    PositiveIsOpen,
}

/// <summary>Where VAT is rounded to the cent.</summary>
public enum VatRounding
{
    PerLine,
    PerVatCode,
}

/// <summary>Whether the wall clock in Created and Modified follows summer time.</summary>
public enum SummerTime
{
    Followed,
    Ignored,
}

/// <summary>The answer to a call while the key is blocked for errors.</summary>
public enum BlockedAnswer
{
    TooManyRequests,
    Forbidden,
}

/// <summary>What a second authorization by the same user and app does to the first chain of tokens.</summary>
public enum SecondAuthorization
{
    EndsEarlierChain,
    LeavesBoth,
}

/// <summary>What an old refresh token is good for.</summary>
public enum OldRefreshToken
{
    RefusedAtOnce,
    GoodUntilSuccessorIsUsed,
}

/// <summary>Which booking numbers a caller may give.</summary>
public enum GivenNumberRange
{
    Any,

    /// <summary>Only numbers that start as the series does: all digits but the last four.</summary>
    OfTheSeries,

    /// <summary>Only the next number and those above it.</summary>
    FromNextOn,
}

/// <summary>Within what a booking number is unique.</summary>
public enum NumberUniqueness
{
    PerJournalAndYear,
    PerJournal,

    /// <summary>Per journal and year, but looked up when the request arrives: two in flight at once both get it.</summary>
    CheckedOnArrival,
}

/// <summary>What becomes of an attached document when its entry is deleted.</summary>
public enum DocumentOfDeletedEntry
{
    Stays,
    GoesToo,
}

/// <summary>The answer to a call without a good token.</summary>
public enum UnauthorizedAnswer
{
    Empty,
    ServiceError,

    /// <summary>An HTML page that sends a browser to the sign-in page.</summary>
    SignInPage,
}

/// <summary>What happens with a relation's code that is taken.</summary>
public enum TakenAccountCode
{
    Refused,
    Accepted,
    NextFree,
}

/// <summary>When a list comes without <c>results</c>, as <c>{"d":[…]}</c>.</summary>
public enum ListForm
{
    AlwaysResults,
    ShortWithTop,
    ShortOnTheLastPage,
}

/// <summary>How many rows <c>$top</c> gets at most.</summary>
public enum TopReach
{
    OnePage,
    UpToThousand,
}

/// <summary>The answer to a function in a filter that the service does not know.</summary>
public enum UnknownFunctionAnswer
{
    BadRequest,
    NotImplemented,
}

/// <summary>What a comparison with null is good for.</summary>
public enum NullComparison
{
    Works,
    BadRequest,
    MatchesNothing,
}

/// <summary>What an explicit null in a POST means.</summary>
public enum NullOnCreation
{
    SameAsMissing,
    GenericError,
}

/// <summary>Where a value comes from that the caller does not send.</summary>
public enum MissingValue
{
    FilledIn,
    Mandatory,
}

/// <summary>What happens with a text that is too long.</summary>
public enum LongText
{
    Kept,
    Cut,
    Refused,
}

/// <summary>The answer to a refresh before 570 seconds have passed.</summary>
public enum EarlyRefreshAnswer
{
    /// <summary>400 access_denied, as seen in 2026.</summary>
    BadRequest,

    /// <summary>401, as the knowledge base words it.</summary>
    Unauthorized,
}

/// <summary>The status of a sales entry right after creation.</summary>
public enum NewEntryStatus
{
    Open,
    Processed,
}

/// <summary>What read/financial/ReceivablesList does with a filter.</summary>
public enum ReceivablesListFilter
{
    Ignored,
    Applied,
    Refused,
}

/// <summary>The Action of a webhook for a new row.</summary>
public enum ActionOfNewRow
{
    Update,
    Create,
}

/// <summary>Which way round financial/ExchangeRates states a rate.</summary>
public enum ExchangeRateDirection
{
    /// <summary>One unit of the foreign currency is this much of the administration's.</summary>
    OneForeignUnit,

    /// <summary>One unit of the administration's currency is this much of the foreign one, as the reference words it.</summary>
    OneOwnUnit,
}

/// <summary>What happens to calls that come while another of the same app is under way in the administration.</summary>
public enum ParallelCalls
{
    Queued,
    Refused,
}
