using Bookonce.Engine.Answer;
using Bookonce.Engine.Connect;
using Bookonce.Engine.Deactivate;
using Bookonce.Engine.Duplicates;
using Bookonce.Engine.Import;
using Bookonce.Engine.Numbers;
using Bookonce.Engine.Previews;
using Bookonce.Engine.Proof;
using Bookonce.Engine.Release;
using Bookonce.Engine.Repair;
using Bookonce.Engine.Store;
using Bookonce.Engine.Synchronise;
using Bookonce.Engine.Vendors;
using Bookonce.ExactOnline;
using Bookonce.Storage;
using Bookonce.Web.Api.Keys;
using Microsoft.AspNetCore.DataProtection;

#pragma warning disable RS0030 // Only the host chooses the clock and makes ids.

namespace Bookonce.Hosting;

/// <summary>The one place where the rooms are put together, and where the real clock and real ids come from.</summary>
static class Composition
{
    /// <summary>The machine's own clock.</summary>
    public static TimeProvider Clock => TimeProvider.System;

    /// <summary>How long this process has lived.</summary>
    public static TimeSpan SinceProcessStart =>
        Clock.GetUtcNow() - new DateTimeOffset(System.Diagnostics.Process.GetCurrentProcess().StartTime);

    /// <summary>Everything but the pages.</summary>
    public static IServiceCollection AddBookonce(this IServiceCollection services, string databaseFile)
    {
        services.AddSingleton(Clock);
        services.AddSingleton<NewId>(Guid.NewGuid);
        // Beside the database, not in it: a copied database alone gives no access to anybody's books.
        services
            .AddDataProtection()
            .SetApplicationName("bookonce")
            .PersistKeysToFileSystem(PrivateFolder(databaseFile + ".keys"));
        services.AddBookonceStorage(databaseFile);
        services.AddSingleton(provider => new VendorClients(
            provider.GetRequiredService<IStore>(),
            ExactOnlineClient.CreateHandler(),
            provider.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton<Connecting>();
        services.AddSingleton<Synchroniser>();
        services.AddSingleton<Answering>();
        services.AddSingleton<BulkAnswering>();
        services.AddSingleton<SettingAside>();
        services.AddSingleton<LinkingByHand>();
        services.AddSingleton<Previewing>();
        services.AddSingleton<FindDuplicates>();
        services.AddSingleton<Proving>();
        services.AddSingleton<GoingOnAt>();
        services.AddSingleton<Planning>();
        services.AddSingleton<Repairing>();
        services.AddSingleton<ReadBudget>();
        services.AddSingleton<NumberReports>();
        services.AddSingleton<Releasing>();
        services.AddSingleton<Deactivating>();
        services.AddSingleton<Reconnecting>();
        services.AddSingleton<Importing>();
        services.AddSingleton<ApiKeys>();
        return services;
    }

    static DirectoryInfo PrivateFolder(string path) =>
        OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(path)
            : Directory.CreateDirectory(
                path,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );

    /// <summary>Where the database lives when nobody says otherwise: the user's own data folder, whatever the current one is.</summary>
    public static string DefaultDatabase =>
        Path.Combine(
            Environment.GetFolderPath(
                Environment.SpecialFolder.LocalApplicationData,
                Environment.SpecialFolderOption.Create
            ),
            "bookonce",
            "bookonce.db"
        );
}
