using Bookonce.Sandbox.Teamleader.Http;
using Bookonce.Sandbox.Teamleader.State;
using Microsoft.AspNetCore.Http;

namespace Bookonce.Sandbox.Teamleader.Endpoints;

/// <summary>What temporary addresses answer: no token is asked, the address itself is the secret.</summary>
internal sealed class TemporaryPages(TeamleaderState state)
{
    public async Task Handle(HttpContext http)
    {
        var secret = http.Request.Path.Value![TemporaryAddresses.Path.Length..].Trim('/');
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
            await Give(http, secret);
        else if (HttpMethods.IsPost(http.Request.Method) || HttpMethods.IsPut(http.Request.Method))
            await Take(http, secret);
        else
            throw Refusal.NotFound("Not found");
    }

    Task Give(HttpContext http, string secret)
    {
        TemporaryAddresses.Download? download;
        lock (state.Gate)
            download = state.TemporaryAddresses.Find<TemporaryAddresses.Download>(secret);
        if (download is null)
            throw Refusal.NotFound("The address is unknown or has expired");
        http.Response.Headers.ContentDisposition =
            $"attachment; filename*=UTF-8''{Uri.EscapeDataString(download.FileName)}";
        return new Answer(200, null, download.MimeType, download.Content).WriteTo(http.Response);
    }

    async Task Take(HttpContext http, string secret)
    {
        using var buffer = new MemoryStream();
        await http.Request.Body.CopyToAsync(buffer, http.RequestAborted);
        Guid id;
        lock (state.Gate)
        {
            var upload =
                state.TemporaryAddresses.Find<TemporaryAddresses.Upload>(secret)
                ?? throw Refusal.NotFound("The address is unknown or has expired");
            state.TemporaryAddresses.Remove(secret);
            var mimeType = http.Request.ContentType is { Length: > 0 } given ? given : "application/octet-stream";
            id = state.Store(upload, mimeType, buffer.ToArray()).Id;
        }
        await Answer.Created("file", id).WriteTo(http.Response);
    }
}
