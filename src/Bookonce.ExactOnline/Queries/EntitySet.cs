using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Bookonce.ExactOnline;

/// <summary>
/// A set of entities that can also be written. A write is sent once and never repeated here; <see cref="ExactOnlineException.Outcome"/>
/// tells a refusal from an unknown end. Cancelling ends the waiting before a write, not the write itself.
/// </summary>
/// <typeparam name="T">The wire record.</typeparam>
public sealed class EntitySet<T> : EntityReader<T>
    where T : class
{
    internal EntitySet(Transport transport, int division, string path, JsonTypeInfo<T> shape, string key = "ID")
        : base(transport, division, path, shape, key) { }

    /// <summary>Creates an entity from exact bytes (see <see cref="ExactJson"/>) and gives what Exact stored.</summary>
    /// <exception cref="ExactOnlineException">Refused, or unknown: then look before sending again.</exception>
    public async Task<T> Create(ReadOnlyMemory<byte> content, CancellationToken cancellation = default)
    {
        var answer = await Transport.Send(Write(HttpMethod.Post, Path, content), cancellation);
        return Envelope.Of(answer) is { Rows: [var created] }
            ? Parse(created)
            : throw Failure.Unreadable(status: 201, requestId: null);
    }

    /// <summary>Changes only the members given. Lines are changed through their own set.</summary>
    /// <exception cref="ExactOnlineException">Refused, or unknown.</exception>
    public Task Update(Guid key, JsonObject changes, CancellationToken cancellation = default) =>
        Transport.Send(Write(HttpMethod.Put, WithKey(key), ExactJson.Bytes(changes)), cancellation);

    /// <summary>Deletes the entity. Deleting one that is gone is refused with status 403, so look first.</summary>
    /// <exception cref="ExactOnlineException">Refused, or unknown.</exception>
    public Task Delete(Guid key, CancellationToken cancellation = default) =>
        Transport.Send(Write(HttpMethod.Delete, WithKey(key), default), cancellation);

    private Call Write(HttpMethod verb, string path, ReadOnlyMemory<byte> content) =>
        new(verb, Transport.Settings.Address($"api/v1/{Division}/{path}"), Path, Division, content);

    private string WithKey(Guid key) => $"{Path}(guid'{key:D}')";
}
