using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bookonce.Sandbox.Teamleader;
using Bookonce.Sandbox.Teamleader.Endpoints;

namespace Bookonce.Sandbox.Tests.Teamleader;

/// <summary>Thousands of requests that nobody should make: each gets the service's own error, none a fault of the sandbox.</summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    const int Requests = 6_000;

    static readonly string[] Texts =
    [
        "",
        " ",
        "null",
        "00000000-0000-0000-0000-000000000000",
        "not-a-uuid",
        "2026-13-45",
        "0001-01-01",
        "9999-12-31",
        "2026-03-02T08:00:00+99:99",
        "9999-12-31T23:59:59-14:00",
        "asc",
        "invoice",
        "company",
        "EUR",
        "pdf",
        "partial",
        "\ud83d\ude00",
        "'; drop table invoices; --",
        "<script>",
        "https://a.test/x",
        "after_invoice_date",
    ];

    static readonly string[] Keys =
    [
        "id",
        "ids",
        "filter",
        "page",
        "size",
        "number",
        "sort",
        "field",
        "order",
        "includes",
        "subject",
        "type",
        "types",
        "url",
        "name",
        "content",
        "format",
        "invoicee",
        "customer",
        "department_id",
        "payment_term",
        "grouped_lines",
        "line_items",
        "quantity",
        "unit_price",
        "amount",
        "tax_rate_id",
        "discounts",
        "value",
        "currency",
        "code",
        "exchange_rate",
        "custom_fields",
        "on",
        "payment",
        "paid_at",
        "invoice_date",
        "updated_since",
        "status",
        "term",
        "tags",
        "emails",
        "addresses",
        "address",
        "country",
        "base",
        "label",
        "context",
        "configuration",
        "options",
        "invoice_id",
        "days",
        "section",
        "title",
        "email",
        "credit_note_date",
        "recipients",
        "to",
        "attachments",
        "vat_number",
        "last_name",
        "birthdate",
        "company_id",
        "language",
    ];

    [Fact]
    public async Task A_malformed_request_gets_an_error_of_the_service_and_never_a_fault()
    {
        const int seed = 20260302;
        output.WriteLine($"Seed {seed}, {Requests} requests.");
        await using var account = await FocusAccount.Open(
            new TeamleaderSandboxOptions { CallsPerMinute = int.MaxValue }
        );
        var full = await FullAccount.Fill(account);
        var random = new Random(seed);
        var endpoints = EndpointList.All().Keys.ToList();
        Guid[] ids =
        [
            account.Company.Id,
            account.Department.Id,
            account.Rate21.Id,
            .. account.State.Invoices.Select(invoice => invoice.Id),
            .. account.State.CreditNotes.Select(note => note.Id),
        ];
        for (var i = 0; i < Requests; i++)
        {
            using var request = Request(random, endpoints[random.Next(endpoints.Count)], full, ids);
            var sent = $"{i}: {request.Method} {request.RequestUri} {await Sent(request)}";
            using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            using var answer = await account.Http.SendAsync(request, deadline.Token);
            var body = await answer.Content.ReadAsStringAsync(deadline.Token);
            Assert.True((int)answer.StatusCode < 500, $"{sent} -> {(int)answer.StatusCode} {body}");
            if ((int)answer.StatusCode < 400 || body.Length == 0)
                continue;
            var errors = JsonSerializer.Deserialize<JsonElement>(body).GetProperty("errors");
            Assert.All(errors.EnumerateArray(), error => Assert.NotEmpty(error.GetProperty("title").GetString()!));
        }
        Assert.Equal("Noor", (await account.Data("users.me")).GetProperty("first_name").GetString());
    }

    static async Task<string> Sent(HttpRequestMessage request) =>
        request.Content is null ? "" : await request.Content.ReadAsStringAsync();

    static HttpRequestMessage Request(Random random, string endpoint, FullAccount full, Guid[] ids)
    {
        switch (random.Next(12))
        {
            case 0:
                var key = Uri.EscapeDataString(Keys[random.Next(Keys.Length)]);
                var value = Uri.EscapeDataString(Texts[random.Next(Texts.Length)]);
                var inner = Keys[random.Next(Keys.Length)];
                return new HttpRequestMessage(
                    HttpMethod.Get,
                    $"/{endpoint}?{key}={value}&{key}[{inner}]={value}&[[]]=&page[size]={value}&filter[ids][]={value}&filter[{inner}][type]={value}"
                );
            case 1:
                return Post(endpoint, Broken(random, full.BodiesFor(endpoint).First()));
            case 2:
                return Post(endpoint, new string('[', random.Next(1, 200)));
            case 3:
                var bytes = new byte[random.Next(1, 60)];
                random.NextBytes(bytes);
                return Post(endpoint, new ByteArrayContent(bytes));
            case 4:
                var odd = Post(endpoint, "{}");
                odd.Method = new HttpMethod(new[] { "PUT", "DELETE", "PATCH", "OPTIONS", "BREW" }[random.Next(5)]);
                return odd;
            case 5:
                return Post($"{endpoint}{Texts[random.Next(Texts.Length)]}".Replace(" ", "%20"), "{}");
            case 6:
                return Post("oauth2/access_token", Tree(random, ids, 2).ToJsonString());
            case 7:
                return Post("temporary/x", "x");
            case 8:
                var headers = Post(endpoint, "{}");
                headers.Headers.TryAddWithoutValidation("X-Api-Version", Texts[random.Next(5)]);
                headers.Headers.TryAddWithoutValidation("Authorization", random.Next(2) == 0 ? "Bearer" : "Basic eA==");
                headers.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
                return headers;
            default:
                return Post(endpoint, Tree(random, ids, 4).ToJsonString());
        }
    }

    static HttpRequestMessage Post(string path, string body) =>
        Post(path, new StringContent(body, Encoding.UTF8, "application/json"));

    static HttpRequestMessage Post(string path, HttpContent body) =>
        new(HttpMethod.Post, $"/{path.TrimStart('/')}") { Content = body };

    /// <summary>A valid body with one character too much, too few or another.</summary>
    static string Broken(Random random, string json)
    {
        var at = random.Next(json.Length);
        var wrong = "{}[]\",:0\\x\u0000"[random.Next(11)];
        return random.Next(3) switch
        {
            0 => json.Remove(at, 1),
            1 => json.Insert(at, $"{wrong}"),
            _ => json.Remove(at, 1).Insert(at, $"{wrong}"),
        };
    }

    /// <summary>Known keys in places and with values that make no sense.</summary>
    static JsonNode Tree(Random random, Guid[] ids, int depth)
    {
        var tree = new JsonObject { ["id"] = Leaf(random, ids) };
        for (var i = random.Next(1, 8); i > 0; i--)
            tree[Keys[random.Next(Keys.Length)]] =
                depth == 0 || random.Next(3) == 0 ? Leaf(random, ids)
                : random.Next(3) == 0 ? new JsonArray(Tree(random, ids, depth - 1), Leaf(random, ids))
                : Tree(random, ids, depth - 1);
        return tree;
    }

    static JsonNode? Leaf(Random random, Guid[] ids) =>
        random.Next(9) switch
        {
            0 => null,
            1 => random.Next(2) == 0,
            2 => random.Next(-5, 200),
            3 => JsonNode.Parse(
                new[] { "1e400", "-1e-400", "99999999999999999999999999999", "0.1", "1e12" }[random.Next(5)]
            ),
            4 => new JsonArray(),
            5 or 6 => ids[random.Next(ids.Length)],
            _ => Texts[random.Next(Texts.Length)],
        };
}
