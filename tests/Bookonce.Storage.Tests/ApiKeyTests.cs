using Bookonce.Engine.Store;

namespace Bookonce.Storage.Tests;

public sealed class ApiKeyTests
{
    static readonly ApiKey Script = new("month-end script", Memory.Now, null, null);

    [Fact]
    public async Task A_key_is_found_by_its_hash_and_stays_when_it_is_revoked()
    {
        using var memory = await Memory.Open();
        var store = memory.Store;
        await store.AddApiKey(Script, "hash");
        await store.NoteApiKeyUse(Script.Name, new DateOnly(2026, 7, 1));

        Assert.True(await store.RevokeApiKey(Script.Name, Memory.Now.AddDays(2)));

        var kept = Script with { LastUsedOn = new DateOnly(2026, 7, 1), RevokedAt = Memory.Now.AddDays(2) };
        Assert.Equal(kept, await store.FindApiKey("hash"));
        Assert.Null(await store.FindApiKey("another"));
        Assert.Equal([kept], await store.ApiKeys());
        Assert.False(await store.RevokeApiKey(Script.Name, Memory.Now.AddDays(3)));
        Assert.False(await store.RevokeApiKey("another", Memory.Now));
    }

    [Fact]
    public async Task A_name_and_a_hash_are_given_once()
    {
        using var memory = await Memory.Open();
        await memory.Store.AddApiKey(Script, "hash");

        await Assert.ThrowsAsync<DuplicateException>(() => memory.Store.AddApiKey(Script, "another"));
        await Assert.ThrowsAsync<DuplicateException>(() =>
            memory.Store.AddApiKey(Script with { Name = "another" }, "hash")
        );
    }

    [Fact]
    public async Task What_a_program_asks_for_stands_in_the_log_with_its_key()
    {
        using var memory = await Memory.Open();

        await memory.Store.NoteRequest(
            memory.Administration.Id,
            new ApiRequest(Script.Name, "applyPlan", memory.Connection.Id, "seal")
        );

        var line = (await memory.Database.Log.Lines(memory.Administration.Id))[^1];
        Assert.Equal(("AskedByKey", memory.Connection.Id), (line.Kind, line.Subject));
        Assert.Equal("""{"key":"month-end script","seal":"seal","what":"applyPlan"}""", line.Data);
        Assert.True((await memory.Database.Log.Verify(memory.Administration.Id)).Holds);
    }
}
