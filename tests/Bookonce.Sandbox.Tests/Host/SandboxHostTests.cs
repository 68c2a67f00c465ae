using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using System.Web;
using Bookonce.Sandbox.Host;
using Bookonce.Sandbox.World;
using Microsoft.Extensions.Time.Testing;

namespace Bookonce.Sandbox.Tests.Host;

public sealed class SandboxHostTests
{
    static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero));

    static Task<SandboxHost> Start(SandboxOptions options) =>
        SandboxHost.StartAsync(options with { TeamleaderPort = 0, ExactPort = 0 }, Clock, CancellationToken.None);

    [Fact]
    public async Task Both_services_answer_once_started()
    {
        await using var host = await Start(new SandboxOptions());
        using var http = new HttpClient();
        var teamleader = await http.PostAsync(new Uri(host.TeamleaderUrl, "/invoices.list"), null);
        var exact = await http.GetAsync(new Uri(host.ExactUrl, "/api/v1/current/Me"));
        Assert.Equal(HttpStatusCode.Unauthorized, teamleader.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, exact.StatusCode);
        Assert.True(host.TeamleaderUrl.IsLoopback && host.ExactUrl.IsLoopback);
        Assert.Equal(430, host.Truth.Documents.Count);
        Assert.Equal(60, host.Truth.AlreadyBooked.Count());
        Assert.Equal(
            392,
            host.TeamleaderState.Invoices.Count(invoice =>
                invoice.DepartmentId == host.TeamleaderState.Departments[0].Id
            )
        );
        Assert.Equal(
            [WorldPlanter.FirstDivision, WorldPlanter.SecondDivision],
            host.ExactState.Divisions.Select(division => division.Code)
        );
    }

    [Fact]
    public async Task A_consented_app_reads_what_was_planted_on_both_sides()
    {
        await using var host = await Start(new SandboxOptions());
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });

        var list = new HttpRequestMessage(HttpMethod.Post, new Uri(host.TeamleaderUrl, "/invoices.list"))
        {
            Content = JsonContent.Create(new { page = new { size = 100, number = 4 } }),
        };
        var token = await Consent(http, host.TeamleaderUrl, "/oauth2/authorize", "/oauth2/access_token");
        var page = await Read(http, list, token);
        Assert.Equal(100, page.GetProperty("data").GetArrayLength());

        var copy = host.Truth.Twice.First().Copies[0];
        var entry = new HttpRequestMessage(
            HttpMethod.Get,
            new Uri(
                host.ExactUrl,
                $"/api/v1/{copy.Division}/salesentry/SalesEntries?$filter=EntryID eq guid'{copy.EntryId}'&$select=EntryNumber"
            )
        );
        token = await Consent(http, host.ExactUrl, "/api/oauth2/auth", "/api/oauth2/token");
        var found = (await Read(http, entry, token)).GetProperty("d").GetProperty("results");
        Assert.Equal(copy.EntryNumber, found[0].GetProperty("EntryNumber").GetInt32());
    }

    static async Task<JsonElement> Read(HttpClient http, HttpRequestMessage request, string token)
    {
        request.Headers.Authorization = new("Bearer", token);
        request.Headers.Accept.Add(new("application/json"));
        using var answer = await http.SendAsync(request);
        return await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
    }

    static async Task<string> Consent(HttpClient http, Uri service, string authorize, string exchange)
    {
        Dictionary<string, string> app = new()
        {
            ["client_id"] = "sandbox",
            ["client_secret"] = "sandbox",
            ["redirect_uri"] = "http://127.0.0.1:9/callback",
        };
        using var consent = await http.PostAsync(
            new Uri(service, authorize),
            new FormUrlEncodedContent([.. app, new("response_type", "code")])
        );
        var code = HttpUtility.ParseQueryString(consent.Headers.Location!.Query)["code"]!;
        using var answer = await http.PostAsync(
            new Uri(service, exchange),
            new FormUrlEncodedContent([.. app, new("grant_type", "authorization_code"), new("code", code)])
        );
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
    }

    [Fact]
    public async Task Unreadable_files_are_named_and_the_others_are_there()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "World", "Ubl");
        await using var host = await Start(new SandboxOptions { World = WorldSize.Empty, InvoicesDirectory = folder });
        Assert.Equal(6, host.Unreadable.Count);
        Assert.Equal(7, host.TeamleaderState.Invoices.Count);
        Assert.Equal(2, host.TeamleaderState.CreditNotes.Count);
    }

    [Fact]
    public async Task A_taken_port_is_named_and_nothing_stays_running()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        var options = new SandboxOptions
        {
            World = WorldSize.Empty,
            TeamleaderPort = 0,
            ExactPort = port,
        };
        var failure = await Assert.ThrowsAsync<IOException>(() =>
            SandboxHost.StartAsync(options, Clock, CancellationToken.None)
        );
        Assert.Contains($"{port}", failure.Message);
    }

    [Fact]
    public async Task A_missing_directory_is_named()
    {
        var failure = await Assert.ThrowsAsync<DirectoryNotFoundException>(() =>
            Start(new SandboxOptions { World = WorldSize.Empty, InvoicesDirectory = "nowhere" })
        );
        Assert.Equal("There is no directory nowhere.", failure.Message);
    }
}
