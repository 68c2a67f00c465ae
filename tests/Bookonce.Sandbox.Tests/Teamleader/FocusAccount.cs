using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Bookonce.Sandbox.Teamleader;
using Bookonce.Sandbox.Teamleader.Model;
using Microsoft.Extensions.Time.Testing;

namespace Bookonce.Sandbox.Tests.Teamleader;

/// <summary>A small account served by a real sandbox, and a client that has gone through consent.</summary>
internal sealed class FocusAccount : IAsyncDisposable
{
    public const string RedirectUri = "http://127.0.0.1:9/callback";

    readonly TeamleaderSandbox _sandbox;

    FocusAccount(TeamleaderSandbox sandbox, FakeTimeProvider clock)
    {
        (_sandbox, Clock) = (sandbox, clock);
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = sandbox.Url };
        Department = State.Plant(new Department { Name = "Studio Noord BV", VatNumber = "BE0987654394" });
        Other = State.Plant(new Department { Name = "Studio Zuid BV" });
        Rate21 = State.PlantTaxRate(Department.Id, "21%", 0.21m);
        Rate0 = State.PlantTaxRate(Department.Id, "0% andere EU-lidstaat", 0m);
        OtherRate = State.PlantTaxRate(Other.Id, "21%", 0.21m);
        Category = State.PlantProductCategory("Dienstverlening", new LedgerNumber(Department.Id, "700100"));
        Term = State.PlantPaymentTerm(new Term("after_invoice_date", 30));
        Company = State.Plant(
            new Company
            {
                Name = "Bakkerij De Halm BV",
                VatNumber = "BE0123456749",
                Emails = [new Email("primary", "info@dehalm.test"), new Email("invoicing", "factuur@dehalm.test")],
                Addresses = [new TypedAddress("primary", new Address("Molenstraat 8", "2800", "Mechelen", "BE"))],
                Tags = ["klant"],
            }
        );
    }

    public FakeTimeProvider Clock { get; }
    public HttpClient Http { get; }
    public TeamleaderState State => _sandbox.State;
    public Uri Url => _sandbox.Url;
    public Department Department { get; }
    public Department Other { get; }
    public TaxRate Rate21 { get; }
    public TaxRate Rate0 { get; }
    public TaxRate OtherRate { get; }
    public ProductCategory Category { get; }
    public PaymentTerm Term { get; }
    public Company Company { get; }

    public static async Task<FocusAccount> Open(TeamleaderSandboxOptions? options = null, bool connected = true)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 8, 0, 0, 250, TimeSpan.Zero));
        var state = new TeamleaderState(clock, new SeededIds(7));
        var sandbox = await TeamleaderSandbox.StartAsync(
            state,
            options ?? new TeamleaderSandboxOptions(),
            clock,
            CancellationToken.None
        );
        var account = new FocusAccount(sandbox, clock);
        if (connected)
            account.Use((await account.Tokens()).GetProperty("access_token").GetString()!);
        return account;
    }

    public static Task<FocusAccount> Open(TeamleaderSwitches switches) =>
        Open(new TeamleaderSandboxOptions { Switches = switches });

    public void Use(string accessToken) =>
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);

    public async Task<string> Code(string? state = null)
    {
        var answer = await Http.PostAsync("/oauth2/authorize", ConsentForm(state));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return System.Web.HttpUtility.ParseQueryString(answer.Headers.Location!.Query)["code"]!;
    }

    public static FormUrlEncodedContent ConsentForm(string? state = null, params (string, string)[] more) =>
        Form([
            ("client_id", "sandbox"),
            ("response_type", "code"),
            ("redirect_uri", RedirectUri),
            .. state is null ? [] : new[] { ("state", state) },
            .. more,
        ]);

    public async Task<JsonElement> Tokens()
    {
        var answer = await Token(
            ("grant_type", "authorization_code"),
            ("code", await Code()),
            ("redirect_uri", RedirectUri)
        );
        return await Json(answer, 200);
    }

    public Task<HttpResponseMessage> Refresh(string refreshToken) =>
        Token(("grant_type", "refresh_token"), ("refresh_token", refreshToken));

    public Task<HttpResponseMessage> Token(params (string, string)[] parameters) =>
        Http.PostAsync(
            "/oauth2/access_token",
            Form([("client_id", "sandbox"), ("client_secret", "sandbox"), .. parameters])
        );

    public Task<HttpResponseMessage> Send(string endpoint, string json) =>
        Http.PostAsync($"/{endpoint}", new StringContent(json, Encoding.UTF8, "application/json"));

    /// <summary>The whole answer of a call that must have this status.</summary>
    public async Task<JsonElement> Call(string endpoint, string json = "{}", int status = 200) =>
        await Json(await Send(endpoint, json), status);

    public async Task<JsonElement> Data(string endpoint, string json = "{}") =>
        (await Call(endpoint, json)).GetProperty("data");

    public async Task Do(string endpoint, string json)
    {
        var answer = await Send(endpoint, json);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.NoContent, body);
        Assert.Empty(body);
        Assert.Null(answer.Content.Headers.ContentType);
    }

    public async Task<Guid> Create(string endpoint, string json) =>
        (await Call(endpoint, json, 201)).GetProperty("data").GetProperty("id").GetGuid();

    /// <summary>The one error of a refused call: its title and the field it names.</summary>
    public async Task<(string Title, string? Field)> Refused(string endpoint, string json, int status = 400)
    {
        var error = (await Call(endpoint, json, status)).GetProperty("errors")[0];
        Assert.Equal(status, error.GetProperty("status").GetInt32());
        return (
            error.GetProperty("title").GetString()!,
            error.TryGetProperty("meta", out var meta) ? meta.GetProperty("field").GetString() : null
        );
    }

    public Invoice PlantInvoice(DateOnly date, decimal net = 100m, string? number = null) =>
        State.Plant(
            new PlantedInvoice
            {
                DepartmentId = Department.Id,
                Customer = new CustomerReference(CustomerKind.Company, Company.Id),
                Date = date,
                Number = number,
                Groups = [new LineGroup(null, [LineOf(net)])],
            }
        );

    public CreditNote PlantCreditNote(DateOnly date, decimal net = 100m) =>
        State.Plant(
            new PlantedCreditNote
            {
                DepartmentId = Department.Id,
                Customer = new CustomerReference(CustomerKind.Company, Company.Id),
                Date = date,
                Groups = [new LineGroup("Retour", [LineOf(net)])],
            }
        );

    public Line LineOf(decimal net) =>
        new()
        {
            Quantity = 1,
            UnitPrice = net,
            Description = "Advies",
            TaxRateId = Rate21.Id,
            ProductCategoryId = Category.Id,
        };

    /// <summary>The body of a draft with one line; a later member of the same name counts.</summary>
    public string DraftOf(decimal unitPrice, string more = "") =>
        $$"""
            {"invoicee":{"customer":{"type":"company","id":"{{Company.Id}}"} },"department_id":"{{Department.Id}}",
            "payment_term":{"type":"after_invoice_date","days":30},"grouped_lines":[{{GroupOf(unitPrice)}}]{{more}} }
            """;

    public string GroupOf(decimal unitPrice) =>
        $$"""
            {"line_items":[{"quantity":1,"description":"Advies","unit_price":{"tax":"excluding","amount":{{unitPrice}} },
            "tax_rate_id":"{{Rate21.Id}}","product_category_id":"{{Category.Id}}"}]}
            """;

    public async Task<Guid> Booked(decimal unitPrice, string on = "2026-03-02")
    {
        var id = await Create("invoices.draft", DraftOf(unitPrice));
        await Do("invoices.book", $$"""{"id":"{{id}}","on":"{{on}}"}""");
        return id;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _sandbox.DisposeAsync();
    }

    public static async Task<JsonElement> Json(HttpResponseMessage answer, int status)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode == status, $"{(int)answer.StatusCode} {text}");
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    public static FormUrlEncodedContent Form(params (string Key, string Value)[] parameters) =>
        new(parameters.Select(parameter => KeyValuePair.Create(parameter.Key, parameter.Value)));
}
