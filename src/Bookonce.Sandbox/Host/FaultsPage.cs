using System.Text.Json;
using Bookonce.Sandbox.Faults;
using Bookonce.Sandbox.Html;
using Microsoft.AspNetCore.Http;

namespace Bookonce.Sandbox.Host;

/// <summary>What goes wrong: the plan, the log of what was injected and the plan that replays it by GET, a new plan by POST.</summary>
internal sealed class FaultsPage(SandboxHost host, Layout layout)
{
    static readonly FaultPlan Example = new(
        7,
        [
            new()
            {
                Kind = FaultKind.AnswerLostAfterCommit,
                Service = SandboxService.ExactOnline,
                Method = "POST",
                Path = "*/SalesEntries",
                Calls = [3],
            },
            new() { Kind = FaultKind.ServiceUnavailable, Probability = 0.02 },
        ]
    );

    public Task Show(HttpContext http) => Body.WantsPage(http) ? layout.Send(http, "Faults", Content()) : Report(http);

    public async Task Set(HttpContext http)
    {
        var body = await Body.Read(http);
        host.Faults.Plan = Parse(body.Json ?? body.Form.Text("plan"));
        if (body.Json is null && Body.WantsPage(http))
            await Layout.SeeOther(http, "/__sandbox/faults");
        else
            await Report(http);
    }

    /// <summary>An empty body is an empty plan.</summary>
    static FaultPlan Parse(string? json)
    {
        try
        {
            return json is null ? FaultPlan.None : FaultPlan.Parse(json);
        }
        catch (FormatException wrong)
        {
            throw new PageProblem(wrong.Message);
        }
    }

    Task Report(HttpContext http) => HostPages.Json(http, FaultReport.Of(host.Faults), FaultJson.Default.FaultReport);

    Markup Content()
    {
        var injected = host.Faults.Injected;
        return Markup.Of(
            $"""
            <p>A plan is a seed and rules; the same seed and the same calls give the same faults. The first rule that falls wins.</p>
            <form method="post">
            <label for="plan">The plan as JSON. Empty, nothing goes wrong.</label>
            <textarea id="plan" name="plan" rows="16" spellcheck="false">{(
                host.Faults.Plan.Rules is [] ? "" : Json(host.Faults.Plan)
            )}</textarea>
            <p><button>Start this plan</button></p>
            </form>
            <details><summary>An example, and every kind of fault</summary>
            <pre>{Json(Example)}</pre>
            <p>Kinds: {string.Join(
                ", ",
                Enum.GetNames<FaultKind>().Select(JsonNamingPolicy.CamelCase.ConvertName)
            )}.</p>
            </details>
            <h2>What was injected</h2>
            {(injected is [] ? Markup.Of($"""<p class="note">Nothing yet.</p>""") : Log(injected))}
            """
        );
    }

    Markup Log(IReadOnlyList<InjectedFault> injected) =>
        Markup.Of(
            $"""
            <div class="wide"><table>
            <thead><tr><th scope="col" class="n">No.</th><th scope="col">At (UTC)</th><th scope="col">Call</th><th scope="col">Fault</th><th scope="col">Carried out</th></tr></thead>
            <tbody>{injected.Reverse().Take(200).Select(Row)}</tbody>
            </table></div>
            <details><summary>The plan that does the same again</summary><pre>{Json(
                host.Faults.Replay()
            )}</pre></details>
            """
        );

    static Markup Row(InjectedFault fault) =>
        Markup.Of(
            $"""
            <tr><td class="n">{fault.Number}</td><td>{fault.At:yyyy-MM-dd HH:mm:ss}</td><td>{fault.Method} {fault.Path}</td>
            <td>{JsonNamingPolicy.CamelCase.ConvertName($"{fault.Kind}")}</td><td>{fault.Note
                ?? $"{fault.CarriedOutWith}"}</td></tr>
            """
        );

    static string Json(FaultPlan plan) => JsonSerializer.Serialize(plan, FaultJson.Default.FaultPlan);
}
