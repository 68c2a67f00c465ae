using System.Text.Json.Nodes;
using Bookonce.Sandbox.Faults;
using Bookonce.Sandbox.Html;
using Microsoft.AspNetCore.Http;

namespace Bookonce.Sandbox.Host;

/// <summary>What nobody knows about the services, one switch each: read by GET, set by POST.</summary>
internal sealed class SwitchesPage(SandboxHost host, Layout layout)
{
    public Task Show(HttpContext http) =>
        Body.WantsPage(http)
            ? layout.Send(http, "Switches", Content())
            : HostPages.Json(http, new SwitchList(host.Switches.List()), HostJson.Default.SwitchList);

    public async Task Set(HttpContext http)
    {
        var body = await Body.Read(http);
        try
        {
            host.Switches = host.Switches.With(body.Json ?? OfForm(body.Form).ToJsonString());
        }
        catch (FormatException wrong)
        {
            throw new PageProblem(wrong.Message);
        }
        if (body.Json is null && Body.WantsPage(http))
            await Layout.SeeOther(http, "/__sandbox/switches");
        else
            await HostPages.Json(http, new SwitchList(host.Switches.List()), HostJson.Default.SwitchList);
    }

    JsonObject OfForm(Form form)
    {
        var json = new JsonObject();
        foreach (var service in host.Switches.List().GroupBy(each => Word(each.Service)))
        {
            var answers = new JsonObject();
            foreach (var each in service)
                if (form.Text(Field(each)) is { } answer)
                    answers[each.Name] = answer;
            json[service.Key] = answers;
        }
        return json;
    }

    Markup Content() =>
        Markup.Of(
            $"""
            <p>What the documentation of the services leaves open. A program that is right only under one answer relies on a guess.</p>
            <form method="post">
            {host.Switches.List().GroupBy(each => each.Service).Select(Table)}
            <p><button>Set the switches</button></p>
            </form>
            """
        );

    static Markup Table(IGrouping<SandboxService, SandboxSwitch> switches) =>
        Markup.Of(
            $"""
            <h2>{(switches.Key == SandboxService.ExactOnline ? "Exact Online" : "Teamleader")}</h2>
            <div class="wide stack"><table>
            <thead><tr><th scope="col">Switch</th><th scope="col">Answer</th><th scope="col">Default</th></tr></thead>
            <tbody>{switches.Select(Row)}</tbody>
            </table></div>
            """
        );

    static Markup Row(SandboxSwitch each) =>
        Markup.Of(
            $"""
            <tr><td><label for="{Field(each)}">{each.Name}</label><br><span class="note">{each.Mark} {each.Question}</span></td>
            <td><select id="{Field(each)}" name="{Field(each)}">{each.Values.Select(value =>
                Option(value, each.Value)
            )}</select></td>
            <td><span class="note">default</span> {each.Default}</td></tr>
            """
        );

    static Markup Option(string value, string chosen) =>
        value == chosen ? Markup.Of($"<option selected>{value}</option>") : Markup.Of($"<option>{value}</option>");

    static string Field(SandboxSwitch each) => $"{Word(each.Service)}.{each.Name}";

    static string Word(SandboxService service) => service == SandboxService.ExactOnline ? "exactOnline" : "teamleader";
}
