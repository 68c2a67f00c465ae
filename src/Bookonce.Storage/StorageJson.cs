using System.Text.Json;
using System.Text.Json.Serialization;
using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Problems;
using Bookonce.Engine.Store;

namespace Bookonce.Storage;

/// <summary>What is kept as JSON. Decimals keep every digit; what is computed from the rest is not written.</summary>
[JsonSourceGenerationOptions(IgnoreReadOnlyProperties = true, UseStringEnumConverter = true)]
[JsonSerializable(typeof(SalesDocument))]
[JsonSerializable(typeof(IReadOnlyList<SalesDocument>))]
[JsonSerializable(typeof(ConnectionSettings))]
[JsonSerializable(typeof(Masters))]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(DocumentFacts))]
[JsonSerializable(typeof(EntryFacts))]
[JsonSerializable(typeof(RunCounts))]
[JsonSerializable(typeof(AccessTokens))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class StorageJson : JsonSerializerContext
{
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, typeof(T), Default);

    public static T Read<T>(string json) =>
        (T?)JsonSerializer.Deserialize(json, typeof(T), Default)
        ?? throw new JsonException($"A stored {typeof(T).Name} is null.");
}
