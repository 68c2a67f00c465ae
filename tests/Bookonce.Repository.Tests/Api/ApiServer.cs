using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Bookonce.Repository.Tests.Api;

/// <summary>An answer of the API, read to its end.</summary>
sealed record Answered(int Status, JsonElement Json, string Text, HttpResponseHeaders Headers, string? ContentType);

/// <summary>The tests that share one server, in turns.</summary>
[CollectionDefinition(Name)]
public sealed class WithApiServer : ICollectionFixture<ApiServer>
{
    public const string Name = "API server";
}

/// <summary>Both sandboxes and a server on a database, each a process of its own; commands take their turn with the server.</summary>
public sealed class ApiServer : IAsyncLifetime
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bookonce-api-");
    Process? sandboxes;
    Process? server;

    /// <summary>Where the connection's addresses begin.</summary>
    public string Connection { get; private set; } = "";

    public string Key { get; private set; } = "";

    /// <summary>Signs in whoever opens it first.</summary>
    public Uri SignInLink { get; private set; } = null!;

    /// <summary>Sends what it is told, with nothing added.</summary>
    public HttpClient Http { get; private set; } = null!;

    string Database => Path.Combine(folder.FullName, "bookonce.db");

    /// <summary>What it says of books that nobody has read.</summary>
    internal Answered Unread { get; private set; } = null!;

    /// <summary>Connects the demo company from September on, makes a key, serves, and reads both sides.</summary>
    public async ValueTask InitializeAsync()
    {
        sandboxes = Executable.Start("sandbox", "--no-limits", "--teamleader-port", "0", "--exact-port", "0");
        var addresses = (await Said(sandboxes)).Split(' ').Skip(1).Select(pair => pair.Split('=')[1]).ToArray();
        await Command(
            ["connect", "--teamleader", addresses[0], "--exact", addresses[1], "--accept-proposals"],
            ["--client-id", "sandbox", "--client-secret", "sandbox", "--start-date", "2026-09-01"]
        );
        Key = (await Command(["key", "create", "--name", "test"])).GetProperty("key").GetString()!;
        await Serve();
        var connections = await Get("/api/v1/connections");
        var id = connections.Json.GetProperty("connections")[0].GetProperty("id").GetString();
        Connection = $"/api/v1/connections/{id}";
        Unread = await Get($"{Connection}/duplicates");
        var begun = await Post($"{Connection}/preview");
        Assert.Equal(202, begun.Status);
        await Until(begun.Headers.Location!.ToString(), state => !state.GetProperty("isUnderWay").GetBoolean());
    }

    internal Task<Answered> Get(string path, string? accept = null) => Send(HttpMethod.Get, path, null, Key, accept);

    internal Task<Answered> Post(string path, string? body = null) => Send(HttpMethod.Post, path, body, Key);

    internal async Task<Answered> Send(
        HttpMethod method,
        string path,
        string? body,
        string? key,
        string? accept = null,
        string contentType = "application/json"
    )
    {
        using var request = new HttpRequestMessage(method, path);
        if (key is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        if (accept is not null)
            request.Headers.Add("Accept", accept);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue(contentType));
        using var answer = await Http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        var type = answer.Content.Headers.ContentType?.MediaType;
        return new Answered(
            (int)answer.StatusCode,
            type == "application/json" ? JsonDocument.Parse(text).RootElement : default,
            text,
            answer.Headers,
            type
        );
    }

    /// <summary>Asks until it is so.</summary>
    internal async Task<JsonElement> Until(string path, Func<JsonElement, bool> isSo)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < Patience)
        {
            var answer = await Get(path);
            if (answer.Status == 200 && isSo(answer.Json))
                return answer.Json;
            Assert.True(answer.Status is 200 or 202, answer.Text);
        }
        throw new TimeoutException($"{path} did not come to what was waited for.");
    }

    /// <summary>What commands print about the database; the server lets go of it meanwhile.</summary>
    public async Task<IReadOnlyList<JsonElement>> Commands(params string[][] commands)
    {
        Http.Dispose();
        End(server);
        server = null;
        var printed = new List<JsonElement>();
        foreach (var command in commands)
            printed.Add(await Command(command));
        await Serve();
        return printed;
    }

    async Task<JsonElement> Command(params string[][] arguments)
    {
        var ended = await Executable.Run([.. arguments.SelectMany(part => part), "--database", Database, "--json"]);
        Assert.True(ended.Output.Length > 0, ended.Complaints);
        return JsonDocument.Parse(ended.Output).RootElement;
    }

    async Task Serve()
    {
        server = Executable.Start("serve", "--database", Database, "--port", "0");
        var said = (await Said(server)).Split(' ');
        var address = said[1].TrimEnd('.');
        SignInLink = new Uri(said[^1]);
        Http = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = new Uri(address) };
    }

    public ValueTask DisposeAsync()
    {
        Http?.Dispose();
        End(server);
        End(sandboxes);
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    static async Task<string> Said(Process process)
    {
        _ = process.StandardError.ReadToEndAsync();
        var line = await process.StandardOutput.ReadLineAsync();
        _ = process.StandardOutput.ReadToEndAsync();
        return line!;
    }

    static void End(Process? process)
    {
        if (process is null)
            return;
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }
}
