using Bookonce.Sandbox.Teamleader.Http;
using Microsoft.AspNetCore.Http;

namespace Bookonce.Sandbox.Teamleader.Endpoints;

/// <summary>What the service answers on its API host: budget, token, version, endpoint, scope and body, in that order.</summary>
internal sealed class Api(TeamleaderState state, TeamleaderSandboxOptions options, SlidingMinute budget)
{
    const string VersionHeader = "X-Api-Version";

    // Newest and, for the sandbox's integration, pinned: there is nothing newer to opt into.
    const string Version = "2023-09-26";

    static readonly Dictionary<string, Func<Call, Answer>> Endpoints = EndpointList.All();

    public async Task Handle(HttpContext http)
    {
        var standing = budget.Count();
        standing.Write(http.Response.Headers, state.Switches, state.Now);
        http.Response.Headers[VersionHeader] = Version;
        await (await Answer(http.Request, standing)).WriteTo(http.Response);
    }

    async Task<Answer> Answer(HttpRequest request, SlidingMinute.Standing standing)
    {
        try
        {
            if (!standing.Allowed)
                return Refused.TooManyRequests(state.Switches.TooManyRequests);
            if (UserOf(request) is not { } user)
                return Refused.Unauthorized(state.Switches.Unauthorized);
            CheckVersion(request);
            var (name, endpoint) = Find(request) ?? throw Refusal.NotFound("Endpoint not found");
            if (Scopes.Of(name) is { } scope && options.Scopes?.Contains(scope) == false)
                throw new Refusal(403, $"The scope {scope} is missing");
            var body = await RequestReader.Read(request);
            lock (state.Gate)
                return endpoint(new Call(state, user, body, $"{request.Scheme}://{request.Host}"));
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

    void CheckVersion(HttpRequest request)
    {
        if (state.Switches.ApiVersionHeader == ApiVersionHeaderAnswer.Ignored)
            return;
        var asked = request.Headers[VersionHeader].ToString();
        if (asked.Length > 0 && asked != Version)
            throw new Refusal(400, $"{VersionHeader} must be valid");
    }

    static (string Name, Func<Call, Answer> Endpoint)? Find(HttpRequest request)
    {
        var name = request.Path.Value?.TrimStart('/') ?? "";
        var mayGet =
            name.EndsWith(".list", StringComparison.Ordinal) || name.EndsWith(".info", StringComparison.Ordinal);
        return
            (HttpMethods.IsPost(request.Method) || (mayGet && HttpMethods.IsGet(request.Method)))
            && Endpoints.TryGetValue(name, out var endpoint)
            ? (name, endpoint)
            : null;
    }
}
