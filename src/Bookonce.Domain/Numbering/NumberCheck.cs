using Bookonce.Domain.Entries;

namespace Bookonce.Domain.Numbering;

/// <summary>What Exact shows as next booking number, held against what is expected. A closed family.</summary>
public abstract record NumberCheck
{
    NumberCheck() { }

    /// <summary>Whether whatever is booked next runs on without gap and without a number that was given before.</summary>
    public bool Agrees => this is AsExpected;

    /// <summary>What it means, in a sentence or two.</summary>
    public abstract string Words { get; }

    /// <summary>Exact shows what is expected.</summary>
    /// <param name="Series">Where.</param>
    /// <param name="Expected">The number.</param>
    public sealed record AsExpected(SeriesKey Series, int Expected) : NumberCheck
    {
        /// <inheritdoc/>
        public override string Words => $"{Series} goes on at {Expected}, as expected.";
    }

    /// <summary>Exact would skip numbers.</summary>
    /// <param name="Series">Where.</param>
    /// <param name="Expected">The number that should be next.</param>
    /// <param name="Shown">What Exact shows.</param>
    public sealed record Skips(SeriesKey Series, int Expected, int Shown) : NumberCheck
    {
        /// <inheritdoc/>
        public override string Words =>
            $"Exact would go on at {Shown} in {Series} and leave a gap at {new Gap(Series, Expected, Shown - 1, GapCause.NeverSeen)}. Set it to {Expected}.";
    }

    /// <summary>Exact would give a number that an entry has.</summary>
    /// <param name="Series">Where.</param>
    /// <param name="Expected">The number that should be next.</param>
    /// <param name="Shown">What Exact shows.</param>
    public sealed record Taken(SeriesKey Series, int Expected, int Shown) : NumberCheck
    {
        /// <inheritdoc/>
        public override string Words =>
            $"Exact would go on at {Shown} in {Series}, though numbers up to {Expected - 1} are given. Set it to {Expected}.";
    }

    /// <summary>Exact would give a number again whose entry was deleted.</summary>
    /// <param name="Series">Where.</param>
    /// <param name="Expected">The number that should be next.</param>
    /// <param name="Shown">What Exact shows.</param>
    public sealed record GivenAgain(SeriesKey Series, int Expected, int Shown) : NumberCheck
    {
        /// <inheritdoc/>
        public override string Words =>
            $"Exact would give {Shown} in {Series} again, whose entry was deleted. Set it to {Expected} if the number must not be used twice.";
    }

    /// <summary>Compares.</summary>
    /// <param name="series">The series.</param>
    /// <param name="expected">The number that should be next.</param>
    /// <param name="last">The highest number that stands in the books, or will at that moment; null when none does.</param>
    /// <param name="shown">What a person read in Exact.</param>
    public static NumberCheck Of(SeriesKey series, int expected, int? last, int shown) =>
        shown == expected ? new AsExpected(series, expected)
        : shown > expected ? new Skips(series, expected, shown)
        : last is { } highest && shown <= highest ? new Taken(series, expected, shown)
        : new GivenAgain(series, expected, shown);
}
