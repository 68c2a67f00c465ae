using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Bookonce.Sandbox.ExactOnline.Endpoints;

namespace Bookonce.Sandbox.Tests.ExactOnline;

public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int Requests = 6000;
    private const int Seed = 20261122;

    private static readonly string[] Junk =
    [
        "",
        " ",
        "'",
        "''",
        "(",
        ")",
        "((((",
        "guid''",
        "guid'x'",
        "guid'00000000-0000-0000-0000-000000000000'",
        "null",
        "-1",
        "0",
        "99999999999999999999",
        "1e400",
        "datetime'x'",
        "datetime'9999-12-31T23:59:59'",
        "%00",
        "%ff",
        "é",
        "☃",
        "$",
        "$skiptoken",
        "../..",
        "//",
        "a,b,,c",
        "*",
        "true eq",
        "not not not",
        "eq eq eq",
        "\u0007",
        "+",
        "&",
        "#",
        "1L",
        "substringof('a'",
        "nonsense(1)",
        "ID eq",
        "Code eq 5",
        "trim(Code",
        "ID eq guid'x' or",
        "0x1",
        "--",
        ";",
        "[1]",
    ];

    private static readonly string[] Bodies =
    [
        "",
        " ",
        "{",
        "[]",
        "null",
        "1",
        "\"x\"",
        "{}",
        "{\"ID\":1}",
        "{\"Code\":null}",
        "{\"Nonsense\":1}",
        "{\"Type\":\"x\"}",
        "{\"SalesEntryLines\":[]}",
        "{\"SalesEntryLines\":[1]}",
        "{\"SalesEntryLines\":[{}]}",
        "{\"EntryDate\":\"9999-12-31\"}",
        "{\"EntryDate\":\"/Date(999999999999999999)/\"}",
        "{\"EntryNumber\":99999999999}",
        "{\"EntryNumber\":-1}",
        "\u0000",
        "{\"Subject\":\"\\ud800\"}",
        "{\"Rate\":1e308}",
        "{\"Rate\":\"NaN\"}",
        "<xml/>",
        "{\"Attachment\":\"!\"}",
        "{\"Year\":99999,\"Period\":1,\"Frequency\":10}",
        "{\"Year\":2026,\"Period\":77,\"Frequency\":10,\"Type\":31}",
        "{\"Topic\":\"x\",\"CallbackURL\":\"javascript:1\"}",
        "{\"Name\":\"\"}",
        "{\"Code\":{\"a\":1}}",
    ];

    [Fact]
    public async Task Thousands_of_malformed_requests_all_get_the_services_own_answers()
    {
        output.WriteLine($"Seed {Seed}");
        var books = new SmallBooks();
        var entry = books.Division.EnterSalesEntry(books.Invoice());
        await using var caller = await Caller.Start(
            new()
            {
                CallsPerMinute = int.MaxValue,
                CallsPerDay = int.MaxValue,
                ErrorsPerHour = int.MaxValue,
            },
            books
        );
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false })
        {
            Timeout = TimeSpan.FromSeconds(30),
        };
#pragma warning disable CA5394 // Malformed input must be repeatable, not secret.
        var random = new Random(Seed);
#pragma warning restore CA5394
        var paths = Catalogue.All.Select(set => set.Path).ToArray();
        for (var i = 0; i < Requests; i++)
        {
            using var request = Malformed(random, paths, caller, entry.Id);
            var said = $"{i}: {request.Method} {request.RequestUri}";
            using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True(books.State.Unexplained is null, $"{said}\n{books.State.Unexplained}");
            Check((int)answer.StatusCode, text, request, said);
        }
    }

    private static void Check(int status, string text, HttpRequestMessage request, string said)
    {
        int[] possible = [200, 201, 204, 400, 401, 403, 404, 405, 414, 415, 500, 501];
        Assert.True(possible.Contains(status), $"{said} was answered {status} {text}");
        if (status < 400 || status is 414 or 401 || request.Method == HttpMethod.Head || text is "")
        {
            Assert.False(status is 500, $"{said} was answered 500 without a word");
            return;
        }
        // What the server in front refuses or what is outside the API has no body of the service.
        if (!request.RequestUri!.AbsolutePath.StartsWith("/api/v1", StringComparison.OrdinalIgnoreCase))
            return;
        var message = JsonDocument.Parse(text).RootElement.GetProperty("error").GetProperty("message");
        Assert.True(message.GetProperty("value").GetString() is { Length: > 0 }, $"{said} was answered {text}");
    }

#pragma warning disable CA5394 // As above.
    private static HttpRequestMessage Malformed(Random random, string[] paths, Caller caller, Guid entry)
    {
        string Any(string[] list) => list[random.Next(list.Length)];

        var path = Any(paths);
        var key = random.Next(4) switch
        {
            0 => $"({Any(Junk)})",
            1 => $"(guid'{entry}')",
            _ => "",
        };
        var tail = random.Next(5) == 0 ? $"/{Any(["$count", "SalesEntryLines", "Nonsense", Any(Junk)])}" : "";
        string[] names =
        [
            "$filter",
            "$select",
            "$orderby",
            "$top",
            "$skip",
            "$skiptoken",
            "$expand",
            "$inlinecount",
            "$format",
        ];
        var query = string.Join(
            '&',
            Enumerable.Range(0, random.Next(4)).Select(_ => $"{Any(names)}={Uri.EscapeDataString(Any(Junk))}")
        );
        if (random.Next(20) == 0)
            path = Any([
                "nonsense",
                "a/b/c/d",
                path.ToUpperInvariant(),
                $"//{path}//",
                Any(Junk),
                $"{path}{Any(Junk)}",
            ]);
        var address =
            $"{caller.Url}api/v1/{Any(["123456", "123456", "123456", "999", "x", "-1"])}/{path}{key}{tail}?{query}";
        var method = Any(["GET", "GET", "GET", "POST", "PUT", "DELETE", "PATCH", "MERGE", "HEAD", "OPTIONS", "FOO"]);
        var request = new HttpRequestMessage(new HttpMethod(method), address);
        var token = random.Next(30) == 0 ? "nonsense" : caller.AccessToken;
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.TryAddWithoutValidation(
            "Accept",
            Any(["application/json", "*/*", "text/html", "application/xml", "?"])
        );
        request.Headers.TryAddWithoutValidation("Prefer", Any(["return=representation", "nonsense"]));
        if (method is not ("GET" or "HEAD"))
        {
            var body = Any(Bodies);
            if (random.Next(10) == 0 && body.Length > 1)
                body = body[..random.Next(body.Length)];
            request.Content = new StringContent(
                body,
                Encoding.UTF8,
                Any(["application/json", "text/plain", "application/xml"])
            );
        }
        return request;
    }
#pragma warning restore CA5394
}
