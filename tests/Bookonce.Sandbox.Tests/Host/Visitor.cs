using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Web;
using Bookonce.Sandbox.ExactOnline;
using Bookonce.Sandbox.Host;
using Bookonce.Sandbox.World;
using Microsoft.Extensions.Time.Testing;

namespace Bookonce.Sandbox.Tests.Host;

/// <summary>Both sandboxes on real sockets, and a caller that has Exact's consent.</summary>
internal sealed class Visitor : IAsyncDisposable
{
    public const int Division = WorldPlanter.FirstDivision;

    Visitor(SandboxHost host) => Host = host;

    public SandboxHost Host { get; }
    public HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    public string AccessToken { get; private set; } = "";
    public Division Books => Host.ExactState.Divisions[0];

    public static FakeTimeProvider NewClock() => new(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero));

    public static async Task<Visitor> Arrive(SandboxOptions? options = null, TimeProvider? clock = null)
    {
        options ??= new SandboxOptions { World = WorldSize.Empty };
        var host = await SandboxHost.StartAsync(
            options with
            {
                TeamleaderPort = 0,
                ExactPort = 0,
            },
            clock ?? NewClock(),
            TestContext.Current.CancellationToken
        );
        var visitor = new Visitor(host);
        await visitor.Connect();
        return visitor;
    }

    public async Task Connect()
    {
        Dictionary<string, string> app = new()
        {
            ["client_id"] = "sandbox",
            ["client_secret"] = "sandbox",
            ["redirect_uri"] = "http://127.0.0.1:9/callback",
        };
        using var consent = await Http.PostAsync(
            new Uri(Host.ExactUrl, "/api/oauth2/auth"),
            new FormUrlEncodedContent([.. app, new("response_type", "code")])
        );
        var code = HttpUtility.ParseQueryString(consent.Headers.Location!.Query)["code"]!;
        using var answer = await Http.PostAsync(
            new Uri(Host.ExactUrl, "/api/oauth2/token"),
            new FormUrlEncodedContent([.. app, new("grant_type", "authorization_code"), new("code", code)])
        );
        AccessToken = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
    }

    /// <summary>A call to Exact in the first administration.</summary>
    public async Task<HttpResponseMessage> Exact(HttpMethod method, string path, object? body = null)
    {
        var request = new HttpRequestMessage(method, new Uri(Host.ExactUrl, $"/api/v1/{Division}/{path}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", AccessToken);
        request.Headers.Accept.ParseAdd("application/json");
        request.Content = body is null ? null : JsonContent.Create(body, options: JsonSerializerOptions.Default);
        return await Http.SendAsync(request);
    }

    /// <summary>Books an invoice of a new customer over HTTP.</summary>
    public Task<HttpResponseMessage> Book(string yourRef) =>
        Exact(HttpMethod.Post, "salesentry/SalesEntries", Invoice(yourRef));

    public object Invoice(string yourRef)
    {
        var customer =
            Books.Accounts.FirstOrDefault(account => account.Name == "Klant")
            ?? Books.AddAccount(new AccountDraft("Klant") { PaymentConditionSales = "30" });
        var revenue = Books.GLAccounts.First(account => account.Type == GLAccountType.Revenue);
        return new
        {
            Journal = "70",
            Customer = customer.Id,
            EntryDate = "2026-11-02",
            YourRef = yourRef,
            SalesEntryLines = new[]
            {
                new
                {
                    GLAccount = revenue.Id,
                    AmountFC = 100m,
                    VATCode = "21",
                },
            },
        };
    }

    public IEnumerable<string?> Refs => Books.Entries.Select(entry => entry.YourRef);

    /// <summary>GET of one of the sandbox's own addresses, as a program.</summary>
    public async Task<JsonElement> Get(string path) =>
        await Http.GetFromJsonAsync<JsonElement>(new Uri(Host.ExactUrl, path));

    /// <summary>POST of JSON to one of the sandbox's own addresses.</summary>
    public async Task<HttpResponseMessage> Post(string path, string json) =>
        await Http.PostAsync(new Uri(Host.ExactUrl, path), new StringContent(json, Encoding.UTF8, "application/json"));

    /// <summary>The text of a page, as a browser asks for it.</summary>
    public async Task<string> Page(string path)
    {
        using var answer = await Browse(HttpMethod.Get, path);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Sends a form as a browser does.</summary>
    public Task<HttpResponseMessage> Submit(string path, params (string Name, string Value)[] fields) =>
        Browse(HttpMethod.Post, path, fields);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Host.DisposeAsync();
    }

    async Task<HttpResponseMessage> Browse(HttpMethod method, string path, params (string Name, string Value)[] fields)
    {
        var request = new HttpRequestMessage(method, new Uri(Host.ExactUrl, path));
        request.Headers.Accept.ParseAdd("text/html");
        if (method == HttpMethod.Post)
            request.Content = new FormUrlEncodedContent(
                fields.Select(field => KeyValuePair.Create(field.Name, field.Value))
            );
        return await Http.SendAsync(request);
    }
}
