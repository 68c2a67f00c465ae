using System.Reflection;
using System.Text.Json;

namespace Bookonce.Sandbox.ExactOnline;

/// <summary>One switch as it is listed.</summary>
/// <param name="Name">As it is set by, for example <c>entryNumberUniqueness</c>.</param>
/// <param name="Mark">[?] nobody knows, [U] reported by users, possibly both ways.</param>
/// <param name="Section">Where the working reference speaks of it.</param>
/// <param name="Question">What is not known, in words.</param>
/// <param name="Values">Every answer that it can be set to.</param>
/// <param name="Default">The answer that holds unless another is set.</param>
public sealed record ExactOnlineSwitch(
    string Name,
    string Mark,
    string Section,
    string Question,
    IReadOnlyList<string> Values,
    string Default
);

/// <summary>The switches of the Exact sandbox by name, to be listed, read and set.</summary>
public static class ExactOnlineSwitchCatalogue
{
    private static readonly PropertyInfo[] Properties =
    [
        .. typeof(ExactOnlineSwitches)
            .GetProperties()
            .Where(property => property.GetCustomAttribute<UnsettledAttribute>() is not null)
            .OrderBy(property => property.MetadataToken),
    ];

    /// <summary>Every switch, in the order in which the record declares them.</summary>
    public static IReadOnlyList<ExactOnlineSwitch> All { get; } = [.. Properties.Select(Describe)];

    /// <summary>The present answer of a switch.</summary>
    /// <exception cref="ArgumentException">There is no switch of this name.</exception>
    public static string Get(ExactOnlineSwitches switches, string name) => Written(Find(name).GetValue(switches)!);

    /// <summary>A copy of the switches with one of them set; names and values without regard to case.</summary>
    /// <exception cref="ArgumentException">There is no switch of this name, or it has no such value.</exception>
    public static ExactOnlineSwitches Set(ExactOnlineSwitches switches, string name, string value)
    {
        var property = Find(name);
        var answer =
            Answers(property.PropertyType)
                .FirstOrDefault(answer => Written(answer).Equals(value.Trim(), StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException(
                $"The switch {Camel(property.Name)} has no value '{value}', only {string.Join(", ", Answers(property.PropertyType).Select(Written))}.",
                nameof(value)
            );
        var copy = switches with { };
        property.SetValue(copy, answer);
        return copy;
    }

    private static ExactOnlineSwitch Describe(PropertyInfo property)
    {
        var unsettled = property.GetCustomAttribute<UnsettledAttribute>()!;
        return new(
            Camel(property.Name),
            unsettled.Mark,
            unsettled.Section,
            unsettled.Question,
            [.. Answers(property.PropertyType).Select(Written)],
            Written(property.GetValue(new ExactOnlineSwitches())!)
        );
    }

    private static PropertyInfo Find(string name) =>
        Array.Find(Properties, property => property.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException($"There is no switch '{name}'.", nameof(name));

    private static IEnumerable<object> Answers(Type type) =>
        type == typeof(bool) ? [true, false] : Enum.GetValues(type).Cast<object>();

    private static string Written(object answer) => Camel(answer.ToString()!);

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
