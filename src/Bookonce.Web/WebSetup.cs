using Bookonce.Web.Api;
using Bookonce.Web.Api.Http;
using Bookonce.Web.Connect;
using Bookonce.Web.Repair;
using Bookonce.Web.Shell;
using Bookonce.Web.SignIn;
using Bookonce.Web.Sync;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.StaticWebAssets;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;

namespace Bookonce.Web;

/// <summary>How a host gets the pages.</summary>
public static class WebSetup
{
    /// <summary>
    /// Registers the pages with their sign-in and the HTTP API. The host registers <see cref="TimeProvider"/>, the store with its read side,
    /// <see cref="Engine.Synchronise.Synchroniser"/>, <see cref="Engine.Synchronise.ReadBudget"/>, <see cref="Engine.Duplicates.FindDuplicates"/>, <see cref="Engine.Connect.Connecting"/> and the other use cases, <see cref="Api.Keys.ApiKeys"/>, and a data protection whose
    /// keys outlive a restart.
    /// </summary>
    public static IServiceCollection AddBookonceWeb(this IServiceCollection services, WebOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<SignInLinks>();
        services.AddSingleton<Consents>();
        services.AddSingleton<Runs>();
        services.AddSingleton<RepairWork>();
        services.AddSignIn(options);
        services.AddApi();
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = options.CookieName("form");
            antiforgery.Cookie.SecurePolicy = options.CookieSecurity();
        });
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddMudServices(mud =>
        {
            mud.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomRight;
            mud.SnackbarConfiguration.VisibleStateDuration = 8000;
            mud.SnackbarConfiguration.ClearAfterNavigation = false;
        });
        return services;
    }

    /// <summary>Puts the pages into the pipeline. The host need not add anything for them but the server itself.</summary>
    public static void MapBookonceWeb(this WebApplication app)
    {
        // Outside Development a build finds the files of its libraries only when told to; a published app needs nothing.
        StaticWebAssetsLoader.UseStaticWebAssets(app.Environment, app.Configuration);

        app.UseExceptionHandler(failed =>
            failed.Run(context =>
                context.IsApi() && context.Features.Get<IExceptionHandlerFeature>() is { Error: var error }
                    ? Refusals.Of(context, error).ExecuteAsync(context)
                    : Page<ErrorPage>(StatusCodes.Status500InternalServerError).ExecuteAsync(context)
            )
        );
        app.Use(SecurityHeaders.Add);
        app.UseApiRefusals();
        app.UseStaticFiles();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();

        app.MapApi();
        app.MapSignIn();
        app.MapConsents();
        app.MapChosenConnection();
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(server => server.ContentSecurityFrameAncestorsPolicy = "'none'");
        app.MapFallback(() => Page<MissingPage>(StatusCodes.Status404NotFound));
    }

    internal static RazorComponentResult<TPage> Page<TPage>(int status = StatusCodes.Status200OK)
        where TPage : Microsoft.AspNetCore.Components.IComponent => new() { StatusCode = status };

    internal static CookieSecurePolicy CookieSecurity(this WebOptions options) =>
        options.PublicUrl.Scheme == Uri.UriSchemeHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;

    /// <summary>Cookies know no ports: two servers on one machine must not sign each other's people out.</summary>
    internal static string CookieName(this WebOptions options, string purpose) =>
        options.PublicUrl.IsLoopback ? $"bookonce-{purpose}-{options.PublicUrl.Port}" : $"bookonce-{purpose}";
}
