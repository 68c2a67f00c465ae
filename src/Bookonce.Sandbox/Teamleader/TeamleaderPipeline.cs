using Bookonce.Sandbox.Teamleader.Endpoints;
using Bookonce.Sandbox.Teamleader.Http;
using Bookonce.Sandbox.Teamleader.OAuth;
using Bookonce.Sandbox.Teamleader.State;
using Bookonce.Sandbox.Teamleader.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Bookonce.Sandbox.Teamleader;

/// <summary>What the sandbox answers, whatever server it runs behind.</summary>
public static class TeamleaderPipeline
{
    /// <summary>Makes the sandbox answer every request of an application: both hosts of the service, told apart by path.</summary>
    /// <param name="app">The application; nothing mapped after this is reached.</param>
    /// <param name="state">The account to serve.</param>
    /// <param name="options">Budget, registered integration and switches; the port is not used here.</param>
    /// <param name="clock">Drives the lifetimes of the budget and the Date header.</param>
    public static void Map(
        IApplicationBuilder app,
        TeamleaderState state,
        TeamleaderSandboxOptions options,
        TimeProvider clock
    )
    {
        state.Switches = options.Switches;
        var oauth = new OAuthPages(state, options);
        var api = new Api(state, options, new SlidingMinute(options.CallsPerMinute, clock));
        var temporary = new TemporaryPages(state);
        var stopping = app.ApplicationServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        _ = new WebhookSender(state, clock, stopping).Run();
        app.Run(async http =>
        {
            http.Response.Headers.Date = clock.GetUtcNow().ToString("R");
            try
            {
                var path = http.Request.Path;
                await (
                    path.StartsWithSegments("/oauth2") ? oauth.Handle(http)
                    : path.StartsWithSegments(TemporaryAddresses.Path) ? temporary.Handle(http)
                    : api.Handle(http)
                );
            }
            catch (Refusal refusal)
            {
                await refusal.ToAnswer().WriteTo(http.Response);
            }
            catch (BadHttpRequestException exception)
            {
                await new Refusal(exception.StatusCode, "The request cannot be read").ToAnswer().WriteTo(http.Response);
            }
            catch (InvalidDataException)
            {
                await new Refusal(400, "The form cannot be read").ToAnswer().WriteTo(http.Response);
            }
            catch (Exception exception) when (exception is not OperationCanceledException && !http.Response.HasStarted)
            {
                // A fault of the sandbox itself; whoever meets it needs to read what it was.
                await new Refusal(500, exception.Message).ToAnswer().WriteTo(http.Response);
            }
        });
    }
}
