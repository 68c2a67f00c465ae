using System.Web;
using Bookonce.ExactOnline;
using Bookonce.Sandbox.ExactOnline;
using Microsoft.Extensions.Time.Testing;
using Sandboxed = Bookonce.Sandbox.ExactOnline;

namespace Bookonce.Clients.Tests.Sandboxes;

/// <summary>The client against the Exact Online sandbox; both live by one clock, which leaps when the client waits.</summary>
internal sealed class ExactBooks : IAsyncDisposable
{
    public const int Code = 123456;
    private readonly ExactOnlineSandbox sandbox;
    private readonly LosingHandler handler = new();

    private ExactBooks(ExactOnlineSandbox sandbox, Sandboxed.Division kept, FakeTimeProvider clock)
    {
        (this.sandbox, Kept, Clock) = (sandbox, kept, clock);
        Settings = new ExactOnlineSettings
        {
            BaseUrl = sandbox.Url,
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
        var receivable = Kept.AddGLAccount("400000", "Customers", GLAccountType.Receivable);
        var vat = Kept.AddGLAccount("451000", "VAT to pay", GLAccountType.Vat);
        Revenue = Kept.AddGLAccount("700000", "Services", GLAccountType.Revenue, vatCode: "2");
        Kept.AddJournal("70", "Sales", JournalType.Sales, receivable);
        Kept.AddVatCode("2", "21 %", 0.21m, glToPay: vat);
        Kept.AddPaymentCondition("30", "30 days", 30);
        Kept.AddFinancialYear(2026);
        Customer = Kept.AddAccount(new AccountDraft("Klant NV") { VatNumber = "BE0123456749" });
    }

    public FakeTimeProvider Clock { get; }

    public ExactOnlineSettings Settings { get; }

    /// <summary>The administration as the sandbox keeps it.</summary>
    public Sandboxed.Division Kept { get; }

    public Sandboxed.GLAccount Revenue { get; }

    public Sandboxed.Account Customer { get; }

    public Tokens? Stored { get; set; }

    public List<CallMade> Calls { get; } = [];

    public List<DateTimeOffset> Waits { get; } = [];

    public TokenChain Chain { get; }

    public ExactOnlineClient Client { get; }

    public ExactDivision Books => Client.Division(Code);

    public static async Task<ExactBooks> Open(ExactOnlineSandboxOptions? options = null, bool connected = true)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 10, TimeSpan.Zero));
        var state = new ExactOnlineState(clock, seed: 1);
        var division = state.AddDivision(Code, "Bakkerij De Zon");
        var served = await ExactOnlineSandbox.StartAsync(
            state,
            options ?? new ExactOnlineSandboxOptions(),
            clock,
            default
        );
        var books = new ExactBooks(served, division, clock);
        if (connected)
            await books.Chain.Exchange(await books.Consent("s"));
        return books;
    }

    /// <summary>A second client over the same stored tokens, as another process would have.</summary>
    public (TokenChain, ExactOnlineClient) Another()
    {
        var chain = new TokenChain(Settings, handler, Clock, _ => Task.FromResult(Stored), Save);
        return (chain, new ExactOnlineClient(Settings, chain, handler, Clock));
    }

    /// <summary>Lets the next write arrive and be carried out, and loses its answer.</summary>
    public void LoseNextAnswer() => handler.LoseNext = true;

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

    public NewSalesEntry Invoice(decimal amount, string? yourRef = null) =>
        new()
        {
            Journal = "70",
            Customer = Customer.Id,
            EntryDate = new DateOnly(2026, 3, 2),
            ReportingYear = 2026,
            ReportingPeriod = 3,
            PaymentCondition = "30",
            YourRef = yourRef,
            SalesEntryLines =
            [
                new NewSalesEntryLine
                {
                    GLAccount = Revenue.Id,
                    VATCode = "2",
                    AmountFC = amount,
                },
            ],
        };

    public async ValueTask DisposeAsync()
    {
        handler.Dispose();
        await sandbox.DisposeAsync();
    }

    private Task Save(Tokens tokens, CancellationToken cancellation)
    {
        Stored = tokens;
        return Task.CompletedTask;
    }

    private sealed class LosingHandler() : DelegatingHandler(ExactOnlineClient.CreateHandler())
    {
        public bool LoseNext { get; set; }

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            var answer = await base.SendAsync(request, cancellationToken);
            if (!LoseNext || request.Method == HttpMethod.Get)
                return answer;

            LoseNext = false;
            answer.Dispose();
            throw new HttpRequestException(HttpRequestError.ResponseEnded);
        }
    }
}
