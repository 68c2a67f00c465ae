using System.Text.Json;
using Bookonce.Sandbox.ExactOnline;
using Bookonce.Sandbox.Teamleader;

namespace Bookonce.Sandbox.Host.Keeping;

/// <summary>Everything that outlives a run: both states, the time, and what the connector noted. Switches and faults are settings of a run.</summary>
internal sealed record KeptState(
    TeamleaderState Teamleader,
    ExactOnlineState Exact,
    DateTimeOffset Now,
    IReadOnlyDictionary<Guid, int> BookingNumbers
)
{
    /// <summary>How often the state was taken up again; ids go on in a sequence of their own each time.</summary>
    public int Generation { get; init; }
}

/// <summary>A file that the state is kept in.</summary>
internal sealed class StateFile(string path)
{
    const int Format = 1;
    const int Depth = 512;

    // Far enough from each other that no two runs share their seeds, which are small numbers.
    const int Stride = 1_000_003;

    static readonly JsonWriterOptions Writing = new() { MaxDepth = Depth };
    static readonly JsonDocumentOptions Reading = new() { MaxDepth = Depth };

    public bool IsThere => File.Exists(path);

    /// <summary>Writes beside the file and puts it in its place at once, so that a stop in between leaves the old one.</summary>
    public void Save(KeptState kept)
    {
        var beside = $"{path}.new";
        using (var file = File.Create(beside))
        using (var json = new Utf8JsonWriter(file, Writing))
            Write(json, kept);
        File.Move(beside, path, overwrite: true);
    }

    /// <summary>Takes up the state.</summary>
    /// <param name="clock">The clock of both services.</param>
    /// <param name="seed">The seed of the world; ids made from now on are others than those of its first run.</param>
    /// <exception cref="UnreadableStateException">The file is no state of this program.</exception>
    public KeptState Load(TimeProvider clock, int seed)
    {
        try
        {
            using var file = File.OpenRead(path);
            using var document = JsonDocument.Parse(file, Reading);
            return Read(document.RootElement, clock, seed);
        }
        catch (Exception wrong)
            when (wrong
                    is JsonException
                        or InvalidOperationException
                        or FormatException
                        or KeyNotFoundException
                        or ArgumentException
            )
        {
            throw new UnreadableStateException($"The state file {path} cannot be read: {wrong.Message}", wrong);
        }
    }

    static void Write(Utf8JsonWriter json, KeptState kept)
    {
        json.WriteStartObject();
        json.WriteNumber("format", Format);
        json.WriteNumber("generation", kept.Generation);
        json.WriteString("now", kept.Now);
        json.WriteStartObject("bookingNumbers");
        foreach (var (document, number) in kept.BookingNumbers)
            json.WriteNumber(document.ToString(), number);
        json.WriteEndObject();
        json.WriteStartArray("administrations");
        foreach (var division in kept.Exact.Divisions)
        {
            json.WriteStartObject();
            json.WriteNumber("code", division.Code);
            json.WriteString("description", division.Description);
            json.WriteString("country", division.Country);
            json.WriteString("currency", division.Currency);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WritePropertyName("exactOnline");
        lock (kept.Exact.Gate)
            new StateWriter(json).Write(kept.Exact, typeof(ExactOnlineState));
        json.WritePropertyName("teamleader");
        lock (kept.Teamleader.Gate)
            new StateWriter(json).Write(kept.Teamleader, typeof(TeamleaderState));
        json.WriteEndObject();
    }

    static KeptState Read(JsonElement json, TimeProvider clock, int seed)
    {
        if (json.GetProperty("format").GetInt32() is not Format)
            throw new FormatException("it is of another version");
        var generation = json.GetProperty("generation").GetInt32() + 1;
        var next = unchecked(seed + (generation * Stride));
        var exact = new ExactOnlineState(clock, next);
        foreach (var each in json.GetProperty("administrations").EnumerateArray())
            exact.AddDivision(
                each.GetProperty("code").GetInt32(),
                each.GetProperty("description").GetString()!,
                each.GetProperty("country").GetString()!,
                each.GetProperty("currency").GetString()!
            );
        new StateReader().Read(json.GetProperty("exactOnline"), typeof(ExactOnlineState), exact);
        var teamleader = new TeamleaderState(clock, new SeededIds(next));
        new StateReader().Read(json.GetProperty("teamleader"), typeof(TeamleaderState), teamleader);
        return new KeptState(
            teamleader,
            exact,
            json.GetProperty("now").GetDateTimeOffset(),
            json.GetProperty("bookingNumbers")
                .EnumerateObject()
                .ToDictionary(pair => Guid.Parse(pair.Name), pair => pair.Value.GetInt32())
        )
        {
            Generation = generation,
        };
    }
}
