using System.Net;
using System.Net.Sockets;
using Bookonce.Output;
using Bookonce.Storage;
using Bookonce.Web;
using Bookonce.Web.SignIn;

namespace Bookonce.Hosting;

/// <summary>The pages on loopback. Until people and roles exist, a one-time link is the only way in.</summary>
sealed class Server : IAsyncDisposable
{
    readonly WebApplication app;

    Server(WebApplication app) => this.app = app;

    public IServiceProvider Services => app.Services;

    /// <summary>Signs in whoever opens it first.</summary>
    public string SignInLink() => app.Services.GetRequiredService<SignInLinks>().Create();

    /// <summary>Opens the database and starts answering.</summary>
    public static async Task<Server> Start(string databaseFile, int port, WebOptions options, CancellationToken stop)
    {
        var path = Path.GetFullPath(databaseFile);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // Nothing may depend on the folder that the command was typed in.
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                ContentRootPath = AppContext.BaseDirectory,
                ApplicationName = typeof(Server).Assembly.GetName().Name,
            }
        );
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        builder.Logging.ClearProviders();
        builder
            .Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
            .SetMinimumLevel(LogLevel.Warning)
            // Keys lie in a folder of the owner's alone, as SECURITY.md says; a warning at every start tells nobody more.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Services.AddBookonce(path);
        builder.Services.AddBookonceWeb(options);
        // Ctrl-C is the command's own business.
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();

        var server = new Server(builder.Build());
        try
        {
            await server.app.Services.OpenAsync(stop);
            server.app.MapBookonceWeb();
            await server.app.StartAsync(stop);
            return server;
        }
        catch (DatabaseHeldException held)
        {
            await server.DisposeAsync();
            throw new CommandException(ExitCode.Unavailable, "databaseInUse", held.Message, "");
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>The port itself, or a free one for 0: the address is part of the sign-in link, so it must be known first.</summary>
    public static int PortOrFree(int port)
    {
        if (port != 0)
            return port;

        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Until somebody stops it.</summary>
    public static async Task Wait(CancellationToken stop)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = stop.Register(stopped.SetResult);
        await stopped.Task;
    }

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await app.StopAsync(patience.Token);
        await app.DisposeAsync();
    }

    sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
