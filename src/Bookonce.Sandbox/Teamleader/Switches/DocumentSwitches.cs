namespace Bookonce.Sandbox.Teamleader;

public sealed partial record TeamleaderSwitches
{
    /// <summary>The order of <c>invoices.list</c> without a sort; the two specifications disagree. Section 5.5.2 of the reference: the sources disagree.</summary>
    [Open("5.5.2", "disputed", "The order of invoices.list without a sort; the two specifications disagree.")]
    public DefaultInvoiceOrder InvoiceOrder { get; init; }

    /// <summary>The order of <c>creditNotes.list</c>, which cannot be sorted. Section 5.6 of the reference: not documented.</summary>
    [Open("5.6", "ND", "The order of creditNotes.list, which cannot be sorted.")]
    public CreditNoteOrder CreditNoteOrder { get; init; }

    /// <summary>The shape of <c>data</c> in <c>creditNotes.info</c>; the schema declares an array, unlike every other <c>.info</c>. Section 5.6 of the reference: not documented.</summary>
    [Open(
        "5.6",
        "ND",
        "The shape of data in creditNotes.info; the schema declares an array, unlike every other .info."
    )]
    public CreditNoteInfoShape CreditNoteInfo { get; init; }

    /// <summary>The sign of a credit note's quantities and totals. Section 5.6 of the reference: not documented.</summary>
    [Open("5.6", "ND", "The sign of a credit note's quantities and totals.")]
    public CreditNoteSign CreditNoteSign { get; init; }

    /// <summary>The dates of a draft that was given none. Section 5.5.1 of the reference: not documented.</summary>
    [Open("5.5.1", "ND", "The dates of a draft that was given none.")]
    public DraftDates DraftDates { get; init; }

    /// <summary>How days and the end of the month combine in the payment term <c>end_of_month</c>. Section 4 of the reference: not documented.</summary>
    [Open("4", "ND", "How days and the end of the month combine in the payment term end_of_month.")]
    public EndOfMonthRule EndOfMonth { get; init; }

    /// <summary>How the rate of a document's <c>currency_exchange_rate</c> is meant. Section 5.5.4 of the reference: not documented.</summary>
    [Open("5.5.4", "ND", "How the rate of a document's currency_exchange_rate is meant.")]
    public ExchangeRateMeaning ExchangeRate { get; init; }

    /// <summary>What <c>currency_exchange_rate</c> says of a document in the department's own currency. Section 5.5.3 of the reference: not documented.</summary>
    [Open("5.5.3", "ND", "What currency_exchange_rate says of a document in the department's own currency.")]
    public SameCurrencyRate SameCurrencyRate { get; init; }

    /// <summary>Which changes move <c>updated_at</c> of an invoice. Section 9.4 of the reference: not documented.</summary>
    [Open("9.4", "ND", "Which changes move updated_at of an invoice.")]
    public UpdatedAtMoves UpdatedAt { get; init; }

    /// <summary>Whether <c>updateBooked</c> leaves a trace. Section 5.5.5 of the reference: not documented.</summary>
    [Open("5.5.5", "ND", "Whether updateBooked leaves a trace.")]
    public UpdateBookedTrace UpdateBooked { get; init; }

    /// <summary>The status for editing or deleting a booked document while the account locks them. Section 5.5.5 of the reference: not documented.</summary>
    [Open("5.5.5", "ND", "The status for editing or deleting a booked document while the account locks them.")]
    public LockedStatus LockedStatus { get; init; }

    /// <summary>Whether a locked account lets <c>updateBooked</c> change custom fields alone. Section 5.5.5 of the reference: not documented.</summary>
    [Open("5.5.5", "ND", "Whether a locked account lets updateBooked change custom fields alone.")]
    public LockedCustomFields LockedCustomFields { get; init; }

    /// <summary>Whether <c>updateBooked</c> heeds <c>custom_fields_update_strategy</c>. Section 1.7 of the reference: not documented.</summary>
    [Open("1.7", "ND", "Whether updateBooked heeds custom_fields_update_strategy.")]
    public PartialOnBooked PartialOnBooked { get; init; }

    /// <summary>What becomes of the number of a deleted last invoice. Section 5.5.1 of the reference: not documented.</summary>
    [Open("5.5.1", "ND", "What becomes of the number of a deleted last invoice.")]
    public FreedNumber FreedNumber { get; init; }

    /// <summary>Which channels set <c>sent</c>. Section 5.5.3 of the reference: not documented.</summary>
    [Open("5.5.3", "ND", "Which channels set sent.")]
    public SentMeaning Sent { get; init; }

    /// <summary>How sending over Peppol ends. Section 5.5.3 of the reference: a choice of the sandbox.</summary>
    [Open("5.5.3", "SB", "How sending over Peppol ends.")]
    public PeppolOutcome Peppol { get; init; }
}

/// <summary>The order of <c>invoices.list</c> without a sort; the two specifications disagree.</summary>
public enum DefaultInvoiceOrder
{
    /// <summary>Highest number first, as the newer specification says.</summary>
    Descending,

    /// <summary>Lowest number first, as the older one says.</summary>
    Ascending,
}

/// <summary>The order of <c>creditNotes.list</c>, which cannot be sorted.</summary>
public enum CreditNoteOrder
{
    /// <summary>By date.</summary>
    OldestFirst,

    /// <summary>By date, the newest first.</summary>
    NewestFirst,

    /// <summary>By id, which says nothing.</summary>
    NoneAtAll,
}

/// <summary>The shape of <c>data</c> in <c>creditNotes.info</c>; the schema declares an array, unlike every other <c>.info</c>.</summary>
public enum CreditNoteInfoShape
{
    /// <summary>An object.</summary>
    Object,

    /// <summary>An array with one object.</summary>
    Array,
}

/// <summary>The sign of a credit note's quantities and totals.</summary>
public enum CreditNoteSign
{
    /// <summary>Positive, as in every example.</summary>
    Positive,

    /// <summary>Negative.</summary>
    Negative,
}

/// <summary>The dates of a draft that was given none.</summary>
public enum DraftDates
{
    /// <summary>None until it is booked.</summary>
    Null,

    /// <summary>The day it was made, and the due date that follows.</summary>
    Today,
}

/// <summary>How days and the end of the month combine in the payment term <c>end_of_month</c>.</summary>
public enum EndOfMonthRule
{
    /// <summary>The end of the invoice's month, then the days.</summary>
    MonthThenDays,

    /// <summary>The days, then the end of that month.</summary>
    DaysThenMonth,
}

/// <summary>How the rate of a document's <c>currency_exchange_rate</c> is meant.</summary>
public enum ExchangeRateMeaning
{
    /// <summary>An amount in <c>from</c> times the rate is the amount in <c>to</c>.</summary>
    Multiplies,

    /// <summary>An amount in <c>from</c> divided by the rate is the amount in <c>to</c>.</summary>
    Divides,
}

/// <summary>What <c>currency_exchange_rate</c> says of a document in the department's own currency.</summary>
public enum SameCurrencyRate
{
    /// <summary>A rate of 1.</summary>
    One,

    /// <summary>Nothing.</summary>
    Null,
}

/// <summary>Which changes move <c>updated_at</c> of an invoice.</summary>
public enum UpdatedAtMoves
{
    /// <summary>Every change; payments, credit notes and sending too.</summary>
    WithEveryChange,

    /// <summary>Changes of what the invoice itself says.</summary>
    WithContentOnly,
}

/// <summary>Whether <c>updateBooked</c> leaves a trace.</summary>
public enum UpdateBookedTrace
{
    /// <summary>It moves <c>updated_at</c> and fires <c>invoice.updated</c>.</summary>
    Traced,

    /// <summary>It does neither.</summary>
    Silent,
}

/// <summary>The status for editing or deleting a booked document while the account locks them.</summary>
public enum LockedStatus
{
    /// <summary>403.</summary>
    Forbidden,

    /// <summary>400.</summary>
    BadRequest,
}

/// <summary>Whether a locked account lets <c>updateBooked</c> change custom fields alone.</summary>
public enum LockedCustomFields
{
    /// <summary>They are locked too.</summary>
    Refused,

    /// <summary>They may change, if nothing else does.</summary>
    Accepted,
}

/// <summary>Whether <c>updateBooked</c> heeds <c>custom_fields_update_strategy</c>.</summary>
public enum PartialOnBooked
{
    /// <summary>The fields that are not sent stay.</summary>
    Honoured,

    /// <summary>They are wiped.</summary>
    Ignored,
}

/// <summary>What becomes of the number of a deleted last invoice.</summary>
public enum FreedNumber
{
    /// <summary>The next booked invoice gets it.</summary>
    Reused,

    /// <summary>It is never given out again.</summary>
    Skipped,
}

/// <summary>Which channels set <c>sent</c>.</summary>
public enum SentMeaning
{
    /// <summary>Mail.</summary>
    MailOnly,

    /// <summary>Mail and Peppol.</summary>
    MailAndPeppol,
}

/// <summary>How sending over Peppol ends.</summary>
public enum PeppolOutcome
{
    /// <summary>It succeeds.</summary>
    Sent,

    /// <summary>It fails.</summary>
    Failed,

    /// <summary>It does not end.</summary>
    StaysSending,
}
