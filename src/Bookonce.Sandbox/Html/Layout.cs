using System.Text;
using Microsoft.AspNetCore.Http;

namespace Bookonce.Sandbox.Html;

/// <param name="Address">An absolute path.</param>
internal sealed record Link(string Address, string Label);

/// <summary>The frame of every page that the sandboxes add to what the services have: plain HTML, no script.</summary>
internal sealed class Layout(IReadOnlyList<Link> navigation)
{
    /// <summary>Sends a page.</summary>
    /// <param name="title">Its heading, and with the name of the program the title of the window.</param>
    public async Task Send(HttpContext http, string title, Markup content, int status = 200)
    {
        var page = Markup.Of(
            $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title} · Bookonce sandbox</title>
            <style>{Style}</style>
            </head>
            <body>
            <header><nav aria-label="Sandbox">{navigation.Select(link =>
                Item(link, http.Request.Path)
            )}</nav></header>
            <main>
            <h1>{title}</h1>
            {content}
            </main>
            </body>
            </html>

            """
        );
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(page.ToString()), http.RequestAborted);
    }

    /// <summary>Sends the browser on to look at what a form changed.</summary>
    public static Task SeeOther(HttpContext http, string address)
    {
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = address;
        return Task.CompletedTask;
    }

    static Markup Item(Link link, PathString path)
    {
        var isHere = link.Address == "/" ? path == "/" : path.StartsWithSegments(link.Address);
        return isHere
            ? Markup.Of($"""<a href="{link.Address}" aria-current="true">{link.Label}</a> """)
            : Markup.Of($"""<a href="{link.Address}">{link.Label}</a> """);
    }

    static readonly Markup Style = Markup.Of(
        $$"""
        :root { color-scheme: light dark; }
        body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; }
        header { border-bottom: 1px solid #8886; padding: .5rem 1rem; }
        nav a { display: inline-block; margin-right: 1rem; padding: .25rem 0; }
        nav a[aria-current] { font-weight: 600; text-decoration: none; color: inherit; }
        main { max-width: 76rem; margin: 0 auto; padding: 0 1rem 3rem; }
        h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
        .wide { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; }
        caption { text-align: left; color: GrayText; padding-bottom: .25rem; }
        th, td { text-align: left; vertical-align: baseline; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid #8884; }
        th { white-space: nowrap; } .n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        form { margin: 0; } td form { display: flex; gap: .5rem; flex-wrap: wrap; }
        .fields { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr)); gap: .75rem 1rem; margin: .75rem 0; align-items: end; }
        label { display: block; } .fields input, .fields select { display: block; width: 100%; box-sizing: border-box; }
        input, select, textarea, button { font: inherit; padding: .3rem .5rem; }
        input[type=checkbox] { display: inline !important; width: auto !important; margin-right: .4rem; }
        textarea { width: 100%; box-sizing: border-box; font-family: ui-monospace, monospace; font-size: .9rem; }
        button { cursor: pointer; }
        fieldset { border: 1px solid #8886; margin: 1rem 0; padding: .5rem 1rem 1rem; }
        .actions { display: flex; flex-wrap: wrap; gap: 1rem; align-items: end; margin: .75rem 0; }
        .note { color: GrayText; } .problem { border-left: .3rem solid #c33; padding: .25rem .75rem; }
        @media (max-width: 40rem) {
          .wide table { min-width: 44rem; } .stack table { min-width: 0; }
          .stack thead { display: none; } .stack td { display: block; border: 0; padding: .2rem 0; }
          .stack tr { display: block; border-bottom: 1px solid #8884; padding: .5rem 0; } .stack select { max-width: 100%; }
        }
        pre { overflow-x: auto; padding: .75rem; border: 1px solid #8884; }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; } dd { margin: 0; overflow-wrap: anywhere; }
        """
    );
}
