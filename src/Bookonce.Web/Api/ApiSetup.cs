using Bookonce.Web.Api.Description;
using Bookonce.Web.Api.Endpoints;
using Bookonce.Web.Api.Http;
using Bookonce.Web.Api.Keys;
using Bookonce.Web.Proof;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Bookonce.Web.Api;

/// <summary>The HTTP API: what the commands do, over HTTP, with the same JSON.</summary>
static class ApiSetup
{
    /// <summary>Where it begins. What is incompatible one day gets another number.</summary>
    public const string Root = "/api/v1";

    public static void AddApi(this IServiceCollection services)
    {
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, KeyHandler>(KeyHandler.Name, null);
        services.AddDescription();
        services.AddSingleton<ApiConnections>();
        services.AddSingleton<OneAtATime>();
        services.AddSingleton<Acting>();
        services.AddSingleton<ProofWork>();
    }

    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        var keyed = new AuthorizationPolicyBuilder(KeyHandler.Name).RequireAuthenticatedUser().Build();
        var api = routes.MapGroup(Root).RequireAuthorization(keyed).AddEndpointFilter(Refusals.Catch);
        api.RefusingUnknownNames();
        api.About("Connections").MapConnections();
        var connection = api.MapGroup("/connections/{connection}");
        connection.AddEndpointFilter(routes.ServiceProvider.GetRequiredService<OneAtATime>());
        connection.About("Runs").MapRuns();
        connection.About("Duplicates").MapDuplicates();
        connection.About("Plans").MapRepairPlans();
        connection.About("Repairs").MapRepairs();
        connection.About("Repairs").MapRepairActs();
        connection.About("Numbers").MapNumbers();
        connection.About("Release").MapRelease();
        connection.About("Proof").MapProofs();
        routes.MapDescription();
        routes.Map("/api/{**rest}", Elsewhere.Answer).RequireAuthorization(keyed).ExcludeFromDescription();
    }

    static RouteGroupBuilder About(this RouteGroupBuilder group, string what) => group.MapGroup("").WithTags(what);
}
