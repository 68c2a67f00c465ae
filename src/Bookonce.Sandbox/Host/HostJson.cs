using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Bookonce.Sandbox.Faults;

namespace Bookonce.Sandbox.Host;

/// <summary>Why something asked of the sandbox itself was not done.</summary>
internal sealed record Problem(string Error);

/// <param name="Now">By the clock of both services, in UTC.</param>
/// <param name="Virtual">Whether it stands still until it is advanced.</param>
internal sealed record ClockReading(DateTimeOffset Now, bool Virtual);

/// <param name="Advance">A span such as <c>00:10:00</c> or <c>1.00:00:00</c>.</param>
internal sealed record ClockMove(TimeSpan Advance);

/// <summary>Every switch of both services.</summary>
internal sealed record SwitchList(IReadOnlyList<SandboxSwitch> Switches);

/// <summary>What the connector that does not look did in one run.</summary>
internal sealed record ConnectorReport(IReadOnlyList<ConnectorLine> Documents);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectRequiredConstructorParameters = true,
    WriteIndented = true,
    Converters = [typeof(WordConverter<SandboxService>)]
)]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(ClockReading))]
[JsonSerializable(typeof(ClockMove))]
[JsonSerializable(typeof(SwitchList))]
[JsonSerializable(typeof(ConnectorReport))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class HostJson : JsonSerializerContext;
