using Bookonce.Engine.Store;

namespace Bookonce.Storage.Store;

/// <summary>The durable memory in a relational database.</summary>
internal sealed partial class SqlStore(Transactions transactions, Secrets secrets) : IStore
{
    /// <summary>Few enough ids for one query.</summary>
    const int Chunk = 500;

    /// <summary>An update that must find its row: otherwise the caller believes something that is not so.</summary>
    static void MustFind(int rows, string what, Guid id)
    {
        if (rows == 0)
            throw Missing(what, id);
    }

    static InvalidOperationException Missing(string what, Guid id) => new($"There is no {what} {id}.");
}
