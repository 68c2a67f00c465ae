namespace Bookonce.Domain.Matching.Weighing;

/// <summary>What an entry says of a document's number, the most telling first.</summary>
enum NumberLevel : byte
{
    /// <summary>Year and counter, or all of a number that has no year, in a reference field.</summary>
    Whole,

    /// <summary>The same in the description.</summary>
    WholeInText,

    /// <summary>The counter without its year, in a reference field.</summary>
    Counter,

    /// <summary>One slip away, and no document has the number as typed.</summary>
    OneSlip,

    /// <summary>The counter somewhere in the description.</summary>
    CounterInText,

    /// <summary>Year and counter, but it may as well be a month.</summary>
    PerhapsMonth,

    /// <summary>No number at all.</summary>
    Missing,

    /// <summary>A reference of another make, as a customer's order number.</summary>
    OtherReference,

    /// <summary>One slip away, but it is another document's number.</summary>
    OneSlipOther,

    /// <summary>Another counter.</summary>
    OtherCounter,

    /// <summary>Another year and counter.</summary>
    Other,
}

/// <summary>What an entry says of a document's total.</summary>
enum AmountLevel : byte
{
    Equal,

    /// <summary>The total without VAT was typed.</summary>
    Net,

    /// <summary>Some cents more or less.</summary>
    CentsOff,

    /// <summary>Less than one unit more or less.</summary>
    Rounded,

    /// <summary>Two neighbouring digits changed places.</summary>
    Swapped,

    /// <summary>One digit is another, missing or too many.</summary>
    OneDigit,

    /// <summary>Ten times or a hundred times too much or too little.</summary>
    Tenfold,

    /// <summary>The same figures in another currency.</summary>
    OtherCurrency,

    /// <summary>A currency that cannot be compared.</summary>
    Incomparable,

    /// <summary>Another amount.</summary>
    Other,
}

/// <summary>What an entry says of a document's date.</summary>
enum DateLevel : byte
{
    Equal,

    /// <summary>Up to three days apart.</summary>
    Near,

    /// <summary>The last day of the document's month, or the first of the next.</summary>
    MonthEnd,

    /// <summary>Day and month changed places.</summary>
    Swapped,

    /// <summary>Up to five weeks later, as when it was entered with its day of entry.</summary>
    Later,

    /// <summary>Up to five weeks earlier.</summary>
    Earlier,

    /// <summary>The same day of another year.</summary>
    OtherYear,

    /// <summary>A line of another journal that repeats what was open.</summary>
    OpenItem,

    /// <summary>Up to a year apart.</summary>
    Far,

    /// <summary>Years apart.</summary>
    VeryFar,
}

/// <summary>What an entry says of a document's payment reference.</summary>
enum ReferenceLevel : byte
{
    Missing,
    Equal,
    Other,
}

/// <summary>What speaks for and against one entry being one document.</summary>
struct Evidence
{
    public NumberLevel Number;
    public AmountLevel Amount;
    public DateLevel Date;
    public ReferenceLevel Reference;
    public Names.Who Who;

    /// <summary>The entry counts the other way than the document.</summary>
    public bool IsTurned;

    /// <summary>It is due on the document's due date.</summary>
    public bool IsDueAlike;

    /// <summary>It has the booking number that another integration keeps for the document.</summary>
    public bool IsBookingNumber;

    /// <summary>It carries the document's address.</summary>
    public bool IsMarked;

    /// <summary>Other entries that carry the same number.</summary>
    public int NumberRivals;

    /// <summary>Other entries, not known to be other documents, of the same amount; with the same customer if this one has it.</summary>
    public int AmountRivals;

    /// <summary>Days from the document to the entry.</summary>
    public int Days;

    /// <summary>What all of it is worth, as the natural logarithm of odds.</summary>
    public double Sum;
}
