using System.Text.Json;
using System.Text.Json.Nodes;
using Bookonce.Sandbox.ExactOnline;
using Bookonce.Sandbox.Faults;
using Bookonce.Sandbox.Teamleader;

namespace Bookonce.Sandbox.Host;

/// <summary>A question that the services' documentation leaves open, with its plausible answers.</summary>
/// <param name="Service">Whose behaviour it is.</param>
/// <param name="Name">In camel case, as it is set by.</param>
/// <param name="Mark">How open it is, such as <c>[?]</c>, <c>[U]</c>, <c>ND</c> or <c>disputed</c>.</param>
/// <param name="Question">What it decides, in words.</param>
/// <param name="Values">The answers, in camel case.</param>
/// <param name="Default">The answer that holds if none is chosen.</param>
/// <param name="Value">The answer that holds now.</param>
public sealed record SandboxSwitch(
    SandboxService Service,
    string Name,
    string Mark,
    string Question,
    IReadOnlyList<string> Values,
    string Default,
    string Value
);

/// <summary>The switches of both services together. A record of settings; changing makes a new one.</summary>
public sealed record SandboxSwitches(ExactOnlineSwitches Exact, TeamleaderSwitches Teamleader)
{
    /// <summary>Every switch of both services, as it is set here.</summary>
    public IReadOnlyList<SandboxSwitch> List() =>
        [
            .. ExactOnlineSwitchCatalogue.All.Select(each => new SandboxSwitch(
                SandboxService.ExactOnline,
                each.Name,
                each.Mark,
                each.Question,
                each.Values,
                each.Default,
                ExactOnlineSwitchCatalogue.Get(Exact, each.Name)
            )),
            .. TeamleaderSwitchCatalogue.All.Select(each => new SandboxSwitch(
                SandboxService.Teamleader,
                each.Name,
                each.Mark,
                each.Question,
                each.Values,
                each.Default,
                TeamleaderSwitchCatalogue.Get(Teamleader, each.Name)
            )),
        ];

    /// <summary>These with what the JSON names set, the others as they are: <c>{"exactOnline":{"entryId":"ignored"},"teamleader":{…}}</c>.</summary>
    /// <exception cref="FormatException">It is no such object, or names a switch or an answer that is not there.</exception>
    public SandboxSwitches With(string json)
    {
        var switches = this;
        foreach (var (service, named) in Parse(json))
        foreach (var (name, answer) in Answers(service, named))
            switches = switches.With(service, name, answer);
        return switches;
    }

    SandboxSwitches With(string service, string name, string answer)
    {
        try
        {
            return service switch
            {
                "exactOnline" => this with { Exact = ExactOnlineSwitchCatalogue.Set(Exact, name, answer) },
                "teamleader" => this with { Teamleader = TeamleaderSwitchCatalogue.Set(Teamleader, name, answer) },
                _ => throw new FormatException($"“{service}” is neither exactOnline nor teamleader."),
            };
        }
        catch (ArgumentException wrong)
        {
            throw new FormatException(wrong.Message.Split(" (Parameter")[0], wrong);
        }
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

    static IEnumerable<(string Name, string Answer)> Answers(string service, JsonNode? named) =>
        named is JsonObject answers
            ? answers.Select(pair => (pair.Key, pair.Value?.ToString() ?? "null"))
            : throw new FormatException($"“{service}” must be an object of switches.");
}
