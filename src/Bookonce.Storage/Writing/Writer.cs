using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Bookonce.Storage;

/// <summary>
/// The one connection that writes, opened once and kept, because opening, setting up and preparing cost more than a small
/// write itself. Used by one write at a time.
/// </summary>
internal sealed class Writer : IDisposable
{
    readonly BookonceContext context;
    readonly DbConnection connection;

    Writer(BookonceContext context)
    {
        this.context = context;
        connection = context.Database.GetDbConnection();
        // Nothing is tracked, so that the context stays the same however many writes it serves.
        context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        context.Statements = Statements = new Statements(connection, context.Model);
    }

    public Statements Statements { get; }

    /// <summary>The tables, within the transaction that is going on.</summary>
    public BookonceContext Context
    {
        get
        {
            if (context.Database.CurrentTransaction is null)
                context.Database.UseTransaction(Statements.Transaction);
            return context;
        }
    }

    public static async Task<Writer> Open(BookonceContext context, CancellationToken stop)
    {
        await context.Database.OpenConnectionAsync(stop);
        return new Writer(context);
    }

    /// <summary>Does everything or nothing; when it returns, it is on disk.</summary>
    public async Task InTransaction(Func<Writer, Task> work)
    {
        // Takes the writer's lock at once, so that what is read here is still so when it is committed.
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.Serializable);
        Statements.Transaction = transaction;
        try
        {
            await work(this);
            await transaction.CommitAsync();
        }
        finally
        {
            Statements.Transaction = null;
            if (context.Database.CurrentTransaction is not null)
                await context.Database.UseTransactionAsync(null);
        }
    }

    public void Dispose()
    {
        Statements.Dispose();
        context.Dispose();
    }
}
