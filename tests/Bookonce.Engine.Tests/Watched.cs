using Bookonce.ExactOnline;

namespace Bookonce.Engine.Tests;

/// <summary>A call as it was answered.</summary>
/// <param name="Path">Without the query.</param>
/// <param name="Status">Null when the answer was lost.</param>
/// <param name="At">The clock of the test.</param>
sealed record Answered(string Verb, string Path, int? Status, DateTimeOffset At);

/// <summary>Writes down every call and its answer, and lets a test interfere.</summary>
sealed class Watched(TimeProvider clock) : DelegatingHandler(ExactOnlineClient.CreateHandler())
{
    readonly Lock gate = new();
    readonly List<Answered> calls = [];

    /// <summary>Every call so far.</summary>
    public IReadOnlyList<Answered> Calls
    {
        get
        {
            lock (gate)
                return [.. calls];
        }
    }

    /// <summary>Every call to a token endpoint so far.</summary>
    public IReadOnlyList<Answered> TokenCalls =>
        [.. Calls.Where(call => call.Path.Contains("/oauth2/", StringComparison.Ordinal))];

    /// <summary>An answer in place of the service's own; null lets the request through.</summary>
    public Func<HttpRequestMessage, HttpResponseMessage?> Instead { get; set; } = _ => null;

    /// <summary>What happens to an answer on its way back.</summary>
    public Func<HttpRequestMessage, Task> OnAnswer { get; set; } = _ => Task.CompletedTask;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        int? status = null;
        try
        {
            var answer = Instead(request) ?? await base.SendAsync(request, cancellationToken);
            await OnAnswer(request);
            status = (int)answer.StatusCode;
            return answer;
        }
        finally
        {
            lock (gate)
                calls.Add(
                    new Answered(request.Method.Method, request.RequestUri!.AbsolutePath, status, clock.GetUtcNow())
                );
        }
    }
}
