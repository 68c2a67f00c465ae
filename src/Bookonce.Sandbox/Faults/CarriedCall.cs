using Microsoft.AspNetCore.Http;

namespace Bookonce.Sandbox.Faults;

/// <summary>A call kept whole, so that it can be carried out apart from its connection: now without an answer, or later.</summary>
internal sealed class CarriedCall
{
    readonly DefaultHttpContext _http;
    readonly MemoryStream _answer = new();

    CarriedCall(DefaultHttpContext http) => _http = http;

    public int Status => _http.Response.StatusCode;

    public ReadOnlyMemory<byte> Body => _answer.GetBuffer().AsMemory(0, (int)_answer.Length);

    public ReadOnlyMemory<byte> Sent { get; private init; }

    public static async Task<CarriedCall> Keep(HttpContext http, DateTimeOffset now)
    {
        var (from, body) = (http.Request, new MemoryStream());
        await from.Body.CopyToAsync(body, http.RequestAborted);
        var sent = body.ToArray();
        var copy = new DefaultHttpContext { RequestServices = http.RequestServices };
        var call = new CarriedCall(copy) { Sent = sent };
        Arrival.Set(copy, now);
        copy.Response.Body = call._answer;
        var request = copy.Request;
        (request.Method, request.Scheme, request.Host) = (from.Method, from.Scheme, from.Host);
        (request.PathBase, request.Path, request.QueryString) = (from.PathBase, from.Path, from.QueryString);
        request.Protocol = from.Protocol;
        foreach (var (name, value) in from.Headers)
            request.Headers[name] = value;
        request.Body = new MemoryStream(sent);
        return call;
    }

    public Task CarryOut(RequestDelegate service) => service(_http);

    /// <summary>Everything of the answer but its body.</summary>
    public void WriteHead(HttpResponse response)
    {
        response.StatusCode = Status;
        foreach (var (name, value) in _http.Response.Headers)
            response.Headers[name] = value;
    }
}
