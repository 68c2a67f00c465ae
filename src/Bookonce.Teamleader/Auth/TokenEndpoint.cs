using System.Text;
using System.Text.Json;

namespace Bookonce.Teamleader;

/// <summary>What the token endpoint gave: tokens, a failure, or both when a failing answer rotated the chain all the same.</summary>
internal sealed record TokenAnswer(Tokens? Tokens, TeamleaderException? Failure);

/// <summary>Posts to <c>/oauth2/access_token</c>. Never cancelled by a caller: an answer that is not read may be the end of the chain.</summary>
internal sealed class TokenEndpoint(TeamleaderSettings settings, HttpMessageHandler handler, TimeProvider clock)
{
    private const string Path = "oauth2/access_token";
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
        var fields = form.Append(("client_id", settings.ClientId)).Append(("client_secret", settings.ClientSecret));
        using var request = new HttpRequestMessage(HttpMethod.Post, settings.Authorization(Path))
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
            return Read(response, body, before);
        }
        catch (Exception error) when (error is HttpRequestException or IOException or OperationCanceledException)
        {
            return new TokenAnswer(null, Failure("The token endpoint did not answer.", null, null, transient: true));
        }
        finally
        {
            settings.OnCall?.Invoke(new CallMade("POST", Path, status, clock.GetElapsedTime(started), 1));
        }
    }

    private TokenAnswer Read(HttpResponseMessage response, byte[] body, Tokens? before)
    {
        var status = (int)response.StatusCode;
        var answer = Body.Object(body);
        var refresh = Body.Text(answer, "refresh_token");
        if (response.IsSuccessStatusCode && Body.Text(answer, "access_token") is { } access)
        {
            return (refresh ?? before?.RefreshToken) is { } next
                ? new TokenAnswer(new Tokens(access, next, clock.GetUtcNow() + Lifetime(answer)), null)
                : new TokenAnswer(
                    null,
                    Failure("The token answer holds no refresh token.", status, null, transient: false)
                );
        }

        var rotated =
            refresh is not null && before is not null && refresh != before.RefreshToken
                ? before with
                {
                    RefreshToken = refresh,
                }
                : null;

        // Refused refreshes are 400 with "invalid_grant" as OAuth error or as title in an errors array; both are in the text.
        var text = Body.Titles(answer) ?? Body.Text(answer, "error") ?? "The token endpoint gave no readable answer.";
        var isDead =
            rotated is null
            && status is 400 or 401
            && Encoding.UTF8.GetString(body).Contains("invalid_grant", StringComparison.Ordinal);
        var failure = isDead
            ? new TeamleaderException(text, Outcome.Refused)
            {
                Status = status,
                VendorCode = "invalid_grant",
                IsReconnectNeeded = true,
            }
            : Failure(
                text,
                status,
                Body.Text(answer, "error"),
                transient: rotated is not null || status is 408 or 429 or >= 500 or < 400
            );
        return new TokenAnswer(rotated, failure);
    }

    // The request that the token was meant for was not sent, so whatever happened here it is refused.
    private static TeamleaderException Failure(string text, int? status, string? code, bool transient) =>
        new(text, Outcome.Refused)
        {
            Status = status,
            VendorCode = code,
            IsTransient = transient,
        };

    private static TimeSpan Lifetime(JsonElement? answer) =>
        int.TryParse(Body.Text(answer, "expires_in"), out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : TimeSpan.FromHours(1);
}
