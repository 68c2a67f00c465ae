using Bookonce.Sandbox.Teamleader.Http;
using Microsoft.AspNetCore.Http;

namespace Bookonce.Sandbox.Teamleader.Endpoints;

/// <summary>What the service answers on its API host: budget, token, endpoint and body, in that order.</summary>
internal sealed class Api(TeamleaderState state, TeamleaderSandboxOptions options, SlidingMinute budget)
{
    const string NewestVersion = "2023-09-26";
    static readonly Dictionary<string, Func<Call, Answer>> Endpoints = EndpointList.All();

    public async Task Handle(HttpContext http)
    {
        var standing = budget.Count();
        standing.Write(http.Response.Headers, options.Switches, state.Now);
        http.Response.Headers["X-Api-Version"] = NewestVersion;
        await (await Answer(http.Request, standing)).WriteTo(http.Response);
    }

    async Task<Answer> Answer(HttpRequest request, SlidingMinute.Standing standing)
    {
        try
        {
            if (!standing.Allowed)
                throw new Refusal(429, "Rate limit exceeded");
            var user = UserOf(request) ?? throw new Refusal(401, "Unauthorized");
            var endpoint = Find(request) ?? throw Refusal.NotFound("Endpoint not found");
            var body = await RequestReader.Read(request);
            lock (state.Gate)
                return endpoint(new Call(state, options.Switches, user, body));
        }
        catch (Refusal refusal)
        {
            return refusal.ToAnswer();
        }
    }

    Guid? UserOf(HttpRequest request)
    {
        const string scheme = "Bearer ";
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            return null;
        lock (state.Gate)
            return state.Grants.UserOf(header[scheme.Length..].Trim(), Arrival.Of(request.HttpContext));
    }

    static Func<Call, Answer>? Find(HttpRequest request)
    {
        var name = request.Path.Value?.TrimStart('/') ?? "";
        var mayGet =
            name.EndsWith(".list", StringComparison.Ordinal) || name.EndsWith(".info", StringComparison.Ordinal);
        return HttpMethods.IsPost(request.Method) || (mayGet && HttpMethods.IsGet(request.Method))
            ? Endpoints.GetValueOrDefault(name)
            : null;
    }
}
