namespace Bookonce.Sandbox.ExactOnline;

/// <summary>
/// What nobody knows about the service, each with its plausible answers. A product that is right only under one
/// setting relies on a guess. The defaults are the reported behaviour where there is a report. The sections are those of
/// the API's working reference; <see cref="ExactOnlineSwitchCatalogue"/> lists the switches by name.
/// </summary>
public sealed record ExactOnlineSwitches
{
    /// <summary>What happens with a booking number given on creation? Section 5.1.</summary>
    [Unsettled("[?]", "5.1", "What happens with a booking number given on creation?")]
    public Supplied EntryNumber { get; init; } = Supplied.Honoured;

    /// <summary>Which booking numbers may be given on creation? Section 5.1.</summary>
    [Unsettled("[?]", "5.1", "Which booking numbers may be given on creation?")]
    public GivenNumberRange EntryNumberRange { get; init; } = GivenNumberRange.Any;

    /// <summary>Within what is a booking number unique, and is that looked up safely? Section 5.1.</summary>
    [Unsettled("[?]", "5.1", "Within what is a booking number unique, and is that looked up safely?")]
    public NumberUniqueness EntryNumberUniqueness { get; init; } = NumberUniqueness.PerJournalAndYear;

    /// <summary>What happens with an EntryID given on creation? Section 4.1.</summary>
    [Unsettled("[?]", "4.1", "What happens with an EntryID given on creation?")]
    public Supplied EntryId { get; init; } = Supplied.Honoured;

    /// <summary>What is an invoice number good for that is given without a booking number? Section 5.1.</summary>
    [Unsettled("[U]", "5.1", "What is an invoice number good for that is given without a booking number?")]
    public GivenInvoiceNumber InvoiceNumber { get; init; } = GivenInvoiceNumber.HintForBookingNumber;

    /// <summary>Does a given number above the next one move the counter behind it? Section 5.1.</summary>
    [Unsettled("[?]", "5.1", "Does a given number above the next one move the counter behind it?")]
    public bool HigherNumberMovesCounter { get; init; } = true;

    /// <summary>What happens when the counter reaches a number that is already taken? Section 5.1.</summary>
    [Unsettled("[?]", "5.1", "What happens when the counter reaches a number that is already taken?")]
    public TakenNumber TakenNextNumber { get; init; } = TakenNumber.Skipped;

    /// <summary>Which booking numbers come back when an entry is deleted? Section 5.2.</summary>
    [Unsettled("[?]", "5.2", "Which booking numbers come back when an entry is deleted?")]
    public NumberGivenBack NumberGivenBack { get; init; } = NumberGivenBack.LastOnly;

    /// <summary>How does an entry become a credit note (type 21)? Section 5.4.</summary>
    [Unsettled("[?]", "5.4", "How does an entry become a credit note (type 21)?")]
    public CreditNoteType CreditNoteType { get; init; } = CreditNoteType.NegativeTotalOrAsked;

    /// <summary>With which status does a sales entry start? Section 5.8.</summary>
    [Unsettled("[?]", "5.8", "With which status does a sales entry start?")]
    public NewEntryStatus NewEntryStatus { get; init; } = NewEntryStatus.Open;

    /// <summary>Is today taken for an entry date that is not sent? Section 4.1.</summary>
    [Unsettled("[?]", "4.1", "Is today taken for an entry date that is not sent?")]
    public MissingValue MissingEntryDate { get; init; } = MissingValue.FilledIn;

    /// <summary>Does a period that is not sent follow from the entry date? Section 4.1.</summary>
    [Unsettled("[?]", "4.1", "Does a period that is not sent follow from the entry date?")]
    public MissingValue MissingReportingPeriod { get; init; } = MissingValue.FilledIn;

    /// <summary>Does a payment condition that is not sent come from the relation (or is it mandatory)? Section 4.1.</summary>
    [Unsettled("[?]", "4.1", "Does a payment condition that is not sent come from the relation (or is it mandatory)?")]
    public bool PaymentConditionFromAccount { get; init; } = true;

    /// <summary>What does an explicit null in a POST mean? Section 1.9.</summary>
    [Unsettled("[?]", "1.9", "What does an explicit null in a POST mean?")]
    public NullOnCreation NullOnCreation { get; init; } = NullOnCreation.SameAsMissing;

    /// <summary>What happens with a YourRef above 30 or a Description above 60 characters? Section 4.1.</summary>
    [Unsettled("[?]", "4.1", "What happens with a YourRef above 30 or a Description above 60 characters?")]
    public LongText LongText { get; init; } = LongText.Kept;

    /// <summary>Does a VAT code match that is sent without its padding? Section 1.6.</summary>
    [Unsettled("[?]", "1.6", "Does a VAT code match that is sent without its padding?")]
    public bool UnpaddedVatCodeMatches { get; init; } = true;

    /// <summary>Where is VAT rounded to the cent? Section 5.5.</summary>
    [Unsettled("[?]", "5.5", "Where is VAT rounded to the cent?")]
    public VatRounding VatRounding { get; init; } = VatRounding.PerLine;

    /// <summary>How is half a cent rounded? Section 5.5.</summary>
    [Unsettled("[?]", "5.5", "How is half a cent rounded?")]
    public MidpointRounding HalfCent { get; init; } = MidpointRounding.AwayFromZero;

    /// <summary>May an entry be deleted that is matched with a payment? Section 5.6.</summary>
    [Unsettled("[?]", "5.6", "May an entry be deleted that is matched with a payment?")]
    public DelicateAnswer DeleteMatched { get; init; } = DelicateAnswer.Refused;

    /// <summary>May an entry be deleted that has status 50? Section 5.6.</summary>
    [Unsettled("[?]", "5.6", "May an entry be deleted that has status 50?")]
    public DelicateAnswer DeleteProcessed { get; init; } = DelicateAnswer.Refused;

    /// <summary>May an entry be deleted whose VAT return is filed? Section 5.6.</summary>
    [Unsettled("[?]", "5.6", "May an entry be deleted whose VAT return is filed?")]
    public DelicateAnswer DeleteFiled { get; init; } = DelicateAnswer.Refused;

    /// <summary>May an entry be deleted whose period is closed? Section 5.6.</summary>
    [Unsettled("[?]", "5.6", "May an entry be deleted whose period is closed?")]
    public DelicateAnswer DeleteInClosedPeriod { get; init; } = DelicateAnswer.Refused;

    /// <summary>May amounts be changed of an entry that is matched with a payment? Section 5.6.</summary>
    [Unsettled("[?]", "5.6", "May amounts be changed of an entry that is matched with a payment?")]
    public DelicateAnswer ChangeMatched { get; init; } = DelicateAnswer.Refused;

    /// <summary>May an entry be changed that has status 50? Section 5.6.</summary>
    [Unsettled("[U]", "5.6", "May an entry be changed that has status 50?")]
    public DelicateAnswer ChangeProcessed { get; init; } = DelicateAnswer.Refused;

    /// <summary>May amounts be changed of an entry whose VAT return is filed? Section 5.6.</summary>
    [Unsettled("[?]", "5.6", "May amounts be changed of an entry whose VAT return is filed?")]
    public DelicateAnswer ChangeFiled { get; init; } = DelicateAnswer.Refused;

    /// <summary>May an entry be changed whose period is closed? Section 5.6.</summary>
    [Unsettled("[?]", "5.6", "May an entry be changed whose period is closed?")]
    public DelicateAnswer ChangeInClosedPeriod { get; init; } = DelicateAnswer.Refused;

    /// <summary>Does the attached document stay when its entry is deleted? Section 5.6.</summary>
    [Unsettled("[?]", "5.6", "Does the attached document stay when its entry is deleted?")]
    public DocumentOfDeletedEntry DocumentOfDeletedEntry { get; init; } = DocumentOfDeletedEntry.Stays;

    /// <summary>May a document be put on an entry that exists already? Section 4.13.</summary>
    [Unsettled("[U]", "4.13", "May a document be put on an entry that exists already?")]
    public DelicateAnswer AttachDocumentLater { get; init; } = DelicateAnswer.Accepted;

    /// <summary>What happens with a relation's code that is taken? Section 4.4.</summary>
    [Unsettled("[?]", "4.4", "What happens with a relation's code that is taken?")]
    public TakenAccountCode TakenAccountCode { get; init; } = TakenAccountCode.Refused;

    /// <summary>How strictly is the VAT number of a relation looked at? Section 4.4.</summary>
    [Unsettled("[?]", "4.4", "How strictly is the VAT number of a relation looked at?")]
    public VatNumberCheck VatNumberCheck { get; init; } = VatNumberCheck.ShapePerCountry;

    /// <summary>Which way round does financial/ExchangeRates state a rate? Section 4.14.</summary>
    [Unsettled("[?]", "4.14", "Which way round does financial/ExchangeRates state a rate?")]
    public ExchangeRateDirection ExchangeRateDirection { get; init; } = ExchangeRateDirection.OneOwnUnit;

    /// <summary>Which sign has an open amount on cashflow/Receivables? Section 4.12.</summary>
    [Unsettled("[U]", "4.12", "Which sign has an open amount on cashflow/Receivables?")]
    public OpenAmountSign OpenAmountSign { get; init; } = OpenAmountSign.NegativeIsOpen;

    /// <summary>Which sign has an open amount on read/financial/ReceivablesList? Section 4.12.</summary>
    [Unsettled("[U]", "4.12", "Which sign has an open amount on read/financial/ReceivablesList?")]
    public OpenAmountSign ReceivablesListSign { get; init; } = OpenAmountSign.NegativeIsOpen;

    /// <summary>What does read/financial/ReceivablesList do with a filter? Section 4.12.</summary>
    [Unsettled("[U]", "4.12", "What does read/financial/ReceivablesList do with a filter?")]
    public ReceivablesListFilter ReceivablesListFilter { get; init; } = ReceivablesListFilter.Ignored;

    /// <summary>Does read/financial/ReceivablesList end after sixty rows? Section 4.12.</summary>
    [Unsettled("[U]", "4.12", "Does read/financial/ReceivablesList end after sixty rows?")]
    public bool ReceivablesListIsCapped { get; init; }

    /// <summary>Does the wall clock in Created and Modified follow summer time? Section 1.6.</summary>
    [Unsettled("[?]", "1.6", "Does the wall clock in Created and Modified follow summer time?")]
    public SummerTime SummerTime { get; init; } = SummerTime.Followed;

    /// <summary>Are Int64 values written as JSON strings? Section 1.6.</summary>
    [Unsettled("[?]", "1.6", "Are Int64 values written as JSON strings?")]
    public bool Int64AsText { get; init; }

    /// <summary>When does a list come in its short form? Section 1.5.</summary>
    [Unsettled("[U]", "1.5", "When does a list come in its short form?")]
    public ListForm ListForm { get; init; } = ListForm.AlwaysResults;

    /// <summary>How many rows does $top get at most? Section 1.7.</summary>
    [Unsettled("[U]", "1.7", "How many rows does $top get at most?")]
    public TopReach TopReach { get; init; } = TopReach.OnePage;

    /// <summary>Is text in a filter compared without regard to case? Section 1.8.</summary>
    [Unsettled("[?]", "1.8", "Is text in a filter compared without regard to case?")]
    public bool TextComparedWithoutCase { get; init; } = true;

    /// <summary>What is answered to a filter function that the service does not know? Section 1.8.</summary>
    [Unsettled("[?]", "1.8", "What is answered to a filter function that the service does not know?")]
    public UnknownFunctionAnswer UnknownFunctionAnswer { get; init; } = UnknownFunctionAnswer.BadRequest;

    /// <summary>Does substringof work in a filter (or is it not implemented)? Section 1.8.</summary>
    [Unsettled("[U]", "1.8", "Does substringof work in a filter (or is it not implemented)?")]
    public bool SubstringOfWorks { get; init; } = true;

    /// <summary>What does a filter OffsetID eq null do? Section 1.8.</summary>
    [Unsettled("[U]", "1.8", "What does a filter OffsetID eq null do?")]
    public NullComparison OffsetIdComparedWithNull { get; init; } = NullComparison.Works;

    /// <summary>What is answered to a call without a good token? Section 2.3.</summary>
    [Unsettled("[?]", "2.3", "What is answered to a call without a good token?")]
    public UnauthorizedAnswer UnauthorizedAnswer { get; init; } = UnauthorizedAnswer.Empty;

    /// <summary>What is answered while a key is blocked for errors? Section 9.</summary>
    [Unsettled("[?]", "9", "What is answered while a key is blocked for errors?")]
    public BlockedAnswer BlockedAnswer { get; init; } = BlockedAnswer.TooManyRequests;

    /// <summary>What happens to calls that come while another is under way? Section 3.1.</summary>
    [Unsettled("[?]", "3.1", "What happens to calls that come while another is under way?")]
    public ParallelCalls ParallelCalls { get; init; } = ParallelCalls.Queued;

    /// <summary>What does a second authorization do to the first chain of tokens? Section 2.2.</summary>
    [Unsettled("[U]", "2.2", "What does a second authorization do to the first chain of tokens?")]
    public SecondAuthorization SecondAuthorization { get; init; } = SecondAuthorization.EndsEarlierChain;

    /// <summary>What is an old refresh token good for? Section 2.2.</summary>
    [Unsettled("[U]", "2.2", "What is an old refresh token good for?")]
    public OldRefreshToken OldRefreshToken { get; init; } = OldRefreshToken.RefusedAtOnce;

    /// <summary>What is answered to a refresh that comes too early? Section 2.3.</summary>
    [Unsettled("[U]", "2.3", "What is answered to a refresh that comes too early?")]
    public EarlyRefreshAnswer EarlyRefreshAnswer { get; init; } = EarlyRefreshAnswer.BadRequest;

    /// <summary>Does a refresh that is refused as too early hand out a new refresh token all the same? Section 2.2.</summary>
    [Unsettled("[U]", "2.2", "Does a refresh that is refused as too early hand out a new refresh token all the same?")]
    public bool EarlyRefreshRotates { get; init; }

    /// <summary>Which Action has a webhook for a new row? Section 4.15.</summary>
    [Unsettled("[U]", "4.15", "Which Action has a webhook for a new row?")]
    public ActionOfNewRow ActionOfNewRow { get; init; } = ActionOfNewRow.Update;
}
