using System.Text.Json;
using Bookonce.Sandbox.Html;
using Microsoft.AspNetCore.Http;

namespace Bookonce.Sandbox.Host;

/// <summary>The time of both services: read by GET, moved by POST if it is virtual.</summary>
internal sealed class ClockPage(SandboxHost host, Layout layout)
{
    static readonly (TimeSpan Span, string Words)[] Steps =
    [
        (TimeSpan.FromMinutes(1), "a minute"),
        (TimeSpan.FromMinutes(10), "10 minutes"),
        (TimeSpan.FromHours(1), "an hour"),
        (TimeSpan.FromDays(1), "a day"),
        (TimeSpan.FromDays(31), "31 days"),
    ];

    ClockReading Reading => new(host.Clock.GetUtcNow(), host.Clock is VirtualClock);

    public Task Show(HttpContext http) =>
        Body.WantsPage(http)
            ? layout.Send(http, "Clock", Content())
            : HostPages.Json(http, Reading, HostJson.Default.ClockReading);

    public async Task Advance(HttpContext http)
    {
        var body = await Body.Read(http);
        var span = body.Json is { } json ? Parse(json) : Parse(body.Form);
        try
        {
            await host.Advance(span);
        }
        catch (InvalidOperationException refused)
        {
            throw new PageProblem(refused.Message, StatusCodes.Status409Conflict);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw new PageProblem("The clock goes forward only, and not beyond the year 9999.");
        }
        if (body.Json is null && Body.WantsPage(http))
            await Layout.SeeOther(http, "/__sandbox/clock");
        else
            await HostPages.Json(http, Reading, HostJson.Default.ClockReading);
    }

    static TimeSpan Parse(string json)
    {
        try
        {
            if (JsonSerializer.Deserialize(json, HostJson.Default.ClockMove) is { } move)
                return move.Advance;
        }
        catch (JsonException)
        {
            // The one problem below says it for every way of being wrong.
        }
        throw new PageProblem("""Send {"advance":"00:10:00"}, days as in "1.00:00:00".""");
    }

    static TimeSpan Parse(Form form) =>
        TimeSpan.TryParse(form.Needed("advance"), out var span)
            ? span
            : throw new PageProblem("“advance” must be a span such as 00:10:00, days as in 1.00:00:00.");

    Markup Content()
    {
        var now = Markup.Of(
            $"""<p>Both services say that it is <strong>{host.Clock.GetUtcNow():yyyy-MM-dd HH:mm:ss}</strong> UTC.</p>"""
        );
        if (host.Clock is not VirtualClock)
            return Markup.Of(
                $"""{now}<p class="note">The clock is the real one. Started with <code>--clock virtual</code> it stands still until it is moved here.</p>"""
            );
        return Markup.Of(
            $"""
            {now}
            <p>The clock stands still. It drives the lives of tokens, the limits, <code>Created</code> and <code>Modified</code>, and late commits.</p>
            <div class="actions">{Steps.Select(step =>
                Markup.Of(
                    $"""<form method="post"><button name="advance" value="{step.Span}">Go on by {step.Words}</button></form>"""
                )
            )}</div>
            <form method="post" class="actions"><label>Or by a span, such as 1.12:30:00 <input name="advance" required></label>
            <button>Go on</button></form>
            """
        );
    }
}
