namespace Bookonce.Domain.Matching.Weighing;

/// <summary>How often something is seen when entry and document are the same, and when they are not.</summary>
/// <param name="IfSame">A share of entries that are the document.</param>
/// <param name="IfNot">A share of entries that are not; 0 when these very books say it.</param>
readonly record struct Chances(double IfSame, double IfNot)
{
    /// <summary>The weight: positive speaks for, negative against.</summary>
    public double Log { get; } = Math.Log(IfSame / (IfNot == 0 ? 1 : IfNot));

    public static implicit operator Chances((double IfSame, double IfNot) pair) => new(pair.IfSame, pair.IfNot);
}

/// <summary>Every constant of the matcher. They were fitted on the seeds that the page on matching names, and rounded.</summary>
static class Weights
{
    /// <summary>The share of documents that are somewhere in the books, before anything is known.</summary>
    public const double InBooks = 0.5;

    /// <summary>The share of documents in the books that are there once more.</summary>
    public const double Again = 0.02;

    /// <summary>Small books teach little, so they count as if so many ordinary entries stood in them as well.</summary>
    public const double OrdinaryEntries = 4000;

    /// <summary>Days over which those ordinary entries are spread.</summary>
    public const double OrdinaryDays = 730;

    /// <summary>Days over which half of a customer's equal orders fall.</summary>
    public const double SoonDays = 90;

    /// <summary>Carrying the document's address leaves no doubt.</summary>
    public const double Mark = 40;

    /// <summary>How many entries that are not the document carry its number by a slip, beside those seen.</summary>
    public const double StrayNumber = 0.1;

    /// <summary>How many carry its bare counter by chance, beside those seen.</summary>
    public const double StrayCounter = 0.5;

    /// <summary>How many entries have customer and amount in common with the document by chance, beside those seen.</summary>
    public const double StrayLookAlike = 0.04;

    /// <summary>How many have the amount, and a name nearly or partly like the customer's, by chance.</summary>
    public const double StraySimilar = 0.02,
        StrayPart = 0.1;

    /// <summary>How many have an odd amount in common, and how many a round one.</summary>
    public const double StrayAmount = 0.3,
        StrayRoundAmount = 2;

    /// <summary>By <see cref="NumberLevel"/>.</summary>
    public static readonly Chances[] Number =
    [
        (0.55, 0),
        (0.08, 0),
        (0.15, 0),
        (0.07, 0.002),
        (0.02, 0),
        (0.02, 0.01),
        (0.1, 0.15),
        (0.02, 0.2),
        (0.03, 0.03),
        (0.01, 0.3),
        (0.01, 0.5),
    ];

    /// <summary>By <see cref="AmountLevel"/>.</summary>
    public static readonly Chances[] Amount =
    [
        (0.94, 0),
        (0.012, 0.001),
        (0.012, 0.001),
        (0.006, 0.005),
        (0.012, 0.003),
        (0.006, 0.03),
        (0.012, 0.001),
        (0.004, 0.001),
        (0.01, 0.05),
        (0.004, 0.95),
    ];

    /// <summary>By <see cref="DateLevel"/>.</summary>
    public static readonly Chances[] Date =
    [
        (0.77, 0),
        (0.11, 0),
        (0.035, 0),
        (0.03, 0),
        (0.04, 0),
        (0.01, 0),
        (0.003, 0),
        (0.3, 0),
        (0.008, 0),
        (0.0005, 0.5),
    ];

    /// <summary>By <see cref="Names.Who"/>.</summary>
    public static readonly Chances[] Who = [(0.03, 0.03), (0.01, 0.98), (0.02, 0), (0.07, 0), (0.85, 0), (0.88, 0)];

    /// <summary>By <see cref="ReferenceLevel"/>.</summary>
    public static readonly Chances[] Reference = [(1, 1), (0.3, 0), (0.02, 0.3)];

    /// <summary>An invoice that counts down, a credit note that counts up.</summary>
    public static readonly Chances TurnedInvoice = (0.004, 0.08),
        TurnedCreditNote = (0.12, 0.9);

    /// <summary>A credit note that counts down, as it should.</summary>
    public static readonly Chances CreditNote = (0.88, 0.1);

    /// <summary>The same due date although the dates differ.</summary>
    public static readonly Chances DueAlike = (0.5, 0.02);

    /// <summary>The booking number that another integration keeps.</summary>
    public static readonly Chances BookingNumber = (0.9, 0.0002);
}
