namespace Bookonce.Domain.Numbering;

/// <summary>The number that a series gives next, as far as it can be known from outside. A closed family.</summary>
public abstract record NextBookingNumber
{
    /// <summary>Where Exact itself shows it: no interface does. Source: REST reference, which has no such property.</summary>
    public const string WhereExactShowsIt = "Exact shows it under Master data > Journals > Next booking number.";

    NextBookingNumber() { }

    /// <summary>The number; null when nobody knows.</summary>
    public virtual int? Number => null;

    /// <summary>Why it is not certain; empty when it is.</summary>
    public virtual string Because => "";

    /// <summary>The number that Bookonce will send, and that Exact was seen to honour.</summary>
    /// <param name="Next">The number.</param>
    public sealed record Sent(int Next) : NextBookingNumber
    {
        /// <inheritdoc/>
        public override int? Number => Next;
    }

    /// <summary>Probably this one.</summary>
    /// <param name="Next">The number.</param>
    /// <param name="Why">What makes it uncertain.</param>
    public sealed record Likely(int Next, string Why) : NextBookingNumber
    {
        /// <inheritdoc/>
        public override int? Number => Next;

        /// <inheritdoc/>
        public override string Because => Why;
    }

    /// <summary>Only Exact knows.</summary>
    /// <param name="Why">What makes it unknown, and where a person can read it.</param>
    public sealed record Unknown(string Why) : NextBookingNumber
    {
        /// <inheritdoc/>
        public override string Because => Why;
    }

    /// <summary>What can be said of a series.</summary>
    /// <param name="series">What is known of it.</param>
    /// <param name="last">The highest number that stands in the books now; null when none does.</param>
    public static NextBookingNumber Of(Series series, int? last)
    {
        ArgumentNullException.ThrowIfNull(series);
        return series switch
        {
            { Next: { } next, Numbering: NumberingMode.Fenced } => new Sent(next),
            { Next: { } next, Highest: null, Reserved: null } => new Likely(next, "A person read it in Exact."),
            { Next: { } next } => new Likely(
                next,
                "Bookonce sends it, but Exact has not been seen yet to refuse a number that is taken."
            ),
            { Numbering: NumberingMode.ExactNumbers, Highest: { } highest } when last == highest => new Likely(
                highest + 1,
                $"Exact gives the numbers of this series itself. {WhereExactShowsIt}"
            ),
            { Highest: { } } => new Unknown(
                $"The last entries of the series were deleted, and nobody can tell from outside whether Exact gives their numbers again. {WhereExactShowsIt}"
            ),
            _ => new Unknown($"Nothing was booked in the series yet. {WhereExactShowsIt}"),
        };
    }
}
