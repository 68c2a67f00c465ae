using Microsoft.AspNetCore.Http;

namespace Bookonce.Web.Shell;

/// <summary>What a browser may do with these pages: load from here, talk to here, and be framed by nobody.</summary>
static class SecurityHeaders
{
    // Styles may be inline because the component library sets positions and theme colours on elements.
    const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        + "font-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    public static Task Add(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return next(context);
    }
}
