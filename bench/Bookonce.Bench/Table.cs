using Bookonce.Output;

namespace Bookonce.Bench;

/// <summary>Results for a person.</summary>
static class Table
{
    public static void Print(ThroughputResult result)
    {
        Screen.Line($"engine  {result.EngineDocumentsPerSecond, 10:F1} documents/s");
        Screen.Line($"bare    {result.BareDocumentsPerSecond, 10:F1} documents/s");
        Screen.Line($"ratio   {result.Ratio, 10:F3}");
        Screen.Line($"disk    {result.FsyncsPerSecond, 10:F0} fsyncs/s");
    }

    public static void Print(RepairResult result)
    {
        Screen.Line($"documents              {result.Documents, 10}");
        Screen.Line($"duplicates             {result.Duplicates, 10}");
        Screen.Line($"plan                   {result.PlanSeconds, 10:F3} s");
        Screen.Line($"apply                  {result.ApplySeconds, 10:F1} s");
        Screen.Line($"calls to Exact         {result.ExactCalls, 10}");
        Screen.Line($"per repaired document  {result.ExactCallsPerRepairedDocument, 10:F3}");
        foreach (var (name, count) in result.Named)
            Screen.Line($"  {name, -46}{count, 8}");
    }

    public static void Print(CallsResult existing, CallsResult created)
    {
        Screen.Line($"{"", -24}{"relations exist", 16}{"created", 16}");
        Row("documents", result => result.Documents);
        Row("relations", result => result.Relations);
        Row("calls to Exact", result => result.ExactCalls);
        Row("per document", result => result.PerDocument);
        Row("run without changes", result => result.IdleRunCalls);
        Row("a day besides", result => result.DailyCalls);
        Named("until booked and seen", result => result.Named.Booking);
        Named("run without changes", result => result.Named.IdleRun);
        Named("a day besides", result => result.Named.Daily);

        void Row(string name, Func<CallsResult, double> value) =>
            Screen.Line($"{name, -24}{value(existing), 16}{value(created), 16}");

        void Named(string what, Func<CallsResult, IReadOnlyDictionary<string, int>> calls)
        {
            Screen.Line($"{what}:");
            foreach (var name in calls(existing).Keys.Union(calls(created).Keys).Order(StringComparer.Ordinal))
                Screen.Line(
                    $"  {name, -46}{calls(existing).GetValueOrDefault(name), 8}{calls(created).GetValueOrDefault(name), 8}"
                );
        }
    }
}
