using Bookonce.Teamleader;

namespace Bookonce.Clients.Tests.Teamleader;

/// <summary>A client, a chain of tokens with its store, and a scripted server.</summary>
internal sealed class TeamleaderBench : IAsyncDisposable
{
    private readonly SocketsHttpHandler handler = TeamleaderClient.CreateHandler();

    private TeamleaderBench(ScriptedServer server, LeapingClock clock)
    {
        (Server, Clock) = (server, clock);
        Settings = new TeamleaderSettings
        {
            ApiUrl = new Uri(server.Url, "api"),
            AuthorizationUrl = new Uri(server.Url, "focus/"),
            ClientId = "integration",
            ClientSecret = "hush",
            RedirectUri = new Uri("https://books.example/callback"),
            Timeout = LeapingClock.RequestTimeout,
            OnCall = Calls.Add,
            OnWait = Waits.Add,
        };
        Stored = new Tokens("access-first", "refresh-first", clock.Now.AddHours(1));
        Chain = new TokenChain(Settings, handler, clock, _ => Task.FromResult<Tokens?>(Stored), Save);
        Client = new TeamleaderClient(Settings, Chain, handler, clock);
    }

    /// <summary>Makes the client anew, with a budget that is remembered.</summary>
    public void Rebuild(BudgetBook budget) => Client = new TeamleaderClient(Settings, Chain, handler, Clock, budget);

    public ScriptedServer Server { get; }

    public LeapingClock Clock { get; }

    public TeamleaderSettings Settings { get; }

    public Tokens? Stored { get; set; }

    public List<string> Saved { get; } = [];

    public List<CallMade> Calls { get; } = [];

    public List<DateTimeOffset> Waits { get; } = [];

    public TokenChain Chain { get; }

    public TeamleaderClient Client { get; private set; }

    public IEnumerable<Received> ApiRequests =>
        Server.Requests.Where(request => request.Path.StartsWith("/api/", StringComparison.Ordinal));

    public IEnumerable<Received> TokenRequests =>
        Server.Requests.Where(request => request.Path == "/focus/oauth2/access_token");

    public static async Task<TeamleaderBench> StartAsync() =>
        new(await ScriptedServer.StartAsync(), new LeapingClock(At("09:00:00")));

    public static DateTimeOffset At(string time) => DateTimeOffset.Parse($"2026-03-02T{time}Z");

    public static string TokenAnswer(string name) =>
        $$"""{"token_type":"Bearer","expires_in":3600,"access_token":"access-{{name}}","refresh_token":"refresh-{{name}}"}""";

    public static Reply Data(string data) => Reply.Json("{\"data\":" + data + "}");

    /// <summary>Answers the token endpoint with a second pair and the API as given.</summary>
    public void Serve(Func<Received, Reply> api) =>
        Server.On = request =>
            Task.FromResult(
                request.Path == "/focus/oauth2/access_token" ? Reply.Json(TokenAnswer("second")) : api(request)
            );

    public async ValueTask DisposeAsync()
    {
        handler.Dispose();
        await Server.DisposeAsync();
    }

    private Task Save(Tokens tokens, CancellationToken cancellation)
    {
        Saved.Add(tokens.AccessToken);
        Stored = tokens;
        return Task.CompletedTask;
    }
}
