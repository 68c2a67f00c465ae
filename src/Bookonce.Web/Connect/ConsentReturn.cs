using System.Security.Claims;
using Bookonce.Engine.Store;
using Bookonce.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bookonce.Web.Connect;

/// <summary>Where the consent pages of the two services send people back to.</summary>
static class ConsentReturn
{
    public static void MapConsents(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/connect/return/teamleader", Take(Vendor.Teamleader));
        routes.MapGet("/connect/return/exact", Take(Vendor.ExactOnline));
    }

    static Func<string?, string?, string?, ClaimsPrincipal, Consents, Task<IResult>> Take(Vendor vendor) =>
        async (code, state, error, person, consents) =>
        {
            await consents.Complete(person.FindFirstValue(SignInSetup.Session) ?? "", vendor, state, code, error);
            return Results.LocalRedirect("/connect");
        };
}
