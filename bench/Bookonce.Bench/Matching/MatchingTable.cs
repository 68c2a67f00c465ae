using Bookonce.Output;

namespace Bookonce.Bench.Matching;

/// <summary>Measurements for a person, as rows of a Markdown table.</summary>
static class MatchingTable
{
    public static void Print(IReadOnlyList<Measurement> all)
    {
        Screen.Line("| seed | precision | recall | F1 | automatic precision | asked | booked again | seconds | MB |");
        Screen.Line("|---|---|---|---|---|---|---|---|---|");
        foreach (var one in all)
            Row(one.Seed.ToString(), [one]);
        if (all.Count > 1)
            Row("mean", all);

        Screen.Line("");
        Screen.Line("| rule | precision | recall | F1 |");
        Screen.Line("|---|---|---|---|");
        foreach (var rule in all[0].Others.Keys)
        {
            Score[] scores = [.. all.Select(one => one.Others[rule])];
            Screen.Line(
                $"| {rule} | {scores.Average(score => score.Precision):F3} | {scores.Average(score => score.Recall):F3} | {scores.Average(score => score.F1):F3} |"
            );
        }
    }

    static void Row(string name, IReadOnlyList<Measurement> all)
    {
        Screen.Line(
            $"| {name} | {Mean(one => one.Precision):F4} | {Mean(one => one.Recall):F4} | {Mean(one => one.F1):F4} | "
                + $"{Mean(one => one.AutomaticPrecision):F5} | {100 * Mean(one => one.Asked):F2} % | "
                + $"{100 * Mean(one => one.BookedAgain):F2} % | {Mean(one => one.Seconds):F2} | {Mean(one => one.PeakMegabytes):F0} |"
        );

        double Mean(Func<Measurement, double> value) => all.Average(value);
    }
}
