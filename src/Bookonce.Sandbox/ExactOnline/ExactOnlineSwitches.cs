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

/// <summary>
/// What nobody knows about the service, each with its plausible answers. A product that is right only under one
/// setting relies on a guess. The defaults are the reported behaviour where there is a report.
/// </summary>
public sealed record ExactOnlineSwitches
{
    /// <summary>A booking number given on creation.</summary>
    public Supplied EntryNumber { get; init; } = Supplied.Honoured;

    /// <summary>An entry id given on creation.</summary>
    public Supplied EntryId { get; init; } = Supplied.Honoured;

    /// <summary>An invoice number given on creation without a booking number. Reported as a hint that may be ignored.</summary>
    public GivenInvoiceNumber InvoiceNumber { get; init; } = GivenInvoiceNumber.HintForBookingNumber;

    /// <summary>The formats are reported; how strictly separators count is unknown.</summary>
    public VatNumberCheck VatNumberCheck { get; init; } = VatNumberCheck.ShapePerCountry;

    /// <summary>Unknown: some callers send type 21, others only negative amounts.</summary>
    public CreditNoteType CreditNoteType { get; init; } = CreditNoteType.NegativeTotalOrAsked;

    /// <summary>Whether a given number above the next one moves the counter behind it.</summary>
    public bool HigherNumberMovesCounter { get; init; } = true;

    /// <summary>Reported for the last number of a series when a person deletes; unknown otherwise.</summary>
    public NumberGivenBack NumberGivenBack { get; init; } = NumberGivenBack.LastOnly;

    /// <summary>Unknown.</summary>
    public TakenNumber TakenNextNumber { get; init; } = TakenNumber.Skipped;

    /// <summary>Whether a payment condition that is not given comes from the relation; if not, it is mandatory.</summary>
    public bool PaymentConditionFromAccount { get; init; } = true;

    /// <summary>Deleting an entry that is matched with a payment. Unknown.</summary>
    public DelicateAnswer DeleteMatched { get; init; } = DelicateAnswer.Refused;

    /// <summary>Deleting an entry with status 50. Unknown for sales entries, reported as refused for bank entries.</summary>
    public DelicateAnswer DeleteProcessed { get; init; } = DelicateAnswer.Refused;

    /// <summary>Deleting an entry in a closed period. Unknown.</summary>
    public DelicateAnswer DeleteInClosedPeriod { get; init; } = DelicateAnswer.Refused;

    /// <summary>Changing amounts of an entry that is matched with a payment.</summary>
    public DelicateAnswer ChangeMatched { get; init; } = DelicateAnswer.Refused;

    /// <summary>Reported both ways.</summary>
    public OpenAmountSign OpenAmountSign { get; init; } = OpenAmountSign.NegativeIsOpen;

    /// <summary>Unknown.</summary>
    public VatRounding VatRounding { get; init; } = VatRounding.PerLine;

    /// <summary>How half a cent is rounded.</summary>
    public MidpointRounding HalfCent { get; init; } = MidpointRounding.AwayFromZero;

    /// <summary>Official is only that the numbers are Central European time.</summary>
    public SummerTime SummerTime { get; init; } = SummerTime.Followed;

    /// <summary>Unknown.</summary>
    public BlockedAnswer BlockedAnswer { get; init; } = BlockedAnswer.TooManyRequests;

    /// <summary>Reported: the earlier chain stops working.</summary>
    public SecondAuthorization SecondAuthorization { get; init; } = SecondAuthorization.EndsEarlierChain;

    /// <summary>Reported both ways.</summary>
    public OldRefreshToken OldRefreshToken { get; init; } = OldRefreshToken.RefusedAtOnce;

    /// <summary>Whether text in a filter is compared without regard to case.</summary>
    public bool TextComparedWithoutCase { get; init; } = true;

    /// <summary>Whether Int64 values are written as JSON strings, as the protocol's version 2 does.</summary>
    public bool Int64AsText { get; init; }
}
