using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Bookonce.Web.SignIn;

/// <summary>
/// One-time sign-in addresses. The word in them is unguessable, only its hash is kept, and only in memory: a restart ends
/// every open link.
/// </summary>
public sealed class SignInLinks(WebOptions options, TimeProvider clock)
{
    static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);
    const int WordBytes = 32;

    readonly ConcurrentDictionary<string, DateTimeOffset> open = new(StringComparer.Ordinal);

    /// <summary>Makes an address that signs in whoever opens it first within 24 hours.</summary>
    public string Create()
    {
        var word = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(WordBytes));
        open[Hash(word)] = clock.GetUtcNow() + Lifetime;
        return options.Address($"sign-in/{word}").AbsoluteUri;
    }

    /// <summary>Uses a word up. False when it is wrong, used or too old.</summary>
    public bool TryUse(string word) => open.TryRemove(Hash(word), out var until) && clock.GetUtcNow() <= until;

    static string Hash(string word) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(word)));
}
