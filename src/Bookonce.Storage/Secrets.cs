using System.Security.Cryptography;
using Bookonce.Engine.Store;
using Microsoft.AspNetCore.DataProtection;

namespace Bookonce.Storage;

/// <summary>
/// Encrypts what must not be readable in the file. Without its keys a secret reads as absent, so that a restored
/// database asks for a new consent instead of failing.
/// </summary>
internal sealed class Secrets(IDataProtectionProvider protection)
{
    readonly IDataProtector protector = protection.CreateProtector("Bookonce.Accesses");

    public string Hide(string secret) => protector.Protect(secret);

    public string? HideTokens(AccessTokens? tokens) => tokens is null ? null : Hide(StorageJson.Write(tokens));

    public string Reveal(string hidden) => TryReveal(hidden) ?? "";

    public AccessTokens? RevealTokens(string? hidden) =>
        hidden is not null && TryReveal(hidden) is { } json ? StorageJson.Read<AccessTokens>(json) : null;

    string? TryReveal(string hidden)
    {
        try
        {
            return protector.Unprotect(hidden);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
