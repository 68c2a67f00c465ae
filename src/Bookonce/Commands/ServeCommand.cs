using System.CommandLine;
using Bookonce.Hosting;
using Bookonce.Output;
using Bookonce.Web;

namespace Bookonce.Commands;

/// <summary><c>serve</c>: the pages, for real accounts.</summary>
static class ServeCommand
{
    public static Command Create()
    {
        var (database, port) = (Options.Database(), Options.Port("--port", "the pages", 5080));
        var publicUrl = Options.Url(
            "--public-url",
            "The public HTTPS address that a reverse proxy forwards from; Exact Online redirects only to such."
        );
        var command = new Command("serve", "Serve the pages on loopback and print a one-time sign-in link.")
        {
            database,
            port,
            publicUrl,
        };
        command.SetAction(
            Guarded.Action(
                json: null,
                async (parsed, stop) =>
                {
                    var at = Server.PortOrFree(parsed.GetValue(port));
                    var options = new WebOptions
                    {
                        PublicUrl = Public(parsed.GetValue(publicUrl)) ?? new Uri($"http://127.0.0.1:{at}"),
                    };
                    await using var server = await Server.Start(
                        parsed.GetRequiredValue(database).FullName,
                        at,
                        options,
                        stop
                    );
                    Screen.Line($"Serving http://127.0.0.1:{at}. Sign in once with: {server.SignInLink()}");
                    await Server.Wait(stop);
                    return ExitCode.Stopped;
                }
            )
        );
        return command;
    }

    static Uri? Public(Uri? url) =>
        url is null or { Scheme: "https" }
            ? url
            : throw new CommandException(
                ExitCode.UsedWrongly,
                "publicUrlNotHttps",
                $"{url} is no public HTTPS address.",
                "Exact Online redirects only to HTTPS."
            );
}
