using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Bookonce.ExactOnline;

/// <summary>One request to be made.</summary>
/// <param name="Verb">GET for reads; everything else is a write.</param>
/// <param name="Address">The whole address.</param>
/// <param name="Path">The path template that observers see.</param>
/// <param name="Division">The administration whose budget pays for it.</param>
/// <param name="Content">The exact bytes to send.</param>
internal sealed record Call(
    HttpMethod Verb,
    Uri Address,
    string Path,
    int? Division,
    ReadOnlyMemory<byte> Content = default
)
{
    public bool IsRead => Verb == HttpMethod.Get;
}

/// <summary>
/// Sends requests one at a time, within the allowances, with a fresh token. Reads are tried again a few times; a write is sent once.
/// Source: Exact knowledge base, API limits, Best practices, Known issues.
/// </summary>
internal sealed class Transport(
    ExactOnlineSettings settings,
    TokenChain tokens,
    BudgetBook budgets,
    HttpMessageHandler handler,
    TimeProvider clock
)
{
    private const int LongestAddress = 6_000;
    private readonly HttpClient http = new(handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
    private readonly ConcurrentDictionary<int, DivisionBook> loaded = new();
    private readonly ServiceClock serviceClock = new(clock);
    private long calls;

    public long Calls => Interlocked.Read(ref calls);

    public ExactOnlineSettings Settings => settings;

    public TimeProvider ServiceClock => serviceClock;

    /// <summary>The allowances in a division, as last stated.</summary>
    public DivisionBudget Budget(int division) => budgets.Of(division).Calls.Known;

    /// <summary>Whether the endpoint was refused within the hour, so that probing it again would only cost another error.</summary>
    public async Task<bool> WasRefused(int division, string path, CancellationToken cancellation) =>
        (await Book(division, cancellation)).Errors.Any(path);

    /// <summary>The JSON of a successful answer, or null when it is empty.</summary>
    public Task<JsonElement?> Send(Call call, CancellationToken cancellation) =>
        Send<JsonElement?>(call, ReadJson, cancellation);

    /// <summary>The bytes of a file.</summary>
    public Task<byte[]> Download(Call call, CancellationToken cancellation) =>
        Send<byte[]>(call, (_, file) => (file, null), cancellation)!;

    private async Task<T?> Send<T>(Call call, Reading<T> read, CancellationToken cancellation)
    {
        if (call.Address.AbsoluteUri.Length > LongestAddress)
            throw new ArgumentException(
                $"Exact takes addresses of at most {LongestAddress} characters; make the filter shorter.",
                nameof(call)
            );

        var book = await Book(call.Division, cancellation);
        await book.Gate.WaitAsync(cancellation);
        try
        {
            return await SendInTurn(call, book, read, cancellation);
        }
        finally
        {
            book.Gate.Release();
        }
    }

    private async Task<T?> SendInTurn<T>(Call call, DivisionBook book, Reading<T> read, CancellationToken cancellation)
    {
        var replaced = false;
        for (var (attempt, tries) = (1, 0); ; attempt++)
        {
            await WaitForCalls(book, cancellation);
            book.Errors.ThrowIfSpent(call.Path);
            var token = await tokens.AccessToken(cancellation);
            var (answer, failure) = await Counted(call, book, read, token, attempt, cancellation);
            if (failure is null)
                return answer;

            if (failure.Status == 401)
            {
                // The token was refused before the request was looked at, which says nothing about what it asked for.
                if (replaced || !await tokens.Replace(token, cancellation))
                    throw Refused(failure, tokens.RefreshAllowedAt);
                if (!call.IsRead)
                    throw Refused(failure, clock.GetUtcNow());
                replaced = true;
            }
            else if (
                call.IsRead
                && failure is { IsTransient: true, IsBudgetSpent: false }
                && tries < settings.ReadRetries.Count
            )
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

    /// <summary>The first use by this client reads what other processes wrote down meanwhile.</summary>
    private async Task<DivisionBook> Book(int? division, CancellationToken cancellation)
    {
        var book = budgets.Of(division);
        if (loaded.TryAdd(division ?? 0, book))
            await book.Load(cancellation);
        return book;
    }

    private async Task WaitForCalls(DivisionBook book, CancellationToken cancellation)
    {
        while (true)
        {
            if (book.Calls.DaySpentUntil is { } tomorrow)
            {
                throw new ExactOnlineException("Exact's allowance of calls for today is used up.", Outcome.Refused)
                {
                    IsBudgetSpent = true,
                    IsTransient = true,
                    ResumesAt = tomorrow,
                };
            }

            if (book.Calls.MinuteSpentUntil is not { } until)
                return;

            settings.OnWait?.Invoke(until);
            if (until - clock.GetUtcNow() is var pause && pause > TimeSpan.Zero)
                await Task.Delay(pause, clock, cancellation);
        }
    }

    private async Task<(T? Answer, ExactOnlineException? Failure)> Counted<T>(
        Call call,
        DivisionBook book,
        Reading<T> read,
        string token,
        int attempt,
        CancellationToken cancellation
    )
    {
        var reserved = await book.Begin(call.Path);
        var (answer, failure) = await Once(call, book, read, token, attempt, cancellation);
        var status = failure is null ? 200 : failure.Status;
        await book.End(call.Path, reserved, status, neverSent: failure is { Status: null, Outcome: Outcome.Refused });
        return (answer, failure);
    }

    private async Task<(T? Answer, ExactOnlineException? Failure)> Once<T>(
        Call call,
        DivisionBook book,
        Reading<T> read,
        string token,
        int attempt,
        CancellationToken cancellation
    )
    {
        using var request = Request(call, token);
        var started = clock.GetTimestamp();
        int? status = null;
        Interlocked.Increment(ref calls);
        try
        {
            // Once a write is on its way its answer is worth more than a quick end.
            using var timeout = new CancellationTokenSource(settings.Timeout, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(
                timeout.Token,
                call.IsRead ? cancellation : CancellationToken.None
            );
            using var response = await http.SendAsync(request, either.Token);
            status = (int)response.StatusCode;
            serviceClock.Note(response);
            return Read(call, book, read, response, await response.Content.ReadAsByteArrayAsync(either.Token));
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            return (default, Failure.NoAnswer(error));
        }
        catch (OperationCanceledException error) when (!call.IsRead || !cancellation.IsCancellationRequested)
        {
            return (default, Failure.NoAnswer(error));
        }
        finally
        {
            settings.OnCall?.Invoke(
                new CallMade(call.Verb.Method, call.Path, call.Division, status, clock.GetElapsedTime(started), attempt)
            );
        }
    }

    private static (T?, ExactOnlineException?) Read<T>(
        Call call,
        DivisionBook book,
        Reading<T> read,
        HttpResponseMessage response,
        byte[] body
    )
    {
        if (call.Division is not null)
            book.Calls.Note(response);
        return response.IsSuccessStatusCode ? read(response, body) : (default, Explain(book, response, body));
    }

    private static (JsonElement?, ExactOnlineException?) ReadJson(HttpResponseMessage response, byte[] body)
    {
        if (body.Length == 0)
            return (null, null);

        return Body.Json(body) is { } json
            ? (json, null)
            : (null, Failure.Unreadable((int)response.StatusCode, Failure.RequestId(response)));
    }

    private static ExactOnlineException Explain(DivisionBook book, HttpResponseMessage response, byte[] body)
    {
        if ((int)response.StatusCode != 429)
            return Failure.Of(response, body, resumesAt: null, daySpent: false);

        var tomorrow = book.Calls.DaySpentUntil;
        return Failure.Of(response, body, tomorrow ?? book.Calls.MinuteSpentUntil, tomorrow is not null);
    }

    private static HttpRequestMessage Request(Call call, string token)
    {
        var request = new HttpRequestMessage(call.Verb, call.Address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Accept.ParseAdd("application/json");
        request.Headers.ExpectContinue = false;
        if (call.IsRead)
            return request;

        // Even a DELETE has a (void) content: without one the framework would quietly repeat it on a new connection.
        request.Content = new ReadOnlyMemoryContent(call.Content);
        if (!call.Content.IsEmpty)
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (call.Verb == HttpMethod.Post)
            request.Headers.Add("Prefer", "return=representation");
        return request;
    }

    private static ExactOnlineException Refused(ExactOnlineException failure, DateTimeOffset? resumesAt) =>
        new(failure.Messages, Outcome.Refused)
        {
            Status = failure.Status,
            VendorCode = failure.VendorCode,
            RequestId = failure.RequestId,
            IsTransient = true,
            ResumesAt = resumesAt,
        };

    /// <summary>What a successful answer says.</summary>
    private delegate (T? Answer, ExactOnlineException? Failure) Reading<T>(HttpResponseMessage response, byte[] body);
}
