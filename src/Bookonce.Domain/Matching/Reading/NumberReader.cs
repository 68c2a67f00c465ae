namespace Bookonce.Domain.Matching.Reading;

/// <summary>Finds document numbers in what people type, and keeps dates out of it.</summary>
static class NumberReader
{
    /// <summary>More numbers than this in one text are a list of something else.</summary>
    public const int Most = 8;

    const int LongestCounter = 7,
        LongestTogether = 11;

    readonly record struct Run(int Start, int End, long Value)
    {
        public int Length => End - Start;

        public bool IsYear => Length == 4 && Value is >= 1990 and <= 2099;

        public bool IsCounter => Length <= LongestCounter && Value > 0;

        /// <summary>Two digits that can be the year of a document.</summary>
        public bool IsShortYear => Length == 2 && Value is >= 10 and <= 60;
    }

    /// <summary>Reads the numbers of a text into <paramref name="into"/> and returns how many.</summary>
    public static int Read(ReadOnlySpan<char> text, SeriesNames series, NumberTraits traits, Span<TypedNumber> into)
    {
        Span<Run> buffer = stackalloc Run[24];
        var runs = buffer[..Runs(text, buffer)];
        var count = 0;
        for (var i = 0; i < runs.Length && count + 1 < into.Length; )
        {
            var run = runs[i];
            var rest = runs[i..];
            if (IsDate(text, rest))
            {
                i += 3;
                continue;
            }

            var letters = series.Before(text, run.Start);
            switch (rest)
            {
                // Year, month or department, counter.
                case [{ IsYear: true }, { Length: <= 2 }, { IsCounter: true, Length: > 2 }, ..]
                    when Joined(text, rest) && Joined(text, rest[1..]):
                    into[count++] = new TypedNumber((int)run.Value, rest[2].Value, letters, traits);
                    i += 3;
                    break;
                case [{ IsYear: true }, { IsCounter: true } counter, ..] when Joined(text, rest):
                    into[count++] = Full((int)run.Value, counter, NumberTraits.None);
                    i += 2;
                    break;
                case [{ IsCounter: true } counter, { IsYear: true } year, ..] when Joined(text, rest):
                    into[count++] = Full((int)year.Value, counter, NumberTraits.None);
                    i += 2;
                    break;
                case [{ IsShortYear: true }, { IsCounter: true } counter, ..] when Joined(text, rest):
                    into[count++] = Full(2000 + (int)run.Value, counter, NumberTraits.ShortYear);
                    i += 2;
                    break;
                default:
                    count += Alone(text, run, letters, traits, into[count..]);
                    i++;
                    break;
            }

            TypedNumber Full(int year, Run counter, NumberTraits more) =>
                new(
                    year,
                    counter.Value,
                    letters,
                    traits
                        | more
                        | (counter is { Length: 2, Value: <= 12 } ? NumberTraits.MonthLike : NumberTraits.None)
                );
        }
        return count;
    }

    /// <summary>A run by itself: a counter, or year and counter run together.</summary>
    static int Alone(ReadOnlySpan<char> text, Run run, int letters, NumberTraits traits, Span<TypedNumber> into)
    {
        var count = 0;
        var digits = text[run.Start..run.End];
        if (run.Length is > 4 and <= LongestTogether && Number(digits[..4]) is >= 1990 and <= 2099 and var year)
            into[count++] = new TypedNumber((int)year, Number(digits[4..]), letters, traits);
        else if (run.Length is > 4 and <= 8 && Number(digits[..2]) is >= 10 and <= 60 and var shortYear)
            into[count++] = new TypedNumber(
                2000 + (int)shortYear,
                Number(digits[2..]),
                letters,
                traits | NumberTraits.ShortYear
            );
        if (run.IsCounter && (!run.IsYear || (traits & NumberTraits.InReference) != NumberTraits.None))
            into[count++] = new TypedNumber(0, run.Value, letters, traits);
        return count;
    }

    static bool IsDate(ReadOnlySpan<char> text, ReadOnlySpan<Run> runs)
    {
        if (runs.Length < 3 || !Joined(text, runs) || !Joined(text, runs[1..]))
            return false;

        var (first, second, third) = (runs[0], runs[1], runs[2]);
        var isSame = text[first.End..second.Start].SequenceEqual(text[second.End..third.Start]);
        return isSame
            && (
                IsDay(first) && IsMonth(second) && (third.IsYear || third.IsShortYear)
                || first.IsYear && IsMonth(second) && IsDay(third)
            );
    }

    static bool IsDay(Run run) => run.Length <= 2 && run.Value is >= 1 and <= 31;

    static bool IsMonth(Run run) => run.Length <= 2 && run.Value is >= 1 and <= 12;

    /// <summary>Whether the first two runs are parts of one number.</summary>
    static bool Joined(ReadOnlySpan<char> text, ReadOnlySpan<Run> runs)
    {
        var gap = text[runs[0].End..runs[1].Start];
        return gap.Length <= 3 && !gap.ContainsAnyExcept(" /-._\\");
    }

    static int Runs(ReadOnlySpan<char> text, Span<Run> into)
    {
        var count = 0;
        for (var i = 0; i < text.Length && count < into.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
                continue;
            var start = i;
            while (i < text.Length && char.IsAsciiDigit(text[i]))
                i++;
            into[count++] = new Run(start, i, i - start <= 15 ? Number(text[start..i]) : 0);
        }
        return count;
    }

    static long Number(ReadOnlySpan<char> digits)
    {
        var value = 0L;
        foreach (var digit in digits)
            value = value * 10 + (digit - '0');
        return value;
    }
}
