namespace Bookonce.Domain.Matching.Reading;

/// <summary>Where a number stands and what else it may be.</summary>
[Flags]
enum NumberTraits
{
    None = 0,

    /// <summary>In a field for references, not in a sentence.</summary>
    InReference = 1,

    /// <summary>It may as well be a month: <c>2025-10</c>.</summary>
    MonthLike = 2,

    /// <summary>The year was read from two digits.</summary>
    ShortYear = 4,

    /// <summary>It is the number of some document.</summary>
    IsDocument = 8,
}

/// <summary>A document number as somebody typed it: year and counter, or the counter alone. Eight bytes, because there are millions.</summary>
readonly record struct TypedNumber
{
    const int YearShift = 44,
        SeriesShift = 52,
        TraitShift = 60,
        FirstYear = 1900;
    const ulong CounterMask = (1UL << YearShift) - 1;

    readonly ulong bits;

    public TypedNumber(int year, long counter, int series, NumberTraits traits) =>
        bits =
            ((ulong)counter & CounterMask)
            | ((ulong)(year == 0 ? 0 : year - FirstYear) << YearShift)
            | ((ulong)(byte)series << SeriesShift)
            | ((ulong)traits << TraitShift);

    TypedNumber(ulong bits) => this.bits = bits;

    /// <summary>The year; 0 when only a counter was typed.</summary>
    public int Year => (int)(bits >> YearShift & 0xff) is > 0 and var year ? year + FirstYear : 0;

    public long Counter => (long)(bits & CounterMask);

    /// <summary>The known series whose letters stand before it; 0 for none.</summary>
    public int Series => (int)(bits >> SeriesShift & 0xff);

    public NumberTraits Traits => (NumberTraits)(bits >> TraitShift);

    public bool IsFull => Year != 0;

    public bool Has(NumberTraits trait) => (Traits & trait) != NumberTraits.None;

    public TypedNumber With(NumberTraits trait) => new(bits | (ulong)trait << TraitShift);

    /// <summary>The key under which equal numbers meet; a bare counter has year 0.</summary>
    public ulong Key => KeyOf(Year, Counter);

    public static ulong KeyOf(int year, long counter) => ((ulong)year << YearShift) | ((ulong)counter & CounterMask);
}
