using System.Text.Json;

namespace Bookonce.ExactOnline;

/// <summary>What the token endpoint gave: tokens, a failure, or (seen in the wild) both.</summary>
internal sealed record TokenAnswer(Tokens? Tokens, ExactOnlineException? Failure);

/// <summary>Posts to <c>/api/oauth2/token</c>. Never cancelled by a caller: an answer that is not read may be the end of the chain.</summary>
internal sealed class TokenEndpoint(
    ExactOnlineSettings settings,
    BudgetBook budgets,
    HttpMessageHandler handler,
    TimeProvider clock
)
{
    private const string Path = "api/oauth2/token";
    private readonly HttpClient http = new(handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };

    public Task<TokenAnswer> Exchange(string code) =>
        Post(
            before: null,
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", settings.RedirectUri.OriginalString)
        );

    public Task<TokenAnswer> Refresh(Tokens before) =>
        Post(before, ("grant_type", "refresh_token"), ("refresh_token", before.RefreshToken));

    private async Task<TokenAnswer> Post(Tokens? before, params (string Name, string Value)[] form)
    {
        var book = budgets.Of(division: null);
        await book.Load(CancellationToken.None);
        CountedError? reserved;
        try
        {
            reserved = await book.Begin(Path);
        }
        catch (ExactOnlineException spent) when (spent.IsBudgetSpent)
        {
            return new TokenAnswer(null, spent);
        }

        var (answer, status, neverSent) = await Send(before, form);
        await book.End(Path, reserved, status, neverSent);
        return answer;
    }

    private async Task<(TokenAnswer Answer, int? Status, bool NeverSent)> Send(
        Tokens? before,
        (string Name, string Value)[] form
    )
    {
        var fields = form.Append(("client_id", settings.ClientId)).Append(("client_secret", settings.ClientSecret));
        using var request = new HttpRequestMessage(HttpMethod.Post, settings.Address(Path))
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Item1, field.Item2))),
            Headers = { ExpectContinue = false },
        };
        var started = clock.GetTimestamp();
        int? status = null;
        try
        {
            using var timeout = new CancellationTokenSource(settings.Timeout, clock);
            using var response = await http.SendAsync(request, timeout.Token);
            var body = await response.Content.ReadAsByteArrayAsync(timeout.Token);
            status = (int)response.StatusCode;
            return (Read(response, body, before), status, false);
        }
        catch (Exception error) when (error is HttpRequestException or IOException or OperationCanceledException)
        {
            var failure = Failure("The token endpoint did not answer.", null, null, transient: true);
            return (
                new TokenAnswer(null, failure),
                null,
                ExactOnline.Failure.NoAnswer(error).Outcome == Outcome.Refused
            );
        }
        finally
        {
            settings.OnCall?.Invoke(new CallMade("POST", Path, null, status, clock.GetElapsedTime(started), 1));
        }
    }

    private TokenAnswer Read(HttpResponseMessage response, byte[] body, Tokens? before)
    {
        var status = (int)response.StatusCode;
        var answer = Body.Object(body);
        var refresh = Body.Text(answer, "refresh_token");
        if (response.IsSuccessStatusCode && Body.Text(answer, "access_token") is { } access)
        {
            var now = clock.GetUtcNow();
            return (refresh ?? before?.RefreshToken) is { } next
                ? new TokenAnswer(new Tokens(access, next, now, now + Lifetime(answer)), null)
                : new TokenAnswer(
                    null,
                    Failure("The token answer holds no refresh token.", status, null, transient: false)
                );
        }

        // A failing answer may have rotated the chain all the same (picqer/exact-php-client, issue 559).
        var rotated =
            refresh is not null && before is not null && refresh != before.RefreshToken
                ? before with
                {
                    RefreshToken = refresh,
                }
                : null;
        var code = Body.Text(answer, "error");
        if (before is not null && Wait(response, code, Body.Text(answer, "error_description")) is { } wait)
            return new TokenAnswer(StillGood(rotated ?? before, wait), null);

        var text =
            Body.Clean(Body.Text(answer, "error_description")) ?? code ?? "The token endpoint gave no readable answer.";
        return new TokenAnswer(rotated, Refusal(status, code, text, rotated is not null));
    }

    /// <summary>How long the token in hand is still the one to use; null when it is not that which the answer says.</summary>
    private static TimeSpan? Wait(HttpResponseMessage response, string? code, string? description)
    {
        var reason = response.Headers.TryGetValues("Reason", out var values) ? values.First() : "";
        var isTooEarly =
            code == "access_denied"
            && (
                reason.StartsWith("TooEarlyToRefresh", StringComparison.OrdinalIgnoreCase)
                || (description ?? "").Contains("not expired", StringComparison.OrdinalIgnoreCase)
            );
        if (!isTooEarly)
            return null;

        var digits = new string([.. reason.SkipWhile(sign => !char.IsAsciiDigit(sign)).TakeWhile(char.IsAsciiDigit)]);
        return TimeSpan.FromSeconds(int.TryParse(digits, out var seconds) && seconds < 600 ? seconds + 1 : 30);
    }

    /// <summary>Asked too early, so the access token is younger than our clock believed; its age is put right.</summary>
    private Tokens StillGood(Tokens tokens, TimeSpan wait)
    {
        var received = clock.GetUtcNow() + wait - settings.RefreshNotBefore;
        return tokens with { ReceivedAt = received, ExpiresAt = received + (tokens.ExpiresAt - tokens.ReceivedAt) };
    }

    private ExactOnlineException Refusal(int status, string? code, string text, bool rotated) =>
        code switch
        {
            "access_denied" => Failure(
                text,
                status,
                code,
                transient: true,
                clock.GetUtcNow() + TimeSpan.FromSeconds(30)
            ),
            "unauthorized_client" or "invalid_grant" or "invalid_request" when !rotated => new ExactOnlineException(
                text,
                Outcome.Refused
            )
            {
                Status = status,
                VendorCode = code,
                IsReconnectNeeded = true,
            },
            _ => Failure(text, status, code, transient: rotated || status is 408 or 429 or >= 500 or < 400),
        };

    // The request that the token was meant for was not sent, so whatever happened here it is refused.
    private static ExactOnlineException Failure(
        string text,
        int? status,
        string? code,
        bool transient,
        DateTimeOffset? resumes = null
    ) =>
        new(text, Outcome.Refused)
        {
            Status = status,
            VendorCode = code,
            IsTransient = transient,
            ResumesAt = resumes,
        };

    private static TimeSpan Lifetime(JsonElement? answer) =>
        int.TryParse(Body.Text(answer, "expires_in"), out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : TimeSpan.FromSeconds(600);
}
