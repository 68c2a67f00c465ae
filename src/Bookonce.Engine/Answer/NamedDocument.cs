using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Problems;
using Bookonce.Engine.Store;

namespace Bookonce.Engine.Answer;

/// <summary>Finds a document by what a person or a program calls it.</summary>
public static class NamedDocument
{
    /// <summary>The document of that number or id.</summary>
    /// <exception cref="CannotBeDoneException">There is none, or there are several.</exception>
    public static async Task<Guid> Find(
        IStore store,
        Connection connection,
        string numberOrId,
        CancellationToken stop = default
    )
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(connection);
        var wanted = DocumentNumber.Normal(numberOrId);
        var found = (await store.LoadDocuments(connection.Id, stop))
            .Select(stored => stored.Content)
            .Where(document =>
                Guid.TryParse(numberOrId, out var id)
                    ? document.Id == id
                    : DocumentNumber.Normal(document.Number) == wanted
            )
            .ToArray();
        return found switch
        {
            [var only] => only.Id,
            [] => throw Unknown(
                $"There is no document {numberOrId}.",
                "Type its number as Teamleader shows it, or its id."
            ),
            _ => throw Unknown(
                $"{found.Length} documents have the number {numberOrId}.",
                $"Say which by its id: {string.Join(", ", found.Select(document => document.Id))}."
            ),
        };
    }

    static CannotBeDoneException Unknown(string what, string remedy) =>
        new(new Problem("unknownDocument", what, remedy));
}
