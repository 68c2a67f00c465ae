using Bookonce.Engine.Store;

namespace Bookonce.Storage.Tests;

public sealed class TokenTests
{
    static readonly TimeSpan Turn = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Only_one_has_the_turn_to_refresh()
    {
        using var memory = await Memory.Open();

        Assert.NotNull(await Begin(memory));
        Assert.Null(await Begin(memory));
    }

    [Fact]
    public async Task A_turn_whose_holder_died_ends_by_the_clock()
    {
        using var memory = await Memory.Open();
        await Begin(memory);

        memory.Time.Advance(Turn);

        Assert.NotNull(await Begin(memory));
    }

    [Fact]
    public async Task A_turn_that_ended_leaves_the_next_free_and_its_pair_behind()
    {
        using var memory = await Memory.Open();
        var turn = await Begin(memory);

        await memory.Store.EndRefresh(memory.Exact.Id, turn!.Value, Pair("b"), hasEnded: false);

        Assert.NotNull(await Begin(memory));
        Assert.Equal("b", (await Access(memory)).Tokens!.AccessToken);
    }

    [Fact]
    public async Task A_pair_of_an_earlier_turn_does_not_replace_that_of_a_later_one()
    {
        using var memory = await Memory.Open();
        var early = await Begin(memory);
        memory.Time.Advance(Turn);
        var late = await Begin(memory);
        await memory.Store.EndRefresh(memory.Exact.Id, late!.Value, Pair("late"), hasEnded: false);

        await memory.Store.EndRefresh(memory.Exact.Id, early!.Value, Pair("early"), hasEnded: false);

        Assert.Equal("late", (await Access(memory)).Tokens!.AccessToken);
    }

    [Fact]
    public async Task A_chain_that_ended_stays_so_until_the_next_consent()
    {
        using var memory = await Memory.Open();
        await memory.Store.SaveTokens(memory.Exact.Id, Pair("a"));
        var turn = await Begin(memory);
        await memory.Store.EndRefresh(memory.Exact.Id, turn!.Value, tokens: null, hasEnded: true);
        Assert.True((await Access(memory)).HasEnded);

        await memory.Store.SaveTokens(memory.Exact.Id, Pair("b"));

        Assert.False((await Access(memory)).HasEnded);
    }

    [Fact]
    public async Task A_chain_is_not_given_up_when_the_holder_of_an_earlier_turn_saved_its_pair_meanwhile()
    {
        using var memory = await Memory.Open();
        var early = await Begin(memory);
        memory.Time.Advance(Turn);
        var late = await Begin(memory);
        await memory.Store.EndRefresh(memory.Exact.Id, early!.Value, Pair("living"), hasEnded: false);

        await memory.Store.EndRefresh(memory.Exact.Id, late!.Value, tokens: null, hasEnded: true);

        var access = await Access(memory);
        Assert.Equal(("living", false), (access.Tokens!.AccessToken, access.HasEnded));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_consent_outlives_a_refresh_of_the_chain_before_it(bool asAccess)
    {
        using var memory = await Memory.Open();
        var turn = await Begin(memory);
        if (asAccess)
            await memory.Store.SaveAccess(memory.Exact with { Tokens = Pair("consent") });
        else
            await memory.Store.SaveTokens(memory.Exact.Id, Pair("consent"));

        await memory.Store.EndRefresh(memory.Exact.Id, turn!.Value, Pair("old chain"), hasEnded: false);

        Assert.Equal("consent", (await Access(memory)).Tokens!.AccessToken);
        Assert.NotNull(await Begin(memory));
    }

    static Task<RefreshTurn?> Begin(Memory memory)
    {
        var now = memory.Time.GetUtcNow();
        return memory.Store.BeginRefresh(memory.Exact.Id, now, now + Turn);
    }

    static async Task<Access> Access(Memory memory) => (await memory.Store.FindAccess(memory.Exact.Id))!;

    static AccessTokens Pair(string name) => new(name, $"{name} refresh", Memory.Now, TimeSpan.FromMinutes(10));
}
