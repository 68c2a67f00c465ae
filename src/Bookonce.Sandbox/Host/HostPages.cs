using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Bookonce.Sandbox.ExactOnline.Pages;
using Bookonce.Sandbox.Html;
using Bookonce.Sandbox.Teamleader.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bookonce.Sandbox.Host;

/// <summary>The addresses that both sandboxes have beside the services' own: pages for people, JSON for programs.</summary>
internal sealed class HostPages(SandboxHost host)
{
    static readonly Layout Layout = new([
        new("/", "Start"),
        new("/__sandbox/exact", "Exact Online"),
        new("/__sandbox/teamleader", "Teamleader"),
        new("/__sandbox/connector", "A connector that does not look"),
        new("/__sandbox/faults", "Faults"),
        new("/__sandbox/switches", "Switches"),
        new("/__sandbox/clock", "Clock"),
    ]);

    public void Map(IEndpointRouteBuilder routes)
    {
        Map(routes, "GET", "/", http => new StartPage(host, Layout).Show(http));
        Map(routes, "POST", "/__sandbox/reset", Reset);

        var clock = new ClockPage(host, Layout);
        Map(routes, "GET", "/__sandbox/clock", clock.Show);
        Map(routes, "POST", "/__sandbox/clock", clock.Advance);

        var switches = new SwitchesPage(host, Layout);
        Map(routes, "GET", "/__sandbox/switches", switches.Show);
        Map(routes, "POST", "/__sandbox/switches", switches.Set);

        var connector = new ConnectorPage(host, Layout);
        Map(routes, "GET", "/__sandbox/connector", connector.Show);
        Map(routes, "POST", "/__sandbox/connector/sync", connector.Sync);
        Map(routes, "POST", "/__sandbox/connector/disconnect", connector.Disconnect);

        var exact = new ExactPages(() => host.ExactState, Layout);
        var teamleader = new TeamleaderPages(() => host.TeamleaderState, host.Connector.BookingNumber, Layout);
        foreach (var (method, pattern, handle) in exact.Routes.Concat(teamleader.Routes))
            Map(routes, method, pattern, handle);

        var faults = new FaultsPage(host, Layout);
        Map(routes, "GET", "/__sandbox/faults", faults.Show);
        Map(routes, "POST", "/__sandbox/faults", faults.Set);
    }

    async Task Reset(HttpContext http)
    {
        await host.Reset();
        await (Body.WantsPage(http) ? Layout.SeeOther(http, "/") : Done(http));
    }

    public static Task Done(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    public static Task Json<T>(HttpContext http, T value, JsonTypeInfo<T> type)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        return JsonSerializer.SerializeAsync(http.Response.Body, value, type, http.RequestAborted);
    }

    static void Map(IEndpointRouteBuilder routes, string method, string pattern, RequestDelegate handle) =>
        routes.MapMethods(pattern, [method], http => Guard(http, handle));

    /// <summary>Whoever asks for what cannot be done is told why, on a page or in JSON.</summary>
    static async Task Guard(HttpContext http, RequestDelegate handle)
    {
        try
        {
            await handle(http);
        }
        catch (PageProblem problem) when (!http.Response.HasStarted)
        {
            if (Body.WantsPage(http))
            {
                await Layout.Send(
                    http,
                    "That did not work",
                    Markup.Of($"""<p class="problem" role="alert">{problem.Message}</p><p>Go back and mend it.</p>"""),
                    problem.Status
                );
                return;
            }
            http.Response.StatusCode = problem.Status;
            await Json(http, new Problem(problem.Message), HostJson.Default.Problem);
        }
    }
}
