using Bookonce.Domain.Matching.Names;

namespace Bookonce.Domain.Matching.Weighing;

/// <summary>Evidence in words for a bookkeeper.</summary>
static class Because
{
    /// <summary>What speaks for and against, in the order in which a bookkeeper looks: who and how much, number, date, the rest.</summary>
    public static IReadOnlyList<string> Of(in Evidence evidence)
    {
        var said = new List<string>();
        if (evidence.IsMarked)
            said.Add("carries this document's address");
        if (evidence.IsBookingNumber)
            said.Add("has the booking number that the other integration keeps");
        said.Add(WhoAndAmount(evidence));
        if (Number(evidence) is { } number)
            said.Add(number);
        if (Reference(evidence.Reference) is { } reference)
            said.Add(reference);
        said.Add(Date(evidence));
        if (evidence is { IsDueAlike: true, Date: not DateLevel.Equal })
            said.Add("same due date");
        if (evidence.IsTurned)
            said.Add("but with the other sign");
        return said;
    }

    /// <summary>How an amount differs; null when it does not.</summary>
    public static string? Difference(AmountLevel level) =>
        level switch
        {
            AmountLevel.Equal => null,
            AmountLevel.Net => "the total without VAT",
            AmountLevel.CentsOff => "the amount but for some cents",
            AmountLevel.Rounded => "the amount rounded",
            AmountLevel.Swapped => "the amount with two digits swapped",
            AmountLevel.OneDigit => "the amount but for one digit",
            AmountLevel.Tenfold => "the amount with the decimal sign elsewhere",
            AmountLevel.OtherCurrency => "the same figures in another currency",
            AmountLevel.Incomparable => "an amount in another currency",
            _ => "another amount",
        };

    static string WhoAndAmount(in Evidence evidence)
    {
        var who = evidence.Who switch
        {
            Who.Known or Who.Same => "same customer",
            Who.Similar => "nearly the same customer name",
            Who.Partly => "a part of the customer's name",
            Who.Other => "another customer name",
            _ => null,
        };
        var amount = Difference(evidence.Amount) ?? (evidence.Who is Who.Known or Who.Same ? "amount" : "same amount");
        var rivals = evidence.Amount == AmountLevel.Equal ? Others(evidence.AmountRivals) : "";
        return who is null ? $"{amount}{rivals}"
            : evidence.Who == Who.Other ? $"{amount}{rivals}, but {who}"
            : $"{who} and {amount}{rivals}";
    }

    static string? Number(in Evidence evidence) =>
        evidence.Number switch
        {
            NumberLevel.Whole => $"same document number{Others(evidence.NumberRivals)}",
            NumberLevel.WholeInText => $"the document number in the description{Others(evidence.NumberRivals)}",
            NumberLevel.Counter => $"the document number without its year{Others(evidence.NumberRivals)}",
            NumberLevel.CounterInText =>
                $"a part of the document number in the description{Others(evidence.NumberRivals)}",
            NumberLevel.OneSlip => "the document number but for one slip",
            NumberLevel.OneSlipOther => "a number one slip away, but another document has it",
            NumberLevel.PerhapsMonth => "the document number, or a month",
            NumberLevel.OtherReference => "but a reference of another make",
            NumberLevel.OtherCounter or NumberLevel.Other => "but another number",
            _ => "no document number",
        };

    static string? Reference(ReferenceLevel level) =>
        level switch
        {
            ReferenceLevel.Equal => "same payment reference",
            ReferenceLevel.Other => "but another payment reference",
            _ => null,
        };

    static string Date(in Evidence evidence)
    {
        var days = $"{Math.Abs(evidence.Days)} {(Math.Abs(evidence.Days) == 1 ? "day" : "days")}";
        return evidence.Date switch
        {
            DateLevel.Equal => "same day",
            DateLevel.MonthEnd => $"at the end of the month, {days} apart",
            DateLevel.Swapped => "day and month swapped",
            DateLevel.OtherYear => "same day of another year",
            DateLevel.OpenItem => $"repeated as open item {days} later",
            DateLevel.Near or DateLevel.Later or DateLevel.Earlier =>
                $"{days} {(evidence.Days > 0 ? "later" : "earlier")}",
            _ => $"but {days} {(evidence.Days > 0 ? "later" : "earlier")}",
        };
    }

    static string Others(int rivals) =>
        rivals switch
        {
            <= 0 => "",
            1 => ", but 1 other like it",
            _ => $", but {rivals} others like it",
        };
}
