using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bookonce.Simulation.Running;

/// <summary>What goes to standard output and to standard error.</summary>
static class Screen
{
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Json<T>(T value) => Console.WriteLine(JsonSerializer.Serialize(value, Options));

    public static void Line(string text) => Console.WriteLine(text);

    public static void Note(string text) => Console.Error.WriteLine(text);

    public static void Table(Report report)
    {
        foreach (var property in typeof(Report).GetProperties())
            if (property.GetValue(report) is { } value and not IReadOnlyList<Failure>)
                Line($"{JsonNamingPolicy.CamelCase.ConvertName(property.Name), -20} {value}");
        foreach (var failure in report.Failures)
        {
            Line($"\nSeed {failure.Seed}: {failure.Counter}");
            foreach (var sentence in failure.Story)
                Line($"  {sentence}");
        }
    }
}
