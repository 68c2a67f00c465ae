using System.Text.Json.Serialization;

namespace Bookonce.Sandbox.Faults;

/// <summary>The plan at work, what it did, and the plan that does the same again.</summary>
public sealed record FaultReport(FaultPlan Plan, IReadOnlyList<InjectedFault> Injected, FaultPlan Replay)
{
    /// <summary>As the session stands.</summary>
    public static FaultReport Of(FaultSession session) => new(session.Plan, session.Injected, session.Replay());
}

/// <summary>Enumerations as words in camel case, numbers refused; what is unknown is refused too, since a misspelt rule would inject nothing.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    WriteIndented = true,
    Converters = [
        typeof(WordConverter<FaultKind>),
        typeof(WordConverter<SandboxService>),
        typeof(WordConverter<EntryPick>),
    ]
)]
[JsonSerializable(typeof(FaultReport))]
[JsonSerializable(typeof(FaultPlan))]
internal sealed partial class FaultJson : JsonSerializerContext;

/// <summary>A word of an enumeration in camel case.</summary>
internal sealed class WordConverter<T>()
    : JsonStringEnumConverter<T>(System.Text.Json.JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
