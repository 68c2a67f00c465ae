using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bookonce.Teamleader;

/// <summary>
/// Sends requests one at a time, within the allowance, with a fresh token. Everything is a POST here; what is a read by nature
/// (<c>.list</c>, <c>.info</c>, <c>.me</c>) is tried again a few times, everything else is sent once.
/// </summary>
internal sealed class Transport(
    TeamleaderSettings settings,
    TokenChain tokens,
    BudgetBook budget,
    HttpMessageHandler handler,
    TimeProvider clock
)
{
    private readonly HttpClient http = new(handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
    private bool isLoaded;
    private long calls;

    public Budget Budget => budget.Known;

    public long Calls => Interlocked.Read(ref calls);

    /// <summary>The JSON object of a successful answer, or null when it is empty.</summary>
    public async Task<JsonElement?> Send(string action, JsonObject? body, CancellationToken cancellation)
    {
        await budget.Gate.WaitAsync(cancellation);
        try
        {
            // The first use by this client reads what other processes wrote down meanwhile.
            if (!isLoaded)
                await budget.Load(cancellation);
            isLoaded = true;
            return await SendInTurn(
                action,
                JsonSerializer.SerializeToUtf8Bytes(body ?? [], Json.Default.JsonObject),
                cancellation
            );
        }
        finally
        {
            budget.Gate.Release();
        }
    }

    private async Task<JsonElement?> SendInTurn(string action, byte[] content, CancellationToken cancellation)
    {
        var isRead = IsRead(action);
        var replaced = false;
        for (var (attempt, tries) = (1, 0); ; attempt++)
        {
            await WaitForBudget(cancellation);
            var token = await tokens.AccessToken(cancellation);
            await budget.Begin();
            var (answer, failure) = await Once(
                action,
                content,
                token,
                attempt,
                isRead ? cancellation : CancellationToken.None
            );
            await budget.End();
            if (failure is null)
                return answer;

            if (failure.Status == 401 && !replaced)
            {
                await tokens.Replace(token, cancellation);
                if (!isRead)
                    throw Refused(failure);
                replaced = true;
            }
            else if (isRead && failure.IsTransient && tries < settings.ReadRetries.Count)
            {
                // After a 429 the budget says how long to wait.
                if (failure.ResumesAt is null)
                    await Task.Delay(settings.ReadRetries[tries], clock, cancellation);
                tries++;
            }
            else
            {
                throw failure;
            }
        }
    }

    private static bool IsRead(string action) => action.Split('.')[^1] is "list" or "info" or "me";

    private async Task WaitForBudget(CancellationToken cancellation)
    {
        while (budget.SpentUntil is { } until)
        {
            settings.OnWait?.Invoke(until);
            if (until - clock.GetUtcNow() is var pause && pause > TimeSpan.Zero)
                await Task.Delay(pause, clock, cancellation);
        }
    }

    private async Task<(JsonElement? Answer, TeamleaderException? Failure)> Once(
        string action,
        byte[] content,
        string token,
        int attempt,
        CancellationToken cancellation
    )
    {
        using var request = Request(action, content, token);
        var started = clock.GetTimestamp();
        int? status = null;
        Interlocked.Increment(ref calls);
        try
        {
            using var timeout = new CancellationTokenSource(settings.Timeout, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
            using var response = await http.SendAsync(request, either.Token);
            status = (int)response.StatusCode;
            return Read(response, await response.Content.ReadAsByteArrayAsync(either.Token));
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            return (null, Failure.NoAnswer(error));
        }
        catch (OperationCanceledException error) when (!cancellation.IsCancellationRequested)
        {
            return (null, Failure.NoAnswer(error));
        }
        finally
        {
            settings.OnCall?.Invoke(new CallMade("POST", action, status, clock.GetElapsedTime(started), attempt));
        }
    }

    private (JsonElement?, TeamleaderException?) Read(HttpResponseMessage response, byte[] body)
    {
        budget.Note(response);
        if (!response.IsSuccessStatusCode)
            return (null, Failure.Of(response, body, (int)response.StatusCode == 429 ? budget.SpentUntil : null));
        if (body.Length == 0)
            return (null, null);

        return Body.Object(body) is { } json
            ? (json, null)
            : (null, Failure.Unreadable((int)response.StatusCode, Failure.RequestId(response)));
    }

    private HttpRequestMessage Request(string action, byte[] content, string token)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, settings.Api(action))
        {
            Content = new ByteArrayContent(content),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Accept.ParseAdd("application/json");
        request.Headers.Add("X-Api-Version", settings.ApiVersion);
        request.Headers.ExpectContinue = false;
        return request;
    }

    private static TeamleaderException Refused(TeamleaderException failure) =>
        new(failure.Messages, Outcome.Refused)
        {
            Status = failure.Status,
            VendorCode = failure.VendorCode,
            RequestId = failure.RequestId,
            IsTransient = true,
        };
}
