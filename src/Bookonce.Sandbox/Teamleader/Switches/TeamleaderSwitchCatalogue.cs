using System.Reflection;
using System.Text.Json;
using Bookonce.Sandbox.Teamleader.State;

namespace Bookonce.Sandbox.Teamleader;

/// <summary>A switch as a program or a person reads it.</summary>
/// <param name="Name">The name by which it is set.</param>
/// <param name="Mark"><c>ND</c> not documented, <c>Seen</c> seen by others, <c>disputed</c>, or <c>SB</c> a choice of the sandbox.</param>
/// <param name="Section">Where the reference of the service leaves it open.</param>
/// <param name="Question">What it decides, in words.</param>
/// <param name="Values">The plausible answers.</param>
/// <param name="Default">The answer unless it is set.</param>
public sealed record TeamleaderSwitch(
    string Name,
    string Mark,
    string Section,
    string Question,
    IReadOnlyList<string> Values,
    string Default
);

/// <summary>All switches by name, to be listed, read and set by programs.</summary>
public static class TeamleaderSwitchCatalogue
{
    static readonly TeamleaderSwitches Defaults = new();

    static readonly Dictionary<string, PropertyInfo> Properties = typeof(TeamleaderSwitches)
        .GetProperties()
        .ToDictionary(property => Word(property.Name), StringComparer.OrdinalIgnoreCase);

    /// <summary>Every switch, in the order of the reference's sections.</summary>
    public static IReadOnlyList<TeamleaderSwitch> All { get; } =
    [
        .. Properties
            .Values.Select(Describe)
            .Order(Comparer<TeamleaderSwitch>.Create((a, b) => NaturalOrder.Compare(a.Section, b.Section))),
    ];

    /// <summary>The value that a switch has.</summary>
    /// <exception cref="ArgumentException">There is no such switch.</exception>
    public static string Get(TeamleaderSwitches switches, string name) =>
        Word(Find(name).GetValue(switches)!.ToString()!);

    /// <summary>The switches with one of them set. Names and values are taken whatever their case.</summary>
    /// <exception cref="ArgumentException">There is no such switch or value; the message says which there are.</exception>
    public static TeamleaderSwitches Set(TeamleaderSwitches switches, string name, string value)
    {
        var property = Find(name);
        var words = Words(property);
        if (!words.Contains(value, StringComparer.OrdinalIgnoreCase))
            throw new ArgumentException(
                $"The switch “{Word(property.Name)}” is one of {string.Join(", ", words)}; not “{value}”.",
                nameof(value)
            );
        var copy = switches with { };
        property.SetValue(copy, Enum.Parse(property.PropertyType, value, ignoreCase: true));
        return copy;
    }

    static PropertyInfo Find(string name) =>
        Properties.GetValueOrDefault(name)
        ?? throw new ArgumentException($"There is no Teamleader switch “{name}”.", nameof(name));

    static TeamleaderSwitch Describe(PropertyInfo property)
    {
        var open = property.GetCustomAttribute<TeamleaderSwitches.OpenAttribute>()!;
        var name = Word(property.Name);
        return new TeamleaderSwitch(name, open.Mark, open.Section, open.Question, Words(property), Get(Defaults, name));
    }

    static string[] Words(PropertyInfo property) => [.. Enum.GetNames(property.PropertyType).Select(Word)];

    static string Word(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
