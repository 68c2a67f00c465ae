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
        api.MapConnections();
        var connection = api.MapGroup("/connections/{connection}");
        connection.AddEndpointFilter(routes.ServiceProvider.GetRequiredService<OneAtATime>());
        connection.MapDuplicates();
        connection.MapNumbers();
        connection.MapProofs();
        connection.MapRelease();
        connection.MapRepairs();
        connection.MapRepairActs();
        connection.MapRepairPlans();
        connection.MapRuns();
        routes.Map("/api/{**rest}", Elsewhere.Answer).RequireAuthorization(keyed).ExcludeFromDescription();
    }
}
