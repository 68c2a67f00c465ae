using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Web;
using Bookonce.Sandbox.ExactOnline;

namespace Bookonce.Sandbox.Tests.ExactOnline;

/// <summary>A running sandbox over small books, and a plain HTTP caller that has its consent.</summary>
internal sealed class Caller : IAsyncDisposable
{
    private const string RedirectUri = "http://127.0.0.1/callback";
    private readonly ExactOnlineSandbox sandbox;
    private readonly HttpClient http;

    private readonly SmallBooks? books;

    private Caller(SmallBooks? books, ExactOnlineSandbox sandbox)
    {
        (this.books, this.sandbox) = (books, sandbox);
        http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = sandbox.Url };
        http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
    }

    public SmallBooks Books => books ?? throw new InvalidOperationException("These books are not small.");
    public Uri Url => sandbox.Url;
    public string AccessToken { get; private set; } = "";
    public string RefreshToken { get; private set; } = "";

    public static async Task<Caller> Start(ExactOnlineSandboxOptions? options = null, SmallBooks? books = null)
    {
        books ??= new SmallBooks();
        var started = await ExactOnlineSandbox.StartAsync(
            books.State,
            options ?? new() { CallsPerMinute = 6000 },
            books.Clock,
            TestContext.Current.CancellationToken
        );
        var caller = new Caller(books, started);
        await caller.Connect();
        return caller;
    }

    /// <summary>A caller over books that somebody else planted.</summary>
    public static async Task<Caller> Attach(
        ExactOnlineState state,
        ExactOnlineSandboxOptions options,
        TimeProvider clock
    )
    {
        var started = await ExactOnlineSandbox.StartAsync(state, options, clock, TestContext.Current.CancellationToken);
        var caller = new Caller(null, started);
        await caller.Connect();
        return caller;
    }

    public async Task Connect() => Assert.Equal(200, (await Exchange(await Consent())).Status);

    public async Task<string> Consent(string redirectUri = RedirectUri)
    {
        var fields = new Dictionary<string, string>
        {
            ["client_id"] = "sandbox",
            ["redirect_uri"] = redirectUri,
            ["response_type"] = "code",
            ["state"] = "here",
        };
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await http.PostAsync("api/oauth2/auth", form);
        Assert.Equal(302, (int)answer.StatusCode);
        var query = HttpUtility.ParseQueryString(answer.Headers.Location!.Query);
        Assert.Equal("here", query["state"]);
        return query["code"]!;
    }

    public Task<Reply> Exchange(string code) =>
        Token(("grant_type", "authorization_code"), ("code", code), ("redirect_uri", RedirectUri));

    public Task<Reply> Refresh(string? token = null) =>
        Token(("grant_type", "refresh_token"), ("refresh_token", token ?? RefreshToken));

    public Task<Reply> Get(string path, string accept = "application/json") =>
        Send(HttpMethod.Get, path, accept: accept);

    public Task<Reply> Post(string path, object body, bool representation = true) =>
        Send(HttpMethod.Post, path, body, representation);

    public Task<Reply> Put(string path, object body) => Send(HttpMethod.Put, path, body);

    public Task<Reply> Delete(string path) => Send(HttpMethod.Delete, path);

    /// <summary>A path of the administration; what does not start with a digit or a slash is put behind it.</summary>
    public async Task<Reply> Send(
        HttpMethod method,
        string path,
        object? body = null,
        bool representation = false,
        string accept = "application/json"
    )
    {
        var address = path.StartsWith("http", StringComparison.Ordinal)
            ? path
            : $"api/v1/{(path.StartsWith("current", StringComparison.Ordinal) ? "" : "123456/")}{path}";
        using var request = new HttpRequestMessage(method, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", AccessToken);
        request.Headers.Accept.ParseAdd(accept);
        if (representation)
            request.Headers.Add("Prefer", "return=representation");
        if (body is not null)
        {
            var json = body as string ?? JsonSerializer.Serialize(body);
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        }
        using var answer = await http.SendAsync(request);
        return await Reply.Of(answer);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await sandbox.DisposeAsync();
    }

    private async Task<Reply> Token(params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent([
            .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)),
            KeyValuePair.Create("client_id", "sandbox"),
            KeyValuePair.Create("client_secret", "sandbox"),
        ]);
        using var answer = await http.PostAsync("api/oauth2/token", form);
        var reply = await Reply.Of(answer);
        if (reply.Status == 200)
            (AccessToken, RefreshToken) = (
                reply.Json.GetProperty("access_token").GetString()!,
                reply.Json.GetProperty("refresh_token").GetString()!
            );
        return reply;
    }
}

internal sealed record Reply(int Status, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;
    public JsonElement D => Json.GetProperty("d");
    public IReadOnlyList<JsonElement> Results => [.. D.GetProperty("results").EnumerateArray()];
    public string? Next => D.TryGetProperty("__next", out var next) ? next.GetString() : null;
    public string Error => Json.GetProperty("error").GetProperty("message").GetProperty("value").GetString()!;

    public static async Task<Reply> Of(HttpResponseMessage answer) =>
        new(
            (int)answer.StatusCode,
            await answer.Content.ReadAsStringAsync(),
            answer.Headers.ToDictionary(header => header.Key, header => header.Value.First())
        );
}
