using System.Text.Json;
using System.Text.Json.Serialization;
using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Problems;
using Bookonce.Domain.Repair;
using Bookonce.Engine.Store;

namespace Bookonce.Storage;

/// <summary>What is kept as JSON. Decimals keep every digit; what is computed from the rest is not written.</summary>
[JsonSourceGenerationOptions(
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    Converters = [typeof(ClosedFamily<RepairStep>), typeof(ClosedFamily<PersonCheck>)]
)]
[JsonSerializable(typeof(SalesDocument))]
[JsonSerializable(typeof(IReadOnlyList<SalesDocument>))]
[JsonSerializable(typeof(ConnectionSettings))]
[JsonSerializable(typeof(Masters))]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(Deactivation))]
[JsonSerializable(typeof(DocumentFacts))]
[JsonSerializable(typeof(EntryFacts))]
[JsonSerializable(typeof(RunCounts))]
[JsonSerializable(typeof(RepairPlan))]
[JsonSerializable(typeof(StepRecord))]
[JsonSerializable(typeof(RepairStep.RemoveEntry))]
[JsonSerializable(typeof(RepairStep.Release))]
[JsonSerializable(typeof(RepairStep.LinkTo))]
[JsonSerializable(typeof(RepairStep.ContinueAt))]
[JsonSerializable(typeof(RepairStep.CorrectEntry))]
[JsonSerializable(typeof(RepairStep.RestoreContent))]
[JsonSerializable(typeof(RepairStep.ReverseEntry))]
[JsonSerializable(typeof(RepairStep.PutBack))]
[JsonSerializable(typeof(RepairStep.RestoreLink))]
[JsonSerializable(typeof(RepairStep.BookAgain))]
[JsonSerializable(typeof(RepairStep.Accept))]
[JsonSerializable(typeof(RepairStep.Person))]
[JsonSerializable(typeof(PersonCheck.EntriesGone))]
[JsonSerializable(typeof(PersonCheck.EntryOpen))]
[JsonSerializable(typeof(PersonCheck.EntryAgrees))]
[JsonSerializable(typeof(PersonCheck.NextNumber))]
[JsonSerializable(typeof(PersonCheck.DocumentGone))]
[JsonSerializable(typeof(PersonCheck.ShownNumber))]
[JsonSerializable(typeof(PersonCheck.Said))]
[JsonSerializable(typeof(AccessTokens))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class StorageJson : JsonSerializerContext
{
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, typeof(T), Default);

    public static T Read<T>(string json) =>
        (T?)JsonSerializer.Deserialize(json, typeof(T), Default)
        ?? throw new JsonException($"A stored {typeof(T).Name} is null.");
}
