using Bookonce.ExactOnline;

namespace Bookonce.Engine.Tests;

/// <summary>Stands between the engine and the service while entries are booked, and lets a test decide what happens to a try.</summary>
/// <param name="answer">
/// Told which booking request this is, from 1: null lets it through; an answer replaces it; throwing loses it before it arrives.
/// </param>
sealed class Interferes(Func<int, HttpResponseMessage?> answer) : DelegatingHandler(ExactOnlineClient.CreateHandler())
{
    int seen;

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var isBooking =
            request.Method == HttpMethod.Post
            && request.RequestUri!.AbsolutePath.EndsWith("/salesentry/SalesEntries", StringComparison.Ordinal);
        return isBooking && answer(++seen) is { } instead
            ? Task.FromResult(instead)
            : base.SendAsync(request, cancellationToken);
    }
}
