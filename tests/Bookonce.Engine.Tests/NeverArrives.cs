using Bookonce.ExactOnline;

namespace Bookonce.Engine.Tests;

/// <summary>Loses requests to one address on the way there, and says no more of them than a lost answer would.</summary>
sealed class NeverArrives(string path) : DelegatingHandler(ExactOnlineClient.CreateHandler())
{
    public int Seen { get; private set; }

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        if (!request.RequestUri!.AbsolutePath.EndsWith(path, StringComparison.Ordinal))
            return base.SendAsync(request, cancellationToken);
        Seen++;
        throw new HttpRequestException("Lost on the way there.");
    }
}
