using System.Web;
using Bookonce.Sandbox.Teamleader;
using Bookonce.Sandbox.Teamleader.Model;
using Bookonce.Teamleader;
using Microsoft.Extensions.Time.Testing;
using Sandboxed = Bookonce.Sandbox.Teamleader.Model;

namespace Bookonce.Clients.Tests.Sandboxes;

/// <summary>The client against the Teamleader sandbox; both live by one clock, which leaps when the client waits.</summary>
internal sealed class FocusAccount : IAsyncDisposable
{
    private readonly TeamleaderSandbox sandbox;
    private readonly SocketsHttpHandler handler = TeamleaderClient.CreateHandler();

    private FocusAccount(TeamleaderSandbox sandbox, FakeTimeProvider clock)
    {
        (this.sandbox, Clock) = (sandbox, clock);
        Settings = new TeamleaderSettings
        {
            ApiUrl = sandbox.Url,
            AuthorizationUrl = sandbox.Url,
            ClientId = "sandbox",
            ClientSecret = "sandbox",
            RedirectUri = new Uri("http://127.0.0.1:9/callback"),
            OnCall = call =>
            {
                lock (Calls)
                    Calls.Add(call);
            },
            OnWait = until =>
            {
                Waits.Add(until);
                Clock.Advance(until - Clock.GetUtcNow());
            },
        };
        (Chain, Client) = Another();
        Department = State.Plant(new Sandboxed.Department { Name = "Studio Noord BV", VatNumber = "BE0987654394" });
        Rate = State.PlantTaxRate(Department.Id, "21%", 0.21m);
        Customer = State.Plant(new Sandboxed.Company { Name = "Bakkerij De Halm BV", VatNumber = "BE0123456749" });
    }

    public FakeTimeProvider Clock { get; }

    public TeamleaderSettings Settings { get; }

    public TeamleaderState State => sandbox.State;

    public Tokens? Stored { get; set; }

    public List<CallMade> Calls { get; } = [];

    public List<DateTimeOffset> Waits { get; } = [];

    public TokenChain Chain { get; }

    public TeamleaderClient Client { get; }

    public Sandboxed.Department Department { get; }

    public Sandboxed.TaxRate Rate { get; }

    public Sandboxed.Company Customer { get; }

    public static async Task<FocusAccount> Open(TeamleaderSandboxOptions? options = null, bool connected = true)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 8, 0, 0, 250, TimeSpan.Zero));
        var state = new TeamleaderState(clock, new SeededIds(7));
        var served = await TeamleaderSandbox.StartAsync(
            state,
            options ?? new TeamleaderSandboxOptions(),
            clock,
            default
        );
        var account = new FocusAccount(served, clock);
        if (connected)
            await account.Chain.Exchange(await account.Consent("s"));
        return account;
    }

    /// <summary>A second client over the same stored tokens, as another process would have.</summary>
    public (TokenChain, TeamleaderClient) Another()
    {
        var chain = new TokenChain(Settings, handler, Clock, _ => Task.FromResult(Stored), Save);
        return (chain, new TeamleaderClient(Settings, chain, handler, Clock));
    }

    /// <summary>Presses the button on the consent page and gives the code.</summary>
    public async Task<string> Consent(string state)
    {
        using var browser = new HttpClient(handler, disposeHandler: false);
        var page = Chain.AuthorizeUrl(state);
        Assert.Contains("<form", await browser.GetStringAsync(page), StringComparison.Ordinal);

        var fields = HttpUtility.ParseQueryString(page.Query);
        using var form = new FormUrlEncodedContent(
            fields.AllKeys.Select(key => KeyValuePair.Create(key!, fields[key]!))
        );
        using var back = await browser.PostAsync(new Uri(page.GetLeftPart(UriPartial.Path)), form);
        var query = HttpUtility.ParseQueryString(back.Headers.Location!.Query);
        Assert.Equal(state, query["state"]);
        return query["code"]!;
    }

    public Sandboxed.Invoice Invoice(DateOnly date, decimal net) =>
        State.Plant(
            new PlantedInvoice
            {
                DepartmentId = Department.Id,
                Customer = new CustomerReference(CustomerKind.Company, Customer.Id),
                Date = date,
                Groups = [new Sandboxed.LineGroup(null, [Line(net)])],
            }
        );

    public Sandboxed.CreditNote CreditNote(DateOnly date, decimal net) =>
        State.Plant(
            new PlantedCreditNote
            {
                DepartmentId = Department.Id,
                Customer = new CustomerReference(CustomerKind.Company, Customer.Id),
                Date = date,
                Groups = [new Sandboxed.LineGroup("Retour", [Line(net)])],
            }
        );

    public async ValueTask DisposeAsync()
    {
        handler.Dispose();
        await sandbox.DisposeAsync();
    }

    private Line Line(decimal net) =>
        new()
        {
            Quantity = 1,
            UnitPrice = net,
            Description = "Advies",
            TaxRateId = Rate.Id,
        };

    private Task Save(Tokens tokens, CancellationToken cancellation)
    {
        Stored = tokens;
        return Task.CompletedTask;
    }
}
