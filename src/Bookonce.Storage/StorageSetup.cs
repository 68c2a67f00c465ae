using Bookonce.Engine.Store;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Bookonce.Storage;

/// <summary>How a host gets its durable memory.</summary>
public static class StorageSetup
{
    /// <summary>
    /// Registers <see cref="Database"/>, <see cref="IStore"/> and <see cref="IReadSide"/> on a file. Needs an
    /// <see cref="IDataProtectionProvider"/> and a <see cref="TimeProvider"/>; call <see cref="OpenAsync(IServiceProvider, CancellationToken)"/> before use.
    /// </summary>
    public static IServiceCollection AddBookonceStorage(this IServiceCollection services, string databaseFile) =>
        services
            .AddSingleton(provider => new Database(
                databaseFile,
                provider.GetRequiredService<IDataProtectionProvider>(),
                provider.GetRequiredService<TimeProvider>()
            ))
            .AddSingleton(provider => provider.GetRequiredService<Database>().Store)
            .AddSingleton(provider => provider.GetRequiredService<Database>().ReadSide);

    /// <summary>Opens the registered database: takes its hold and brings its tables up to date.</summary>
    /// <exception cref="DatabaseHeldException">Another process has it.</exception>
    public static Task OpenAsync(this IServiceProvider services, CancellationToken stop = default) =>
        services.GetRequiredService<Database>().Open(stop);

    /// <summary>Opens a database without a container, as commands and tests do. Dispose it to let others in.</summary>
    /// <exception cref="DatabaseHeldException">Another process has it.</exception>
    public static async Task<Database> OpenAsync(
        string databaseFile,
        IDataProtectionProvider protection,
        TimeProvider time,
        CancellationToken stop = default
    )
    {
        var database = new Database(databaseFile, protection, time);
        try
        {
            await database.Open(stop);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }
}
