using Bookonce.Domain.Matching.Names;
using Bookonce.Domain.Matching.Weighing;

namespace Bookonce.Domain.Matching;

/// <summary>One weight in words.</summary>
/// <param name="Evidence">What is seen.</param>
/// <param name="IfSame">How often it is seen when the entry is the document.</param>
/// <param name="IfNot">How often when it is not; null where these very books say it.</param>
public sealed record WeightRow(string Evidence, double IfSame, double? IfNot)
{
    /// <summary>The row as it stands in the documentation.</summary>
    public override string ToString() =>
        $"| {Evidence} | {Share(IfSame)} | {(IfNot is { } share ? Share(share) : "learned")} |";

    static string Share(double share) => $"{share * 100:0.###} %";
}

/// <summary>The weights with which the matcher begins, before it has learned from the books.</summary>
public static class WeightTable
{
    /// <summary>Every weight, in the order in which it is explained.</summary>
    public static IReadOnlyList<WeightRow> Rows { get; } =
    [
        .. Levels<NumberLevel>(
            Weights.Number,
            level => level is >= NumberLevel.Missing and not NumberLevel.OneSlipOther,
            "the whole number in a reference field",
            "the whole number in the description",
            "the number without its year in a reference field",
            "the number but for one slip, and no document has it so",
            "the number without its year in the description",
            "year and counter that may as well be a month",
            "no number at all",
            "a reference of another make",
            "one slip away, but another document's number",
            "another counter",
            "another year and counter"
        ),
        .. Levels<AmountLevel>(
            Weights.Amount,
            level => level == AmountLevel.Equal,
            "the same amount",
            "the amount without VAT",
            "some cents more or less",
            "less than one unit more or less",
            "two digits swapped",
            "one digit wrong, missing or too many",
            "ten or a hundred times too much or too little",
            "the same figures in another currency",
            "another currency",
            "another amount"
        ),
        .. Levels<DateLevel>(
            Weights.Date,
            level => level != DateLevel.VeryFar,
            "the same day",
            "up to three days apart",
            "the end of the month",
            "day and month swapped",
            "up to five weeks later",
            "up to five weeks earlier",
            "the same day of another year",
            "an open item in another journal, later",
            "up to a year apart",
            "years apart"
        ),
        .. Levels<Who>(
            Weights.Who,
            who => who >= Who.Partly,
            "no name, or an account for many customers",
            "another name",
            "a part of the name",
            "nearly the same name",
            "the same name",
            "the same VAT number, or an account known as the customer's"
        ),
        new("the same payment reference", Weights.Reference[(int)ReferenceLevel.Equal].IfSame, null),
        Row("another payment reference", Weights.Reference[(int)ReferenceLevel.Other]),
        Row("an invoice that counts down", Weights.TurnedInvoice),
        Row("a credit note that counts up", Weights.TurnedCreditNote),
        Row("a credit note that counts down", Weights.CreditNote),
        Row("another date, but the same due date", Weights.DueAlike),
        Row("the booking number that another integration keeps", Weights.BookingNumber),
    ];

    static IEnumerable<WeightRow> Levels<T>(Chances[] chances, Func<T, bool> isLearned, params string[] words)
        where T : struct, Enum =>
        Enum.GetValues<T>()
            .Zip(words, chances)
            .Select(row => new WeightRow(row.Second, row.Third.IfSame, isLearned(row.First) ? null : row.Third.IfNot))
            .Select(row => row.IfNot == 0 ? row with { IfNot = null } : row);

    static WeightRow Row(string evidence, Chances chances) => new(evidence, chances.IfSame, chances.IfNot);
}
