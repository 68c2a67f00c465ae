using Bookonce.Sandbox.Teamleader.Model;

namespace Bookonce.Sandbox.Teamleader.State;

/// <summary>Addresses that work for a while without a token: to fetch something, or to put a file. Guarded by the state's lock.</summary>
internal sealed class TemporaryAddresses(TimeProvider clock, SeededIds ids)
{
    public const string Path = "/temporary";

    readonly Dictionary<string, Temporary> _bySecret = [];

    /// <summary>What an address is for.</summary>
    public abstract record Temporary(DateTimeOffset Expires);

    /// <summary>Something to be fetched.</summary>
    public sealed record Download(DateTimeOffset Expires, string FileName, string MimeType, byte[] Content)
        : Temporary(Expires);

    /// <summary>A file to be put, once.</summary>
    public sealed record Upload(DateTimeOffset Expires, Subject Subject, string Name, string Folder, Guid UserId)
        : Temporary(Expires);

    /// <summary>A new address, below the root of the server.</summary>
    public string Add(Temporary temporary)
    {
        foreach (var (old, _) in _bySecret.Where(each => each.Value.Expires <= clock.GetUtcNow()).ToList())
            _bySecret.Remove(old);
        var secret = ids.NextSecret();
        _bySecret.Add(secret, temporary);
        return $"{Path}/{secret}";
    }

    /// <summary>What an address that has not expired is for.</summary>
    public T? Find<T>(string secret)
        where T : Temporary =>
        _bySecret.GetValueOrDefault(secret) is T found && clock.GetUtcNow() < found.Expires ? found : null;

    public void Remove(string secret) => _bySecret.Remove(secret);
}
