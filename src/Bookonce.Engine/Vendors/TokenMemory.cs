using Bookonce.Engine.Store;

namespace Bookonce.Engine.Vendors;

/// <summary>Where one chain keeps its tokens. Processes that share the database take turns to refresh them.</summary>
sealed class TokenMemory(IStore store, Guid access, TimeProvider clock)
{
    RefreshTurn? turn;

    public async Task<(AccessTokens Tokens, bool HasEnded)?> Load(CancellationToken stop) =>
        await store.FindAccess(access, stop) is { Tokens: { } tokens } found ? (tokens, found.HasEnded) : null;

    /// <summary>Without a turn the pair comes from a consent, which outdoes everything before it.</summary>
    public Task Save(AccessTokens tokens, CancellationToken stop) =>
        turn is { } mine
            ? store.EndRefresh(access, mine, tokens, hasEnded: false, stop)
            : store.SaveTokens(access, tokens, stop);

    public async Task<bool> Take(DateTimeOffset until, CancellationToken stop)
    {
        if (await store.BeginRefresh(access, clock.GetUtcNow(), until, stop) is not { } taken)
            return false;

        turn = taken;
        return true;
    }

    public Task End(bool hasEnded) => store.EndRefresh(access, turn!.Value, tokens: null, hasEnded);
}
