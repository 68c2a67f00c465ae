using System.Text;
using Bookonce.Engine.Store;
using Microsoft.AspNetCore.DataProtection;

namespace Bookonce.Storage.Tests;

public sealed class SecretsTests
{
    [Fact]
    public async Task No_secret_is_readable_in_the_file()
    {
        using var memory = await Memory.Open();
        var raw = new StringBuilder();
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(memory.File)!, "*.db*"))
            if (!file.EndsWith(".lock", StringComparison.Ordinal))
                raw.Append(Encoding.Latin1.GetString(await ReadShared(file)));

        Assert.Contains("start.exactonline.be", raw.ToString(), StringComparison.Ordinal);
        foreach (var secret in new[] { "open sesame", "access-in-clear", "refresh-in-clear" })
            Assert.DoesNotContain(secret, raw.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secrets_come_back_as_they_were_saved()
    {
        using var memory = await Memory.Open();
        Assert.Equal(memory.Exact, await memory.Store.FindAccess(memory.Exact.Id));

        var next = new AccessTokens("a2", "r2", Memory.Now.AddMinutes(9), TimeSpan.FromSeconds(600));
        await memory.Store.SaveTokens(memory.Exact.Id, next);
        Assert.Equal(memory.Exact with { Tokens = next }, await memory.Store.FindAccess(memory.Exact.Id));

        await memory.Store.SaveTokens(memory.Exact.Id, null);
        Assert.Null((await memory.Store.FindAccess(memory.Exact.Id))!.Tokens);
        Assert.Equal(2, (await memory.Store.Accesses()).Count);
    }

    [Fact]
    public async Task Without_its_keys_a_secret_reads_as_absent()
    {
        using var memory = await Memory.Open();
        memory.Database.Dispose();
        using var reopened = await StorageSetup.OpenAsync(
            memory.File,
            new EphemeralDataProtectionProvider(),
            memory.Time
        );

        var access = await reopened.Store.FindAccess(memory.Exact.Id);
        Assert.Equal(memory.Exact with { ClientSecret = "", Tokens = null }, access);
    }

    [Fact]
    public async Task Saving_tokens_of_an_unknown_access_is_an_error()
    {
        using var memory = await Memory.Open();

        await Assert.ThrowsAsync<InvalidOperationException>(() => memory.Store.SaveTokens(Memory.Id(99), null));
    }

    static async Task<byte[]> ReadShared(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        await stream.ReadExactlyAsync(bytes);
        return bytes;
    }
}
