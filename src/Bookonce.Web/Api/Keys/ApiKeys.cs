using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Bookonce.Domain.Problems;
using Bookonce.Engine;
using Bookonce.Engine.Store;

namespace Bookonce.Web.Api.Keys;

/// <summary>A key that was just made.</summary>
/// <param name="Key">What is kept of it.</param>
/// <param name="Word">The key itself, which nobody can show again.</param>
public sealed record NewApiKey(ApiKey Key, string Word)
{
    /// <summary>The name alone: the word must not end up in a log.</summary>
    public override string ToString() => Key.Name;
}

/// <summary>Makes, lists, revokes and recognises the keys of the HTTP API. Only hashes of them are kept.</summary>
public sealed class ApiKeys(IStore store, TimeProvider clock)
{
    const int LongestName = 60;
    const int WordBytes = 32;

    /// <summary>All of them by name, revoked ones too.</summary>
    public Task<IReadOnlyList<ApiKey>> All(CancellationToken stop = default) => store.ApiKeys(stop);

    /// <summary>Makes a key.</summary>
    /// <exception cref="CannotBeDoneException">The name is no name, or was given before.</exception>
    public async Task<NewApiKey> Create(string name, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        var trimmed = name.Trim();
        if (trimmed.Length is 0 or > LongestName || trimmed.Any(char.IsControl))
            throw new CannotBeDoneException(
                new Problem(
                    "keyNameUnusable",
                    "That is no name for a key.",
                    $"Say what uses it, in at most {LongestName} characters."
                )
            );
        var word = $"bookonce_{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(WordBytes))}";
        var key = new ApiKey(trimmed, clock.GetUtcNow(), null, null);
        try
        {
            await store.AddApiKey(key, Hash(word), stop);
        }
        catch (DuplicateException)
        {
            throw new CannotBeDoneException(
                new Problem(
                    "keyNameTaken",
                    $"There is or was a key '{trimmed}'.",
                    "Choose another name: the log tells by it who asked for what."
                )
            );
        }
        return new NewApiKey(key, word);
    }

    /// <summary>Ends a key at once.</summary>
    /// <exception cref="CannotBeDoneException">There is none of that name, or it was revoked before.</exception>
    public async Task Revoke(string name, CancellationToken stop = default)
    {
        if (!await store.RevokeApiKey(name, clock.GetUtcNow(), stop))
            throw new CannotBeDoneException(
                new Problem("keyUnknown", $"There is no key '{name}' to revoke.", "See 'bookonce key list'.")
            );
    }

    /// <summary>The key that this word is, its use noted; null when there is none, or it was revoked.</summary>
    public async Task<ApiKey?> Find(string word, CancellationToken stop = default)
    {
        // Looked up by its hash: how long that takes tells nothing of the word.
        if (await store.FindApiKey(Hash(word), stop) is not { RevokedAt: null } key)
            return null;
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (key.LastUsedOn != today)
            await store.NoteApiKeyUse(key.Name, today, stop);
        return key;
    }

    static string Hash(string word) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(word)));
}
