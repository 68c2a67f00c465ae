using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Bookonce.Sandbox.ExactOnline;

namespace Bookonce.Sandbox.Host;

/// <summary>Exact as the connector that does not look sees it: over HTTP, with a registration of its own.</summary>
internal sealed class ConnectorBooks(ExactOnlineState state, Uri url) : IDisposable
{
    const int Patience = 3;
    const string RedirectUri = "http://127.0.0.1/connector";
    readonly HttpClient _http = new() { BaseAddress = url, Timeout = TimeSpan.FromSeconds(30) };
    readonly Dictionary<string, string> _customers = [];
    readonly Dictionary<decimal, string> _vatCodes = [];
    string _root = "";
    int _registrations;

    public string Revenue { get; private set; } = "";

    public string? PaymentCondition { get; private set; }

    public string? VatCode(decimal rate) => _vatCodes.GetValueOrDefault(rate);

    public async Task Open(int division, CancellationToken cancellationToken)
    {
        _root = $"api/v1/{division}/";
        Register();
        var accounts = await Get("financial/GLAccounts?$filter=Type eq 110&$select=ID&$top=1", cancellationToken);
        Revenue = Text(accounts.FirstOrDefault()?["ID"]) ?? "";
        var conditions = await Get("cashflow/PaymentConditions?$select=Code&$top=1", cancellationToken);
        PaymentCondition = Text(conditions.FirstOrDefault()?["Code"])?.Trim();
        var codes = await Get(
            "vat/VATCodes?$select=Code,Percentage,Charged,Type,VATTransactionType,EUSalesListing",
            cancellationToken
        );
        foreach (var code in codes.Where(IsPlainSale))
            _vatCodes.TryAdd(code["Percentage"]!.GetValue<decimal>(), Text(code["Code"])!.Trim());
    }

    /// <summary>The relation of this name, made if there is none.</summary>
    public async Task<string?> Customer(string name, CancellationToken cancellationToken)
    {
        if (_customers.TryGetValue(name, out var known))
            return known;
        var words = Uri.EscapeDataString(name.Replace("'", "''", StringComparison.Ordinal));
        var found = await Get(
            $"crm/Accounts?$filter=Name eq '{words}' and Status eq 'C'&$select=ID&$top=1",
            cancellationToken
        );
        var id =
            Text(found.FirstOrDefault()?["ID"])
            ?? (
                await Post(
                    "crm/Accounts",
                    new JsonObject { ["Name"] = name, ["Status"] = "C" },
                    "ID",
                    cancellationToken
                )
            ).Value;
        if (id is not null)
            _customers[name] = id;
        return id;
    }

    /// <summary>Makes something and answers one of its fields, or why it was not made.</summary>
    public async Task<(string? Value, string? Problem)> Post(
        string path,
        JsonObject body,
        string field,
        CancellationToken cancellationToken
    )
    {
        var answer = await Send(HttpMethod.Post, path, body, cancellationToken);
        return Text((answer.Body?["d"] ?? answer.Body)?[field]) is { } value
            ? (value, null)
            : (null, Text(answer.Body?["error"]?["message"]?["value"]) ?? answer.Problem);
    }

    public void Dispose() => _http.Dispose();

    async Task<IReadOnlyList<JsonNode>> Get(string path, CancellationToken cancellationToken)
    {
        var answer = await Send(HttpMethod.Get, path, body: null, cancellationToken);
        var rows = answer.Body?["d"] is JsonArray plain ? plain : answer.Body?["d"]?["results"] as JsonArray;
        return [.. (rows ?? []).OfType<JsonNode>()];
    }

    async Task<(JsonNode? Body, string Problem)> Send(
        HttpMethod method,
        string path,
        JsonObject? body,
        CancellationToken cancellationToken
    )
    {
        var problem = "";
        for (var attempt = 0; attempt < Patience; attempt++)
        {
            using var request = new HttpRequestMessage(method, _root + path);
            request.Headers.Accept.ParseAdd("application/json");
            request.Headers.Add("Prefer", "return=representation");
            request.Headers.Authorization = _token;
            request.Content = body is null ? null : JsonContent.Create(body, HostJson.Default.JsonObject);
            try
            {
                using var answer = await _http.SendAsync(request, cancellationToken);
                problem = $"Status {(int)answer.StatusCode}";
                if (answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.Unauthorized)
                    Register();
                else
                    return (await Read(answer, cancellationToken), problem);
            }
            catch (HttpRequestException lost)
            {
                // The mistake of its kind: what is not answered is taken for not done.
                problem = lost.Message;
            }
        }
        return (null, problem);
    }

    static async Task<JsonNode?> Read(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        try
        {
            var text = await answer.Content.ReadAsStringAsync(cancellationToken);
            return text is "" ? null : JsonNode.Parse(text);
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    AuthenticationHeaderValue? _token;

    // A registration has its own allowance, so that a person who presses a button need not wait out the minutes.
    void Register()
    {
        var client = $"connector-{++_registrations}";
        lock (state.Gate)
        {
            var code = state.Tokens.NewCode(client, RedirectUri);
            _token = new("Bearer", state.Tokens.Exchange(client, code, RedirectUri).Pair!.AccessToken);
        }
    }

    static bool IsPlainSale(JsonNode code) =>
        Text(code["VATTransactionType"]) is "B" or "S"
        && Text(code["Type"])?.Trim() is "E"
        && code["Charged"]?.GetValue<bool>() is false
        && Text(code["EUSalesListing"]) is "N";

    static string? Text(JsonNode? node) => node?.ToString();
}
