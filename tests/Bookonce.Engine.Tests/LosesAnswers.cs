using Bookonce.ExactOnline;

namespace Bookonce.Engine.Tests;

/// <summary>Lets requests that create something through, and loses some of their answers on the way back.</summary>
sealed class LosesAnswers : DelegatingHandler
{
    readonly string path;
    readonly int every;
    int seen;

    public LosesAnswers(string path, int every)
        : base(ExactOnlineClient.CreateHandler()) => (this.path, this.every) = (path, every);

    public int Lost { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var answer = await base.SendAsync(request, cancellationToken);
        if (
            request.Method != HttpMethod.Post
            || !request.RequestUri!.AbsolutePath.EndsWith(path, StringComparison.Ordinal)
            || ++seen % every != 0
        )
            return answer;

        answer.Dispose();
        Lost++;
        throw new HttpRequestException("The answer was lost.");
    }
}
