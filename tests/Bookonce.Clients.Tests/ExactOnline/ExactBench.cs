using Bookonce.ExactOnline;

namespace Bookonce.Clients.Tests.ExactOnline;

/// <summary>A client, a chain of tokens with its store, and a scripted server.</summary>
internal sealed class ExactBench : IAsyncDisposable
{
    public const int Code = 123456;
    private readonly SocketsHttpHandler handler = ExactOnlineClient.CreateHandler();

    private ExactBench(ScriptedServer server, TimeProvider clock)
    {
        (Server, Clock) = (server, clock);
        Settings = new ExactOnlineSettings
        {
            BaseUrl = server.Url,
            ClientId = "app",
            ClientSecret = "hush",
            RedirectUri = new Uri("https://books.example/callback?x=1"),
            Timeout = LeapingClock.RequestTimeout,
            OnCall = Calls.Add,
            OnWait = Waits.Add,
        };
        Stored = Pair("first", clock.GetUtcNow());
        Rebuild();
    }

    public ScriptedServer Server { get; }

    public TimeProvider Clock { get; }

    public ExactOnlineSettings Settings { get; set; }

    public Tokens? Stored { get; set; }

    public Func<Tokens, Task>? BeforeSave { get; set; }

    public List<CallMade> Calls { get; } = [];

    public List<DateTimeOffset> Waits { get; } = [];

    public TokenChain Chain { get; private set; } = null!;

    public ExactOnlineClient Client { get; private set; } = null!;

    public ExactDivision Books => Client.Division(Code);

    public IEnumerable<Received> ApiRequests =>
        Server.Requests.Where(request => !request.Path.StartsWith("/api/oauth2", StringComparison.Ordinal));

    public IEnumerable<Received> TokenRequests => Server.Requests.Where(request => request.Path == "/api/oauth2/token");

    public static async Task<ExactBench> StartAsync(TimeProvider? clock = null) =>
        new(await ScriptedServer.StartAsync(), clock ?? new LeapingClock(At("10:00:30")));

    public static DateTimeOffset At(string time) => DateTimeOffset.Parse($"2026-03-02T{time}Z");

    public static Tokens Pair(string name, DateTimeOffset received) =>
        new($"access-{name}", $"refresh-{name}", received, received.AddSeconds(600));

    public static string TokenAnswer(string name) =>
        $$"""{"access_token":"access-{{name}}","token_type":"bearer","expires_in":"600","refresh_token":"refresh-{{name}}"}""";

    public static Reply Rows(string rows, string? next = null) =>
        Reply.Json(
            next is null
                ? $$$"""{"d":{"results":[{{{rows}}}]}}"""
                : $$$"""{"d":{"results":[{{{rows}}}],"__next":"{{{next}}}"}}"""
        );

    public static Reply Error(int status, string text) =>
        Reply.Json($$$$"""{"error":{"code":"","message":{"lang":"","value":"{{{{text}}}}"}}}""", status);

    /// <summary>Makes client and chain anew, as after a restart.</summary>
    public void Rebuild(BudgetBook? budgets = null)
    {
        Chain = new TokenChain(Settings, handler, Clock, _ => Task.FromResult(Stored), Save, budgets: budgets);
        Client = new ExactOnlineClient(Settings, Chain, handler, Clock, budgets);
    }

    /// <summary>Writes something whose content does not matter.</summary>
    public Task<SalesEntry> Write(CancellationToken cancellation = default) =>
        Books.SalesEntries.Create("{}"u8.ToArray(), cancellation);

    /// <summary>Reads something whose content does not matter.</summary>
    public async Task<IReadOnlyList<Journal>> Read() => await Books.Journals.Read().ToListAsync();

    public async ValueTask DisposeAsync()
    {
        handler.Dispose();
        await Server.DisposeAsync();
    }

    private async Task Save(Tokens tokens, CancellationToken cancellation)
    {
        if (BeforeSave is { } before)
            await before(tokens);
        Stored = tokens;
    }
}
