using Bookonce.Sandbox.Html;
using Microsoft.AspNetCore.Http;

namespace Bookonce.Sandbox.Host;

/// <summary>What a stranger sees first: where the services are, with what app to connect, and what can be done by hand.</summary>
internal sealed class StartPage(SandboxHost host, Layout layout)
{
    public Task Show(HttpContext http) => layout.Send(http, "Exact Online and Teamleader, on this machine", Content());

    Markup Content() =>
        Markup.Of(
            $"""
            <p>Two stand-ins that behave like the services. Nothing here is real, and nothing leaves this machine.</p>
            <div class="wide"><table>
            <thead><tr><th scope="col">Service</th><th scope="col">Address</th><th scope="col">Authorize</th><th scope="col">Token</th></tr></thead>
            <tbody>
            <tr><th scope="row">Exact Online</th><td><code>{host.ExactUrl}api/v1/{FirstDivision}/</code></td><td><code>/api/oauth2/auth</code></td><td><code>/api/oauth2/token</code></td></tr>
            <tr><th scope="row">Teamleader Focus</th><td><code>{host.TeamleaderUrl}</code></td><td><code>/oauth2/authorize</code></td><td><code>/oauth2/access_token</code></td></tr>
            </tbody></table></div>
            <p>The app is registered with both: client id <code>sandbox</code>, client secret <code>sandbox</code>, any redirect address on loopback.</p>
            <h2>By hand</h2>
            <ul>
            <li><a href="/__sandbox/exact">Exact Online</a>: journals and their next booking number, entries, payments, periods.</li>
            <li><a href="/__sandbox/teamleader">Teamleader</a>: invoices and credit notes.</li>
            <li><a href="/__sandbox/connector">A connector that does not look</a> books everything again.</li>
            <li><a href="/__sandbox/faults">Faults</a>, <a href="/__sandbox/switches">switches</a> and the <a href="/__sandbox/clock">clock</a>.</li>
            </ul>
            <h2>Start over</h2>
            <form method="post" action="/__sandbox/reset"><button>Bring back the first world</button></form>
            """
        );

    string FirstDivision => $"{host.ExactState.Divisions.FirstOrDefault()?.Code}";
}
