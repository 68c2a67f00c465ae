using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bookonce.Sandbox.ExactOnline;
using Bookonce.Sandbox.Faults;
using Bookonce.Sandbox.Teamleader;

namespace Bookonce.Sandbox.Host;

/// <summary>A question that the services' documentation leaves open, with its plausible answers.</summary>
/// <param name="Service">Whose behaviour it is.</param>
/// <param name="Name">In camel case, as it is set by.</param>
/// <param name="Values">The answers, in camel case.</param>
/// <param name="Default">The answer that holds if none is chosen.</param>
/// <param name="Value">The answer that holds now.</param>
public sealed record SandboxSwitch(
    SandboxService Service,
    string Name,
    IReadOnlyList<string> Values,
    string Default,
    string Value
);

/// <summary>Every switch of both services, to be read and set by name.</summary>
public sealed class SwitchBoard
{
    readonly Func<(ExactOnlineSwitches, TeamleaderSwitches)> _read;
    readonly Action<ExactOnlineSwitches, TeamleaderSwitches> _write;

    internal SwitchBoard(
        Func<(ExactOnlineSwitches, TeamleaderSwitches)> read,
        Action<ExactOnlineSwitches, TeamleaderSwitches> write
    ) => (_read, _write) = (read, write);

    /// <summary>All of them as they are set.</summary>
    public IReadOnlyList<SandboxSwitch> All
    {
        get
        {
            var (exact, teamleader) = _read();
            return List(exact, teamleader);
        }
    }

    /// <summary>All of them as in these two records.</summary>
    public static IReadOnlyList<SandboxSwitch> List(ExactOnlineSwitches exact, TeamleaderSwitches teamleader) =>
        [.. Of(SandboxService.ExactOnline, exact), .. Of(SandboxService.Teamleader, teamleader)];

    /// <summary>Sets what is named and leaves the others: <c>{"exactOnline":{"entryId":"ignored"},"teamleader":{…}}</c>.</summary>
    /// <exception cref="FormatException">It is no such object, or names a switch or an answer that is not there; nothing was set.</exception>
    public void Set(string json)
    {
        var (exact, teamleader) = _read();
        (exact, teamleader) = Read(json, exact, teamleader);
        _write(exact, teamleader);
    }

    /// <summary>The two records with what the JSON names set.</summary>
    /// <exception cref="FormatException">It is no such object, or names a switch or an answer that is not there.</exception>
    public static (ExactOnlineSwitches Exact, TeamleaderSwitches Teamleader) Read(
        string json,
        ExactOnlineSwitches exact,
        TeamleaderSwitches teamleader
    )
    {
        foreach (var (service, answers) in Parse(json))
        {
            if (answers is not JsonObject named)
                throw new FormatException($"“{service}” must be an object of switches.");
            if (service == Word(nameof(SandboxService.ExactOnline)))
                exact = Changed(exact, named);
            else if (service == Word(nameof(SandboxService.Teamleader)))
                teamleader = Changed(teamleader, named);
            else
                throw new FormatException($"“{service}” is neither exactOnline nor teamleader.");
        }
        return (exact, teamleader);
    }

    static JsonObject Parse(string json)
    {
        try
        {
            return JsonNode.Parse(json) as JsonObject
                ?? throw new FormatException("The switches must be a JSON object.");
        }
        catch (JsonException exception)
        {
            throw new FormatException($"The switches are no JSON: {exception.Message}", exception);
        }
    }

    static IEnumerable<SandboxSwitch> Of<T>(SandboxService service, T switches)
        where T : class, new()
    {
        var defaults = new T();
        return Properties<T>()
            .Select(property => new SandboxSwitch(
                service,
                Word(property.Name),
                Answers(property),
                Word($"{property.GetValue(defaults)}"),
                Word($"{property.GetValue(switches)}")
            ));
    }

    static T Changed<T>(T switches, JsonObject answers)
        where T : class, new()
    {
        var changed = new T();
        var properties = Properties<T>();
        foreach (var property in properties)
            property.SetValue(changed, property.GetValue(switches));
        foreach (var (name, answer) in answers)
        {
            var property =
                Array.Find(properties, property => Word(property.Name) == name)
                ?? throw new FormatException($"There is no switch “{name}”.");
            property.SetValue(changed, Parse(property, name, answer));
        }
        return changed;
    }

    static object Parse(PropertyInfo property, string name, JsonNode? answer)
    {
        var word = answer?.GetValueKind() switch
        {
            JsonValueKind.String => answer.GetValue<string>(),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => "",
        };
        var answers = Answers(property);
        if (!answers.Contains(word))
            throw new FormatException(
                $"“{name}” is one of {string.Join(", ", answers)}, not {answer?.ToJsonString() ?? "null"}."
            );
        return property.PropertyType == typeof(bool)
            ? word == "true"
            : Enum.Parse(property.PropertyType, word, ignoreCase: true);
    }

    static string[] Answers(PropertyInfo property) =>
        property.PropertyType == typeof(bool)
            ? ["true", "false"]
            : [.. Enum.GetNames(property.PropertyType).Select(Word)];

    static PropertyInfo[] Properties<T>() =>
        [
            .. typeof(T)
                .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property =>
                    property.CanWrite && (property.PropertyType.IsEnum || property.PropertyType == typeof(bool))
                ),
        ];

    static string Word(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
