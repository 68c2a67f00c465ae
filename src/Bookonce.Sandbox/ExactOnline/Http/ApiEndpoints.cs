using System.Globalization;
using Bookonce.Sandbox.ExactOnline.Endpoints;
using Bookonce.Sandbox.ExactOnline.OData;

namespace Bookonce.Sandbox.ExactOnline.Http;

/// <summary>Everything below <c>/api/v1</c>: who calls, how often, and in which administration.</summary>
internal sealed class ApiEndpoints(ExactOnlineState state, ExactOnlineSandboxOptions options)
{
    private const int LongestUrl = 6000;

    public Answer Handle(Call call, string path)
    {
        if (call.Path.Length + call.QueryString.Length > LongestUrl)
            return Answer.Text(414, "The request URL is longer than 6,000 characters.");
        var now = state.Clock.GetUtcNow();
        var (number, rest) = Split(path);
        var endpoint = Endpoint(rest);
        var token = call.BearerToken is { } bearer ? state.Tokens.Find(bearer, call.Arrived) : null;
        if (token is not { IsValid: true })
        {
            if (token is { } known && number is { } division)
                state.Errors.Note(known.Chain.ClientId, division, endpoint, 401, now, options.ErrorsPerHour);
            return Unauthorized().With("WWW-Authenticate", "Bearer");
        }
        return number is null
            ? Guard(() => WithoutDivision(call, rest))
            : InDivision(call, rest, number.Value, endpoint, token.Value.Chain.ClientId, now);
    }

    // What an expired token is answered is not documented.
    private Answer Unauthorized() =>
        state.Switches.UnauthorizedAnswer switch
        {
            UnauthorizedAnswer.ServiceError => Answer.Error(new ApiException(401, "Unauthorized")),
            UnauthorizedAnswer.SignInPage => Answer.Text(
                401,
                """<html><head><title>Object moved</title></head><body><h2>Object moved to <a href="/docs/Login.aspx">here</a>.</h2></body></html>""",
                "text/html;charset=utf-8"
            ),
            _ => new Answer(401),
        };

    private Answer WithoutDivision(Call call, string rest)
    {
        if (!rest.Equals(Divisions.Me.Path, StringComparison.OrdinalIgnoreCase))
            throw ApiException.NotFound(rest);
        var division = state.CurrentDivision ?? throw ApiException.Forbidden("NoDivisionAccess");
        return new Resource(new Scope(state, division, $"{call.Host}/api/v1", options.Language), call).Answer(
            rest,
            Divisions.Me
        );
    }

    private Answer InDivision(Call call, string rest, int number, string endpoint, string clientId, DateTimeOffset now)
    {
        if (state.Errors.IsBlocked(clientId, number, endpoint, now))
            return state.Switches.BlockedAnswer == BlockedAnswer.Forbidden
                ? Answer.Error(ApiException.Forbidden())
                : new Answer(429);
        if (state.Calls.Take(clientId, number, now, options) is { } tooMany)
            return tooMany;
        WebhookSubscription? toConfirm = null;
        var answer = Guard(() =>
        {
            var division = state.FindDivision(number) ?? throw ApiException.Forbidden("NoDivisionAccess");
            state.CurrentDivision = division;
            var root = string.Create(CultureInfo.InvariantCulture, $"{call.Host}/api/v1/{number}");
            var scope = new Scope(state, division, root, options.Language)
            {
                ClientId = clientId,
                ArrivedAfter = call.ArrivedAfter,
            };
            var answer = new Resource(scope, call).Answer(rest, set: null);
            toConfirm = scope.ToConfirm;
            return answer;
        });
        state.Errors.Note(clientId, number, endpoint, answer.Status, now, options.ErrorsPerHour);
        answer = state.Calls.WithHeaders(answer, clientId, number, now, options);
        return toConfirm is null
            ? answer
            : answer with
            {
                Greeting = new Greeting(toConfirm.CallbackUrl, isGood => Conclude(number, toConfirm, isGood, answer)),
            };
    }

    private Answer Conclude(int number, WebhookSubscription subscription, bool isGood, Answer answer)
    {
        subscription.IsConfirmed = isGood;
        if (isGood || state.FindDivision(number) is not { } division)
            return answer;
        division.DeleteWebhook(subscription);
        var refused = Guard(() => throw new RefusedException(Refusal.Invalid("Callback-URL", "CallbackURL")));
        foreach (var (name, value) in answer.Headers)
            refused.Headers.TryAdd(name, value);
        refused.Headers.Remove("Location");
        return refused;
    }

    private Answer Guard(Func<Answer> answer)
    {
        try
        {
            return answer();
        }
        catch (ApiException error)
        {
            return Answer.Error(error);
        }
        catch (RefusedException refused) when (refused.IsForbidden)
        {
            return Answer.Error(ApiException.Forbidden());
        }
        catch (RefusedException refused)
        {
            var texts = refused.Reasons.Select(reason => reason.In(options.Language));
            return Answer.Error(new ApiException(500, string.Join("\r\n", texts)));
        }
#pragma warning disable CA1031 // Whatever goes wrong inside, the caller gets the service's own answer to that.
        catch (Exception unexplained)
#pragma warning restore CA1031
        {
            state.Unexplained = unexplained;
            return Answer.Error(ApiException.Generic());
        }
    }

    private static (int? Division, string Behind) Split(string path)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        var first = slash < 0 ? path : path[..slash];
        return int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (number, slash < 0 ? "" : path[(slash + 1)..])
            : (null, path);
    }

    /// <summary>The address without keys: what errors are counted by.</summary>
    private static string Endpoint(string rest)
    {
        var key = rest.IndexOf('(', StringComparison.Ordinal);
        return (key < 0 ? rest : rest[..key]).Replace("/$count", "", StringComparison.Ordinal).ToUpperInvariant();
    }
}
