using Bookonce.Domain.Matching.Reading;
using Bookonce.Domain.Matching.Sheets;

namespace Bookonce.Domain.Matching.Weighing;

/// <summary>Compares a document's number with the numbers that stand on an entry.</summary>
static class NumberComparer
{
    /// <summary>The most telling thing an entry says of a document's number.</summary>
    public static NumberLevel Compare(DocumentSheet documents, int document, EntrySheet entries, int entry)
    {
        var date = DateOnly.FromDayNumber(documents.Day[document]);
        return Compare(
            documents.Number[document],
            date.Year * 12 + date.Month,
            entries.NumbersOf(entry),
            entries.HasReferenceText[entry]
        );
    }

    /// <summary>What an entry says of the number of a document that it is not.</summary>
    public static NumberLevel Stranger(ReadOnlySpan<TypedNumber> typed, bool hasReferenceText)
    {
        var level = hasReferenceText ? NumberLevel.OtherReference : NumberLevel.Missing;
        foreach (var one in typed)
            if (IsSaid(one))
                level = Max(level, IsWhole(one) ? NumberLevel.Other : NumberLevel.OtherCounter);
        return level;
    }

    /// <summary>The most telling thing the entry says of the number.</summary>
    /// <param name="number">The document's.</param>
    /// <param name="documentMonth">Year × 12 + month of the document.</param>
    /// <param name="typed">What stands on the entry.</param>
    /// <param name="hasReferenceText">Whether its reference field is filled, with whatever.</param>
    static NumberLevel Compare(
        TypedNumber number,
        int documentMonth,
        ReadOnlySpan<TypedNumber> typed,
        bool hasReferenceText
    )
    {
        if (number.Counter == 0)
            return NumberLevel.Missing;

        var unsaid = hasReferenceText ? NumberLevel.OtherReference : NumberLevel.Missing;
        var (found, against) = (unsaid, unsaid);
        foreach (var one in typed)
            if (One(number, documentMonth, one) is { } level)
                (found, against) = (Min(found, level), Max(against, level));
        // A counter in a sentence, or a month, says nothing beside a whole number that is another document's.
        var isOutweighed =
            (found is NumberLevel.CounterInText or NumberLevel.PerhapsMonth) && against == NumberLevel.Other;
        return found < unsaid && !isOutweighed ? found : against;
    }

    static NumberLevel Min(NumberLevel one, NumberLevel other) => one < other ? one : other;

    static NumberLevel Max(NumberLevel one, NumberLevel other) => one > other ? one : other;

    /// <summary>What one typed number says; null when it says nothing.</summary>
    static NumberLevel? One(TypedNumber number, int documentMonth, TypedNumber typed)
    {
        var isReference = typed.Has(NumberTraits.InReference);
        var isOtherSeries = number.Series != 0 && typed.Series != 0 && number.Series != typed.Series;
        if (typed.Counter == number.Counter && IsYear(number, documentMonth, typed))
            return isOtherSeries ? NumberLevel.Other
                : typed.Has(NumberTraits.MonthLike) && !isReference ? NumberLevel.PerhapsMonth
                : typed.IsFull || !number.IsFull
                    ? isReference ? NumberLevel.Whole
                        : number.IsFull ? NumberLevel.WholeInText
                        : NumberLevel.CounterInText
                : isReference ? NumberLevel.Counter
                : NumberLevel.CounterInText;
        if (!IsSaid(typed))
            return null;
        if (IsSlip(number, typed))
            return typed.Has(NumberTraits.IsDocument) ? NumberLevel.OneSlipOther : NumberLevel.OneSlip;
        return IsWhole(typed) ? NumberLevel.Other : NumberLevel.OtherCounter;
    }

    /// <summary>Whether it stands for a document: in a reference field, or in a sentence and some document has it.</summary>
    static bool IsSaid(TypedNumber typed) =>
        typed.Has(NumberTraits.InReference)
        || typed.IsFull && typed.Has(NumberTraits.IsDocument) && !typed.Has(NumberTraits.MonthLike);

    static bool IsWhole(TypedNumber typed) => typed.IsFull && !typed.Has(NumberTraits.ShortYear);

    /// <summary>A bare counter has no year to contradict; a number without year belongs to the year of its document.</summary>
    static bool IsYear(TypedNumber number, int documentMonth, TypedNumber typed) =>
        !typed.IsFull || typed.Year == (number.IsFull ? number.Year : documentMonth / 12);

    static bool IsSlip(TypedNumber number, TypedNumber typed) =>
        (number.IsFull, typed.IsFull) switch
        {
            (true, true) when number.Year == typed.Year => IsSlip(number.Counter, typed.Counter),
            (true, true) => number.Counter == typed.Counter && IsSlip(number.Year, typed.Year),
            (true, false) => IsSlip(Together(number), typed.Counter)
                || typed.Counter >= 1000 && IsSlip(number.Counter, typed.Counter),
            _ => IsSlip(number.Counter, typed.Counter),
        };

    static bool IsSlip(long one, long other) => DigitSlips.Between(one, other) is DigitSlip.Swapped or DigitSlip.OneOff;

    /// <summary>Year and counter as one row of digits.</summary>
    static long Together(TypedNumber number)
    {
        var shift = 10L;
        while (shift <= number.Counter)
            shift *= 10;
        return number.Year * shift + number.Counter;
    }
}
