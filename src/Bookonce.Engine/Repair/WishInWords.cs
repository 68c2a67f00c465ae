using Bookonce.Domain.Connections;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Problems;
using Bookonce.Engine.Answer;
using Bookonce.Engine.Store;

namespace Bookonce.Engine.Repair;

/// <summary>A <see cref="RepairWish"/> as people and programs write it: documents and entries by their names.</summary>
public sealed record WishInWords
{
    /// <inheritdoc cref="RepairWish.Cases"/>
    public IReadOnlyList<string> Cases { get; init; } = [];

    /// <summary>Which entry of a case stays, like <c>70/2026/14</c>; of two documents with one number, which document it is.</summary>
    public IReadOnlyList<(string Case, string Stays)> Keep { get; init; } = [];

    /// <summary>Documents, by number or id, that are about to be deleted in Teamleader.</summary>
    public IReadOnlyList<string> Withdraw { get; init; } = [];

    /// <summary>Booking numbers that another integration shows, by document.</summary>
    public IReadOnlyList<(string Document, int Number)> Shown { get; init; } = [];

    /// <inheritdoc cref="RepairWish.IsNotFiled"/>
    public bool IsNotFiled { get; init; }

    /// <summary>Finds what is named.</summary>
    /// <exception cref="CannotBeDoneException">A document or an entry is not there.</exception>
    public async Task<RepairWish> Read(IStore store, Connection connection, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(connection);
        var entries = Keep is [] ? [] : (await store.LoadBooks(connection.Administration.Id, stop)).Entries;
        var survivors = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var (key, stays) in Keep)
            survivors[key] = key.StartsWith("number-", StringComparison.Ordinal)
                ? await NamedDocument.Find(store, connection, stays, stop)
                : Line(entries, stays);
        var withdrawn = new HashSet<Guid>();
        foreach (var document in Withdraw)
            withdrawn.Add(await NamedDocument.Find(store, connection, document, stop));
        var held = new Dictionary<Guid, int>();
        foreach (var (document, number) in Shown)
            held[await NamedDocument.Find(store, connection, document, stop)] = number;
        return new RepairWish
        {
            Cases = Cases,
            Survivors = survivors,
            Withdrawn = withdrawn,
            HeldNumbers = held,
            IsNotFiled = IsNotFiled,
        };
    }

    static Guid Line(IReadOnlyList<Entry> entries, string name)
    {
        var found = entries
            .Where(entry => $"{entry.Series.Journal}/{entry.Series.Year}/{entry.Number}" == name)
            .ToArray();
        return found is [var only]
            ? only.LineId
            : throw new CannotBeDoneException(
                new Problem(
                    "entryUnknown",
                    $"There is no entry {name}.",
                    "Name it as journal/year/number, like 70/2026/14."
                )
            );
    }
}
