using Bookonce.Engine.Store;

namespace Bookonce.Web.Api.Json;

/// <summary>API keys, as <c>key-create</c> and <c>key-list.schema.json</c> say them.</summary>
public static class KeysJson
{
    /// <summary>All keys, without the words that they are.</summary>
    public static object Of(IEnumerable<ApiKey> keys) => new { Keys = keys.Select(Of) };

    /// <summary>A key that was just made; nothing shows its word again.</summary>
    public static object Of(ApiKey key, string word)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new
        {
            key.Name,
            Key = word,
            key.CreatedAt,
        };
    }

    static object Of(ApiKey key) =>
        new
        {
            key.Name,
            key.CreatedAt,
            key.LastUsedOn,
            key.RevokedAt,
        };
}
